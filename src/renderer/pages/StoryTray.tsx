import { useEffect, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { BudgetRow, EditionPage } from '../../shared/contract'
import { useRestored } from '../paint/canvas-restored'
import { openStory, useNewsroom } from '../newsroom/newsroom'
import { layoutsOf, usePages } from '../newsroom/page-store'
import { usePhotos, wantPhotos } from '../newsroom/photo-store'
import { useStoryTexts, wantTexts } from '../newsroom/story-texts'
import { usePageView } from './page-views'
import { chooseWaiting } from './selection'
import type { TrayItem } from './tray-drop'
import { placeFromTray, trayHand } from './tray-hand'
import { waitingPhotos } from '../../shared/budget/waiting-photos'
import { titleOf } from '../../shared/budget/story-names'
import { waitingStories } from '../../shared/budget/waiting-stories'

interface Props {
  readonly page: EditionPage
}

/** Others that are shown at once; the budget has them all. */
const mostOthers = 40

/** 稿件条: what waits for a place, to be drawn on to the page or put there with Enter. */
export function StoryTray({ page }: Props) {
  const view = usePageView(page.id)
  const rows = useNewsroom(s => s.rows)
  const pages = usePages(s => s.pages)
  const texts = useStoryTexts(s => s.texts)
  const { planned, others } = useMemo(() => waitingStories(rows, page, layoutsOf(pages)), [rows, page, pages])
  const photos = useMemo(
    () => (view ? waitingPhotos(view.layout, view.stories, layoutsOf(pages)) : []),
    [view, pages],
  )
  useEffect(
    () => wantTexts([...planned, ...others.slice(0, mostOthers)].map(row => row.id)),
    [planned, others],
  )
  const [all, setAll] = useState(false)
  const storyItem = (row: BudgetRow): TrayItem | null => {
    const parts = texts.get(row.id)
    return parts ? { kind: 'story', storyId: row.id, parts, title: titleOf(row) } : null
  }
  const line = (row: BudgetRow) => (
    <TrayLine
      key={row.id}
      pageId={page.id}
      item={storyItem(row)}
      title={titleOf(row)}
      storyId={row.id}
      onPress={() => chooseWaiting(page.id, row.id)}
    >
      <span className="tray-title" title={titleOf(row)}>
        {titleOf(row)}
      </span>
      <span className="quiet">{row.characters} 字</span>
    </TrayLine>
  )
  return (
    <section className="story-tray" aria-label="稿件条">
      <h4>
        待排 <span className="quiet">{planned.length} 篇</span>
      </h4>
      {planned.length === 0 && <p className="quiet">归到这一版的稿件都排上了。</p>}
      {planned.map(line)}
      {photos.length > 0 && <h4>未上版的图片</h4>}
      {photos.map(waiting => {
        const title = waiting.photo.caption || '图片'
        const key = `${waiting.source.storyId} ${waiting.source.photo}`
        return (
          <TrayLine
            key={key}
            pageId={page.id}
            item={{ kind: 'photo', photo: waiting, title }}
            title={title}
            storyId={waiting.source.storyId}
          >
            <TrayPicture image={waiting.photo.image} />
            <span className="tray-title" title={title}>
              {title}
            </span>
          </TrayLine>
        )
      })}
      {others.length > 0 && (
        <button type="button" className="tray-more" aria-expanded={all} onClick={() => setAll(!all)}>
          其他待排 {others.length} 篇 <span aria-hidden>{all ? '▾' : '▸'}</span>
        </button>
      )}
      {all && others.slice(0, mostOthers).map(line)}
      {all && others.length > mostOthers && (
        <p className="quiet">还有 {others.length - mostOthers} 篇，到稿库里归到这一版再排。</p>
      )}
    </section>
  )
}

function TrayPicture({ image }: { readonly image: string | null }) {
  useRestored()
  const picture = usePhotos(s => (image === null ? null : s.pictures.get(image)))
  useEffect(() => {
    if (image !== null) wantPhotos([image])
  }, [image])
  return (
    <canvas
      className="tray-picture"
      aria-hidden
      ref={canvas => {
        if (!canvas || !picture) return
        const height = 48
        canvas.height = height
        canvas.width = Math.round((picture.width / picture.height) * height)
        canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      }}
    />
  )
}

function TrayLine({
  pageId,
  item,
  title,
  storyId,
  onPress,
  children,
}: {
  readonly pageId: string
  /** Null while its text has not come. */
  readonly item: TrayItem | null
  readonly title: string
  readonly storyId: string
  /** Pressed without being drawn, or with the space bar. */
  readonly onPress?: () => void
  readonly children: React.ReactNode
}) {
  const [drawn, setDrawn] = useState<{ x: number; y: number } | null>(null)
  useEffect(() => {
    if (!drawn) return
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      trayHand.cancel()
      setDrawn(null)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [drawn])
  const end = (event: PointerEvent, isDrop: boolean) => {
    event.currentTarget.releasePointerCapture(event.pointerId)
    if (isDrop && drawn) trayHand.drop()
    else trayHand.cancel()
    if (isDrop && !drawn) onPress?.()
    setDrawn(null)
  }
  return (
    <button
      type="button"
      className={`tray-line ${drawn ? 'drawn' : ''}`}
      aria-label={`${title}，待排。回车上版，也可拖到版面上${onPress ? '；空格看排法' : ''}`}
      aria-disabled={item === null}
      onPointerDown={event => {
        if (event.button !== 0 || !item) return
        event.currentTarget.setPointerCapture(event.pointerId)
        trayHand.take(item, event.clientX, event.clientY)
      }}
      onPointerMove={event => {
        if (trayHand.move(event.clientX, event.clientY)) setDrawn({ x: event.clientX, y: event.clientY })
      }}
      onPointerUp={event => end(event, true)}
      onPointerCancel={event => end(event, false)}
      onDoubleClick={() => openStory(storyId)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === ' ' && onPress) {
          event.preventDefault()
          onPress()
          return
        }
        if (event.key !== 'Enter' || !item) return
        event.preventDefault()
        placeFromTray(pageId, item)
      }}
    >
      {children}
      {drawn && (
        <span className="tray-ghost" style={{ left: drawn.x, top: drawn.y }} aria-hidden>
          {title}
        </span>
      )}
    </button>
  )
}
