import { Checkbox } from 'antd'
import type { TableProps } from 'antd'
import { type BudgetRow } from '../../shared/contract'
import { genres } from '../../shared/budget/genre'
import { storyStateNames } from '../../shared/budget/story-state'
import { BudgetCell, cellId } from './BudgetCell'
import type { Clock } from './cell-edits'
import { selectionWidth } from './column-widths'
import { GroupLine } from './GroupLine'
import { type ColumnFilters } from './row-filters'
import { placeKey } from '../../shared/budget/row-place'
import { columnNames, type ColumnKey, type RowOrder } from './row-order'
import { dayName, pageNameIn } from './row-words'
import { nameOf, type BudgetContext } from '../../shared/budget/budget-context'
import { titleOf } from '../../shared/budget/story-names'
import { storyStateOrder } from '../../shared/budget/story-state'
import { touchSelection } from './table-hands'
import type { TableItem } from './table-items'

type Columns = NonNullable<TableProps<TableItem>['columns']>
type Filters = NonNullable<Columns[number]['filters']>

interface Options {
  readonly shown: readonly ColumnKey[]
  readonly widths: Readonly<Record<ColumnKey, number>>
  readonly order: RowOrder | null
  readonly filters: ColumnFilters
  readonly trash: boolean
  /** All rows of the budget: what can be filtered by is what there is. */
  readonly all: readonly BudgetRow[]
  /** The rows on show, for the box that selects them all. */
  readonly rows: readonly BudgetRow[]
  readonly selected: ReadonlySet<string>
  readonly context: BudgetContext
  readonly clock: Clock
  onSelectAll(all: boolean): void
  onDrag(column: ColumnKey, width: number, letGo: boolean): void
}

const right: ReadonlySet<ColumnKey> = new Set(['number', 'characters', 'lines'])

/** The columns of the budget for Ant Design's table: the box, then what is shown. */
export function budgetColumns(options: Options): Columns {
  const { shown, widths, order, filters, trash, all, rows, selected, context, clock } = options
  const across = shown.length + 1
  const chosen = rows.reduce((count, row) => count + Number(selected.has(row.id)), 0)
  const box: Columns[number] = {
    key: 'select',
    width: selectionWidth,
    title: (
      <Checkbox
        aria-label="全选"
        checked={chosen > 0 && chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onChange={event => options.onSelectAll(event.target.checked)}
      />
    ),
    onCell: item => (item.kind === 'group' ? { colSpan: across } : { role: 'gridcell' }),
    render: (_, item) =>
      item.kind === 'group' ? (
        <GroupLine group={item.group} folded={item.folded} context={context} />
      ) : (
        <Checkbox
          aria-label={`选中 ${titleOf(item.row)}`}
          tabIndex={-1}
          checked={selected.has(item.row.id)}
          onClick={event => touchSelection(item.key, event.shiftKey)}
        />
      ),
  }
  const columns = shown.map((key): Columns[number] => {
    const filter = filtersOf(key, all, context)
    return {
      key,
      title: trash && key === 'changed' ? '移入时间' : columnNames[key],
      width: widths[key],
      align: right.has(key) ? 'right' : 'left',
      sorter: true,
      showSorterTooltip: false,
      sortOrder: order?.column === key ? order.direction : null,
      ...(filter === null
        ? {}
        : {
            filters: filter,
            filterMode: key === 'place' ? ('tree' as const) : ('menu' as const),
            filteredValue: [...filters[key as keyof ColumnFilters]],
          }),
      onHeaderCell: () =>
        ({
          'aria-label': columnNames[key],
          'data-width': widths[key],
          'data-side': right.has(key) ? 'right' : 'left',
          onDrag:
            key === 'headline' ? null : (width: number, letGo: boolean) => options.onDrag(key, width, letGo),
        }) as object,
      onCell: item =>
        item.kind === 'group' ? { colSpan: 0 } : { role: 'gridcell', id: cellId(item.key, key) },
      render: (_, item) =>
        item.kind === 'group' ? null : (
          <BudgetCell row={item.row} column={key} context={context} clock={clock} />
        ),
    }
  })
  return [box, ...columns]
}

/** What a column can be filtered by; null for those that are not. */
function filtersOf(key: ColumnKey, all: readonly BudgetRow[], context: BudgetContext): Filters | null {
  switch (key) {
    case 'genre':
      return genres
        .filter(genre => all.some(row => row.genre === genre))
        .map(genre => ({ text: genre, value: genre }))
    case 'state':
      return storyStateOrder
        .filter(state => all.some(row => row.state === state))
        .map(state => ({ text: storyStateNames[state], value: state }))
    case 'editor': {
      const ids = [...new Set(all.map(row => row.editorId ?? ''))].sort()
      return ids.map(id => ({ text: nameOf(id === '' ? null : id, context) || '未定', value: id }))
    }
    case 'place':
      return placeFilters(all, context)
    default:
      return null
  }
}

function placeFilters(all: readonly BudgetRow[], context: BudgetContext): Filters {
  const pages = new Map<string, Set<number | null>>()
  let unplaced = false
  for (const { editionId, page } of all) {
    if (editionId === null) unplaced = true
    else pages.set(editionId, (pages.get(editionId) ?? new Set()).add(page))
  }
  const editions = [...pages]
    .map(([id, numbers]) => ({ id, numbers, edition: context.editions.get(id) }))
    .sort((a, b) => ((a.edition?.date ?? '') < (b.edition?.date ?? '') ? 1 : -1))
    .map(({ id, numbers, edition }) => ({
      text: edition ? dayName(edition.date) : '其他期',
      value: id,
      children: [...numbers]
        .sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
        .map(page => ({ text: pageNameIn(edition, page), value: placeKey({ editionId: id, page }) })),
    }))
  return unplaced ? [...editions, { text: '未排期', value: 'none' }] : editions
}
