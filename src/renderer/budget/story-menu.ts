import type { BudgetRow } from '../../shared/budget/budget-row'
import { newsroomNow, openPage, openStory } from '../newsroom/newsroom'
import { mayNot } from '../newsroom/use-may'
import { fileActs } from '../story-files/file-acts'
import { makeFiles } from '../story-files/make-files'
import type { MenuEntry } from '../ui/menu-entries'
import { planStories, restoreStories, trashStories } from './budget-actions'
import { columns, type ColumnKey, type TableColumn } from './columns'
import { commonInput, type ColumnView } from './columns/column'
import { mayNotPlan } from './may-plan'
import { placeOf } from './row-words'

/** What a list's menu has besides what can be done to stories anywhere. */
export interface MenuPlace {
  readonly isTrash?: boolean
  /** Before all others. */
  readonly own?: readonly MenuEntry[]
  /** Opens the field of a column that is typed, where the list has fields. */
  onType?(column: ColumnKey): void
  /** Whether Delete moves to the trash there, and Enter opens. */
  readonly hasKeys?: boolean
}

/** What can be done to stories, as the right mouse button and the menu key offer it. */
export function storyEntries(
  rows: readonly BudgetRow[],
  view: ColumnView,
  { isTrash = false, own = [], onType, hasKeys = false }: MenuPlace = {},
): readonly MenuEntry[] {
  const [first] = rows
  if (!first) return []
  const files: MenuEntry = {
    label: '导出',
    entries: fileActs(rows.length).map(({ title, order }) => ({
      label: title,
      run: () => void makeFiles({ ...order, ids: rows.map(row => row.id) }),
    })),
  }
  if (isTrash) return [{ label: '放回稿库', run: () => void restoreStories(rows) }, files]
  const open: MenuEntry[] =
    rows.length > 1
      ? []
      : [{ label: '打开稿件', ...(hasKeys && { extra: 'Enter' }), run: () => openStory(first.id) }]
  return [
    ...own,
    ...open,
    ...pageEntry(rows, view),
    'line',
    ...columns.flatMap(column => editEntry(column, rows, view, onType)),
    'line',
    files,
    {
      label: '移入废稿箱',
      ...(hasKeys && { extra: 'Delete' }),
      disabled: mayNot('stories.trash', rows) !== null,
      run: () => void trashStories(rows),
    },
  ]
}

/** The way to the page for which the stories are planned, if they share one that is there. */
function pageEntry(rows: readonly BudgetRow[], { editions }: ColumnView): MenuEntry[] {
  const { editionId, page } = rows[0]!
  if (rows.some(row => row.editionId !== editionId || row.page !== page)) return []
  const own = newsroomNow()
    .editions.find(one => one.id === editionId)
    ?.pages.find(one => one.number === page)
  return own ? [{ label: `看 ${placeOf({ editionId, page }, editions)}`, run: () => openPage(own.id) }] : []
}

function editEntry(
  { key, title, edit }: TableColumn,
  rows: readonly BudgetRow[],
  view: ColumnView,
  onType: MenuPlace['onType'],
): MenuEntry[] {
  if (!edit) return []
  const held = commonInput(edit, rows, view.clock)
  const choice = (value: string, label: string): MenuEntry => {
    const made = edit.read(value, view.clock)
    return {
      label,
      ...(value === held && { extra: '✓' }),
      disabled: !made.ok || mayNotPlan(rows, made.change) !== null,
      run: () => made.ok && void planStories(rows, made.change, title),
    }
  }
  if (edit.kind === 'choice') {
    return [
      { label: title, entries: edit.choices(rows, view).map(({ value, label }) => choice(value, label)) },
    ]
  }
  const typed = (label: string): MenuEntry[] => (onType ? [{ label, run: () => onType(key) }] : [])
  if (edit.kind !== 'time') return typed(`${title}…`)
  const offers = (edit.offers?.(view) ?? []).map(offer => choice(offer, offer))
  return [{ label: title, entries: [...offers, choice('', '不设'), ...typed('写时间…')] }]
}
