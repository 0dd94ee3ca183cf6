import { Button, Listy } from 'antd'
import type { ListyRef } from 'antd/es/listy'
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { openStory, startImport, useNewsroom } from '../newsroom/newsroom'
import { EmptyBudget } from './EmptyBudget'
import { NewStoryButton } from './NewStoryButton'
import { NoticeLine } from './NoticeLine'
import { QuickViews } from './QuickViews'
import type { BudgetContext } from '../../shared/budget/budget-context'
import { isInView } from '../../shared/budget/quick-views'
import { groupByPage, groupKeyOf, type PageGroup } from '../../shared/budget/page-groups'
import { trashStories } from './budget-actions'
import { chooseListView, listViewIn, searchList, useListQuery } from './list-state'
import { groupTitle, sumWords } from './row-words'
import { SearchField } from './SearchField'
import { optionId, StoryListRow } from './StoryListRow'
import { storyEntries } from './story-menu'
import { ContextMenu } from '../ui/ContextMenu'
import { useBudgetContext, useColumnView } from './use-budget-context'
import { useSize } from './use-size'
import { useStorySearch } from './use-story-search'
import './budget.css'

/** Height of a row (px), for PageUp and PageDown. */
const rowHeight = 54

const pageHead = (group: PageGroup | undefined, context: BudgetContext) =>
  group && (
    <div className="page-head">
      <b>{groupTitle(group.place, context)}</b>
      <span>{sumWords(group.sum.characters, group.sum.plannedCharacters, '字')}</span>
    </div>
  )

/** The left column of 稿件: the stories by page, and the way to each. */
export const StoryList = memo(function StoryList() {
  // What a keystroke changes in its row may wait until the keystroke itself is on the screen.
  const rows = useDeferredValue(useNewsroom(s => s.rows))
  const open = useNewsroom(s => s.story)
  const view = useNewsroom(s => listViewIn(s.memory))
  const context = useBudgetContext()
  const columnView = useColumnView(context)
  const query = useListQuery(s => s.query)
  const [cursor, setCursor] = useState<string | null>(null)
  const list = useRef<ListyRef>(null)
  const [host, size] = useSize<HTMLDivElement>()

  const inView = useMemo(
    () => (query.trim() === '' ? rows.filter(row => isInView(row, view, context)) : rows),
    [rows, view, context, query],
  )
  const found = useStorySearch(inView, query)
  const groups = useMemo(() => groupByPage(found, context), [found, context])
  const shown = useMemo(() => groups.flatMap(group => group.rows), [groups])
  const byKey = useMemo(() => new Map(groups.map(group => [group.key, group])), [groups])
  const at = cursor ?? open
  const current = shown.findIndex(row => row.id === at)

  const moveTo = (index: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, index))]
    if (!row) return
    setCursor(row.id)
    list.current?.scrollTo({ key: row.id, align: 'auto' })
  }
  const page = Math.max(1, Math.floor((size?.height ?? 0) / rowHeight) - 1)
  const onKey = (event: KeyboardEvent): boolean => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current < 0 ? 0 : current - 1,
      PageDown: current + page,
      PageUp: current - page,
    }
    const move = moves[event.key]
    const row = shown[current] ?? shown[0]
    if (move !== undefined) moveTo(move)
    else if (event.key === 'Enter' && row) choose(row)
    else if (event.key === 'Delete' && event.target === host.current && shown[current]) {
      void trashStories([shown[current]])
    } else return false
    return true
  }
  const choose = (row: BudgetRow) => {
    setCursor(null)
    openStory(row.id)
  }

  const menuAt = (target: Element) => {
    const id = target.closest('[role="option"]')?.id ?? (at === null ? '' : optionId(at))
    const row = shown.find(one => optionId(one.id) === id)
    return row ? storyEntries([row], columnView, { hasKeys: true }) : []
  }

  const storyRow = (row: BudgetRow) => (
    <StoryListRow row={row} open={row.id === open} current={row.id === cursor} onOpen={choose} />
  )

  // The open story is in sight when the list first stands, when it was opened from elsewhere, and when it is new.
  const isListed = size !== null && shown.some(row => row.id === open)
  useEffect(() => {
    if (isListed && open !== null) list.current?.scrollTo({ key: open, align: 'auto' })
  }, [isListed, open])

  return (
    <section className="story-list" aria-label="稿件列表">
      <div className="list-tools">
        <SearchField
          label="在稿件中查找"
          placeholder="查找"
          value={query}
          onChange={searchList}
          onKey={onKey}
        />
        <Button size="small" onClick={startImport}>
          导入
        </Button>
        <NewStoryButton />
      </div>
      <QuickViews rows={rows} context={context} view={view} onChoose={chooseListView} />
      <NoticeLine />
      <ContextMenu
        entriesAt={menuAt}
        keyed={() => (at === null ? null : document.getElementById(optionId(at)))}
      >
        <div
          ref={host}
          className="list-rows"
          role="listbox"
          aria-label="稿件"
          tabIndex={0}
          aria-activedescendant={current >= 0 && at !== null ? optionId(at) : undefined}
          onBlur={() => setCursor(null)}
          onKeyDown={event => {
            if (event.key === 'Home' || event.key === 'End')
              moveTo(event.key === 'Home' ? 0 : shown.length - 1)
            else if (!onKey(event)) return
            event.preventDefault()
          }}
        >
          {shown.length === 0 && (
            <EmptyBudget
              rows={rows.length}
              query={query}
              view={view}
              context={context}
              onAll={() => (query === '' ? chooseListView('all') : searchList(''))}
            />
          )}
          {size && shown.length > 0 && (
            <Listy<BudgetRow, string>
              ref={list}
              virtual
              sticky
              items={shown as BudgetRow[]}
              rowKey="id"
              height={size.height}
              group={{
                key: groupKeyOf,
                title: key => pageHead(byKey.get(key), context),
              }}
              itemRender={storyRow}
            />
          )}
        </div>
      </ContextMenu>
    </section>
  )
})
