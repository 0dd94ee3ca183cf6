import { Checkbox } from 'antd'
import type { TableProps } from 'antd'
import type { BudgetRow } from '../../shared/budget/budget-row'
import { titleOf } from '../../shared/budget/story-names'
import { BudgetCell, cellId } from './BudgetCell'
import type { RowOrder } from './column-order'
import { selectionWidth } from './column-widths'
import { columnOf, mainColumn, type ColumnKey, type TableColumn } from './columns'
import type { ColumnView, FilterChoice } from './columns/column'
import { GroupLine } from './GroupLine'
import type { ColumnFilters } from './row-filters'
import { touchSelection } from './table-hands'
import type { TableItem } from './table-items'

type Columns = NonNullable<TableProps<TableItem>['columns']>

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
  readonly view: ColumnView
  onSelectAll(all: boolean): void
  onDrag(column: ColumnKey, width: number, letGo: boolean): void
}

/** The columns of the budget for Ant Design's table: the box, then what is shown. */
export function tableColumns(options: Options): Columns {
  return [selectionColumn(options), ...options.shown.map(key => tableColumn(columnOf(key), options))]
}

function selectionColumn({ shown, rows, selected, view, onSelectAll }: Options): Columns[number] {
  const across = shown.length + 1
  const chosen = rows.reduce((count, row) => count + Number(selected.has(row.id)), 0)
  return {
    key: 'select',
    width: selectionWidth,
    title: (
      <Checkbox
        aria-label="全选"
        checked={chosen > 0 && chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onChange={event => onSelectAll(event.target.checked)}
      />
    ),
    onCell: item => (item.kind === 'group' ? { colSpan: across } : { role: 'gridcell' }),
    render: (_, item) =>
      item.kind === 'group' ? (
        <GroupLine group={item.group} folded={item.folded} context={view} />
      ) : (
        <Checkbox
          aria-label={`选中 ${titleOf(item.row)}`}
          tabIndex={-1}
          checked={selected.has(item.row.id)}
          onClick={event => touchSelection(item.key, event.shiftKey)}
        />
      ),
  }
}

function tableColumn(column: TableColumn, options: Options): Columns[number] {
  const { widths, order, trash, view, onDrag } = options
  const { key, title, titleInTrash, isFigure } = column
  const side = isFigure ? 'right' : 'left'
  const head = trash ? (titleInTrash ?? title) : title
  return {
    key,
    title: head,
    width: widths[key],
    align: side,
    sorter: true,
    showSorterTooltip: false,
    sortOrder: order?.column === key ? order.direction : null,
    ...filterOf(column, options),
    onHeaderCell: () =>
      ({
        'aria-label': head,
        'data-width': widths[key],
        'data-side': side,
        onDrag: column === mainColumn ? null : (width: number, letGo: boolean) => onDrag(key, width, letGo),
      }) as object,
    onCell: item =>
      item.kind === 'group' ? { colSpan: 0 } : { role: 'gridcell', id: cellId(item.key, key) },
    render: (_, item) =>
      item.kind === 'group' ? null : <BudgetCell row={item.row} column={column} view={view} />,
  }
}

/** A column's filter for Ant Design: a tree where its choices stand under heads. */
function filterOf({ key, filter }: TableColumn, { all, filters, view }: Options): Partial<Columns[number]> {
  if (!filter) return {}
  const choices = filter.choices(all, view)
  return {
    filters: choices.map(asItem),
    filterMode: choices.some(choice => choice.children) ? 'tree' : 'menu',
    filteredValue: [...(filters[key] ?? [])],
  }
}

type Item = NonNullable<Columns[number]['filters']>[number]

const asItem = ({ text, value, children }: FilterChoice): Item => ({
  text,
  value,
  ...(children && { children: children.map(asItem) }),
})
