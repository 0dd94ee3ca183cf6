import { useEffect, useMemo, useState } from 'react'
import { titleOf } from '../../shared/budget/story-names'
import { waitingPhotos } from '../../shared/budget/waiting-photos'
import { plannedFor, waitingStories } from '../../shared/budget/waiting-stories'
import type { BudgetRow, EditionPage } from '../../shared/contract'
import { isFiltering, noFilters, passes } from '../budget/row-filters'
import { SearchField } from '../budget/SearchField'
import { storyEntries } from '../budget/story-menu'
import { useBudgetContext, useColumnView } from '../budget/use-budget-context'
import { useStorySearch } from '../budget/use-story-search'
import { openStory, useNewsroom } from '../newsroom/newsroom'
import { layoutsOf, usePages } from '../newsroom/page-store'
import { useStoryTexts, wantTexts } from '../newsroom/story-texts'
import { ContextMenu } from '../ui/ContextMenu'
import type { MenuEntry } from '../ui/menu-entries'
import { usePageView } from './page-views'
import { chooseWaiting } from './selection'
import type { TrayItem } from './tray-drop'
import { placeFromTray } from './tray-hand'
import { noneWaits } from './tray-words'
import { TrayFilter } from './TrayFilter'
import { TrayLine } from './TrayLine'
import { TrayPicture } from './TrayPicture'
import { TrayStory } from './TrayStory'

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
  const columnView = useColumnView(useBudgetContext())
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState(noFilters)
  const [all, setAll] = useState(false)
  const waiting = useMemo(() => waitingStories(rows, page, layoutsOf(pages)), [rows, page, pages])
  const every = useMemo(() => [...waiting.planned, ...waiting.others], [waiting])
  const found = useStorySearch(every, query)
  const kept = useMemo(() => new Set(found.filter(row => passes(row, filters))), [found, filters])
  const isPicked = query.trim() !== '' || isFiltering(filters)
  const planned = waiting.planned.filter(row => kept.has(row))
  // A search is read from its best hit down.
  const others = found.filter(row => kept.has(row) && waiting.others.includes(row))
  const isOpen = all || isPicked
  const shown = useMemo(
    () => [
      ...waiting.planned,
      ...(isOpen ? others.slice(0, mostOthers) : waiting.others.slice(0, mostOthers)),
    ],
    [waiting, others, isOpen],
  )
  useEffect(() => wantTexts(shown.map(row => row.id)), [shown])
  const photos = useMemo(
    () => (view ? waitingPhotos(view.layout, view.stories, layoutsOf(pages)) : []),
    [view, pages],
  )
  const assigned = plannedFor(rows, page).length

  const storyItem = (row: BudgetRow): TrayItem | null => {
    const parts = texts.get(row.id)
    return parts ? { kind: 'story', storyId: row.id, parts, title: titleOf(row) } : null
  }
  const entriesOf = new Map<string, () => readonly MenuEntry[]>()
  const line = (row: BudgetRow) => {
    const item = storyItem(row)
    const look = () => chooseWaiting(page.id, row.id)
    const put = () => item && placeFromTray(page.id, item)
    entriesOf.set(row.id, () =>
      storyEntries([row], columnView, {
        own: [
          { label: '上版', extra: 'Enter', disabled: item === null, run: put },
          { label: '看排法', extra: '空格', run: look },
        ],
      }),
    )
    return <TrayStory key={row.id} pageId={page.id} row={row} item={item} onPress={look} />
  }
  const menuAt = (target: Element) => {
    const id = target.closest<HTMLElement>('[data-menu]')?.dataset['menu']
    return (id === undefined ? undefined : entriesOf.get(id)?.()) ?? []
  }
  return (
    <ContextMenu entriesAt={menuAt}>
      <section className="story-tray" aria-label="稿件条">
        {every.length > 0 && (
          <div className="tray-tools">
            <SearchField label="在待排中查找" placeholder="查找" value={query} onChange={setQuery} />
            <TrayFilter rows={every} view={columnView} filters={filters} onFilter={setFilters} />
          </div>
        )}
        <h4>
          待排 <span className="quiet">{planned.length} 篇</span>
        </h4>
        {waiting.planned.length === 0 && <p className="quiet">{noneWaits(page.number, assigned)}</p>}
        {planned.map(line)}
        {isPicked && kept.size === 0 && <p className="quiet">待排的稿件里没有这样的。</p>}
        {photos.length > 0 && <h4>未上版的图片</h4>}
        {photos.map(photo => {
          const title = photo.photo.caption || '图片'
          const { storyId } = photo.source
          const key = `${storyId} ${photo.source.photo}`
          const item: TrayItem = { kind: 'photo', photo, title }
          entriesOf.set(key, () => [
            { label: '上版', extra: 'Enter', run: () => placeFromTray(page.id, item) },
            { label: '打开稿件', run: () => openStory(storyId) },
          ])
          return (
            <TrayLine key={key} menuId={key} pageId={page.id} item={item} title={title} storyId={storyId}>
              <TrayPicture image={photo.photo.image} />
              <span className="tray-title" title={title}>
                {title}
              </span>
            </TrayLine>
          )
        })}
        {others.length > 0 && (
          <button
            type="button"
            className="tray-more"
            aria-expanded={isOpen}
            disabled={isPicked}
            onClick={() => setAll(!all)}
          >
            其他待排 {others.length} 篇 <span aria-hidden>{isOpen ? '▾' : '▸'}</span>
          </button>
        )}
        {isOpen && others.slice(0, mostOthers).map(line)}
        {isOpen && others.length > mostOthers && (
          <p className="quiet">还有 {others.length - mostOthers} 篇，到稿库里归到这一版再排。</p>
        )}
      </section>
    </ContextMenu>
  )
}
