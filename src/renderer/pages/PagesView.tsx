import { Button, Empty, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PageView } from '../../shared/page'
import { useAttempt } from '../ui/attempt'
import { client } from '../ui/client'
import { pageNumberName } from '../ui/edition-name'
import { FailureNote } from '../ui/FailureNote'
import { sayInFooter } from '../ui/footer'
import { openPage, openStory, useEdition, useNewsroom } from '../ui/newsroom'
import { changePage } from '../ui/page-store'
import { PaintingCanvas } from '../ui/PaintingCanvas'
import { useStoryTexts, wantTexts } from '../ui/story-texts'
import { arrangeStories } from './arrange-stories'
import { FrameInspector } from './FrameInspector'
import { pageFitWords } from './page-fit'
import { usePageView, usePageViews } from './page-views'
import { choose, useChosenId } from './selection'
import './pages.css'

const thumbnailWidth = 96

function Thumbnails({ views }: { views: ReadonlyMap<string, PageView> }) {
  const edition = useEdition()
  const current = useNewsroom(s => s.page)
  return (
    <nav className="thumbnails" aria-label="各版">
      {edition?.pages.map(page => {
        const shown = views.get(page.id)?.composed
        const fit = pageFitWords(shown)
        return (
          <button
            key={page.id}
            type="button"
            className={page.id === current ? 'on' : ''}
            aria-current={page.id === current ? 'page' : undefined}
            onClick={() => openPage(page.id)}
          >
            {shown && (
              <PaintingCanvas
                painting={shown.painting}
                scale={thumbnailWidth / shown.painting.width}
                label={`${pageNumberName(page.number)}缩样`}
                className="page-sheet"
              />
            )}
            <span>
              {pageNumberName(page.number)} {page.name} <i className={`tag ${fit.tone}`}>{fit.words}</i>
            </span>
          </button>
        )
      })}
    </nav>
  )
}

/** 适合窗口, or a share of true size at 96 dots an inch. */
type Zoom = 'fit' | number
const trueSize = 96 / 72
const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4]

/** 版面: thumbnails, the page that will print, what stands in the chosen frame. */
export function PagesView() {
  const edition = useEdition()
  const pageId = useNewsroom(s => s.page)
  const rows = useNewsroom(s => s.rows)
  const texts = useStoryTexts(s => s.texts)
  const page = edition?.pages.find(p => p.id === pageId)
  const views = usePageViews()
  const view = usePageView(pageId)
  const shown = view?.composed
  const [zoom, setZoom] = useState<Zoom>('fit')
  const chosen = useChosenId(pageId)
  const setChosen = (frame: string) => pageId !== null && choose(pageId, frame)
  const { busy, failure, attempt, dismiss } = useAttempt<'arrange' | 'pdf'>()
  const [missing, setMissing] = useState<{ page: string; glyphs: readonly string[] } | null>(null)
  const [room, setRoom] = useState({ width: 800, height: 600 })
  const canvas = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const host = canvas.current
    if (!host) return
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect))
    watch.observe(host)
    return () => watch.disconnect()
  }, [])

  const planned = useMemo(
    () => rows.filter(row => page && edition && row.editionId === edition.id && row.page === page.number),
    [rows, page, edition],
  )
  useEffect(() => wantTexts(planned.map(row => row.id)), [planned])

  const layout = view?.layout
  useEffect(() => {
    if (!page || !layout) return
    const stories = layout.frames.filter(frame => frame.kind === 'story').length
    const photos = shown?.painting.items.filter(item => item.kind === 'image').length ?? 0
    const fit = pageFitWords(shown)
    sayInFooter({
      left: [
        { text: `${pageNumberName(page.number)} ${page.name}` },
        { text: `${stories} 篇 · ${photos} 图` },
        ...(fit.tone === 'red' || fit.tone === 'amber' ? [{ text: `${fit.words} 行`, tone: fit.tone }] : []),
      ],
      right: '点文框看溢欠，双击打开稿件',
    })
  }, [page, layout, shown])

  if (!edition || !page || !shown || !layout) {
    return <Empty className="no-story" description="还没有期和版" />
  }
  const { paper } = layout
  const fitScale = Math.min(
    (room.width - 48) / shown.painting.width,
    (room.height - 40) / shown.painting.height,
  )
  const scale = zoom === 'fit' ? Math.max(0.2, fitScale) : zoom * trueSize
  const step = (direction: 1 | -1) => {
    const share = scale / trueSize
    const next = direction === 1 ? zooms.find(z => z > share + 0.01) : zooms.findLast(z => z < share - 0.01)
    if (next !== undefined) setZoom(next)
  }
  const arrange = () =>
    attempt('arrange', () => {
      const stories = planned.flatMap(row => {
        const parts = texts.get(row.id)
        return parts ? [{ id: row.id, parts }] : []
      })
      const next = arrangeStories(paper, page.number, stories)
      changePage(page.id, '按稿库排版', [
        ...layout.frames.map(frame => ({ op: 'remove' as const, frameId: frame.id })),
        ...next.frames.map(frame => ({ op: 'add' as const, frame, before: null })),
      ])
      return Promise.resolve()
    })
  const exportPdf = () =>
    attempt('pdf', async () => {
      const { file, name, missingGlyphs } = await client.output.pageProof({ pageId: page.id })
      setMissing({ page: page.id, glyphs: missingGlyphs })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    })
  return (
    <div className="pages-view">
      <Thumbnails views={views} />
      <section className="page-room" aria-label="版面">
        {failure && <FailureNote failure={failure} onClose={dismiss} />}
        {missing?.page === pageId && missing.glyphs.length > 0 && (
          <p className="missing-glyphs" role="status">
            字体里没有“{missing.glyphs.join('')}”，PDF 上印作〓。换成别的字，或在排版机上补。
            <button type="button" className="plain" onClick={() => setMissing(null)}>
              知道了
            </button>
          </p>
        )}
        <div className="page-scroll" ref={canvas}>
          <PaintingCanvas
            painting={shown.painting}
            scale={scale}
            label="版样"
            readable
            className="page-sheet"
          >
            {layout.frames.map(frame => {
              const placed = shown.frames.get(frame.id)
              if (!placed) return null
              const { rect, fit } = placed
              const over = fit && fit.overset.lines > 0 ? fit.overset : null
              const storyId = frame.kind === 'story' ? frame.storyId : null
              return (
                <button
                  key={frame.id}
                  type="button"
                  className={`frame ${frame.id === chosen ? 'on' : ''}`}
                  aria-label={`文框 ${storyId ? (texts.get(storyId)?.headline ?? '') : ''}`}
                  style={{
                    left: rect.x * scale - 2,
                    top: rect.y * scale - 2,
                    width: rect.width * scale + 4,
                    height: rect.height * scale + 4,
                  }}
                  onClick={() => setChosen(frame.id)}
                  onDoubleClick={() => storyId && openStory(storyId)}
                >
                  {over && (
                    <span className="over">
                      溢 {over.lines} 行 {over.characters} 字
                    </span>
                  )}
                </button>
              )
            })}
          </PaintingCanvas>
        </div>
        <div className="zoom">
          <Segmented
            size="small"
            value={zoom === 'fit' ? 'fit' : zoom === 1 ? 1 : ''}
            options={[
              { value: 'fit', label: '适合窗口' },
              { value: 1, label: '原大' },
            ]}
            onChange={value => value !== '' && setZoom(value as Zoom)}
          />
          <Button type="text" size="small" aria-label="缩小" onClick={() => step(-1)}>
            －
          </Button>
          <span>{Math.round((scale / trueSize) * 100)}%</span>
          <Button type="text" size="small" aria-label="放大" onClick={() => step(1)}>
            ＋
          </Button>
          <span className="quiet">{paper.name}</span>
        </div>
      </section>
      <aside className="inspector" aria-label="文框">
        <FrameInspector layout={layout} composed={shown} chosen={chosen} onChoose={setChosen} />
        <div className="page-acts">
          <Button loading={busy === 'pdf'} onClick={() => void exportPdf()}>
            导出版样 PDF
          </Button>
          <Button
            loading={busy === 'arrange'}
            disabled={planned.length === 0}
            title={planned.length === 0 ? '稿库里还没有稿件归到这一版' : '把稿库里归到这一版的稿件重新排一遍'}
            onClick={() => void arrange()}
          >
            按稿库排版
          </Button>
        </div>
      </aside>
    </div>
  )
}
