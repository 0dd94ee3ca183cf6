import { Table, type TableProps, type TableRef } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { remember, useNewsroom } from '../newsroom/newsroom'
import { cellId } from './BudgetCell'
import { columnWidths, draggedWidth, selectionWidth, type Widths } from './column-widths'
import { HeadCell } from './HeadCell'
import { columns, mainColumn, type ColumnKey } from './columns'
import { valuesOf, type ColumnFilters } from './row-filters'
import type { ColumnView } from './columns/column'
import { storyEntries } from './story-menu'
import { ContextMenu } from '../ui/ContextMenu'
import { tableColumns } from './table-columns'
import { focusTable, stand, standingTable } from './table-hands'
import type { TableItem } from './table-items'
import { runTableKey } from './table-keys'
import { beginEdit, editSelected, putCursor, select, useTable, type TableState } from './table-state'
import { useSize } from './use-size'

interface Props {
  readonly all: readonly BudgetRow[]
  readonly rows: readonly BudgetRow[]
  readonly items: readonly TableItem[]
  readonly shown: readonly ColumnKey[]
  readonly view: ColumnView
  readonly trash: boolean
}

const widthsKey = 'budget.widths'
const components = { header: { cell: HeadCell } }

/** Heights of a line and of the head (px), as budget.css sets them; the table scrolls by them. */
const lineHeight = 33
const headHeight = 33

/** The budget as a table that keys can walk, that sorts, filters, folds and is edited in its cells. */
export function BudgetTable({ all, rows, items, shown, view, trash }: Props) {
  const order = useTable(s => s.order)
  const filters = useTable(s => s.filters)
  const selected = useTable(s => s.selected)
  const open = useNewsroom(s => s.story)
  const kept = useNewsroom(s => s.memory[widthsKey]) as Widths | undefined
  const [live, setLive] = useState<Widths | null>(null)
  const dragged = live ?? kept
  const [host, size] = useSize<HTMLDivElement>()
  const table = useRef<TableRef>(null)

  const bodyHeight = Math.max(lineHeight, (size?.height ?? 0) - headHeight)
  useEffect(() => {
    stand({
      items,
      rows,
      columns: shown,
      page: Math.max(1, Math.floor(bodyHeight / lineHeight) - 1),
      scrollTo: key => table.current?.scrollTo({ key, align: 'nearest' }),
      focus: () => host.current?.focus({ preventScroll: true }),
    })
    return () => stand(null)
  }, [items, rows, shown, bodyHeight, host])

  // Where the keys were left, and where a new story was put, is in sight.
  const stands = size !== null
  useEffect(() => {
    const { cursor } = useTable.getState()
    if (stands && cursor) table.current?.scrollTo({ key: cursor.row, align: 'nearest' })
  }, [stands])

  // The cursor moves with every key; the table itself need not be drawn anew for it.
  useEffect(() => {
    const point = ({ cursor }: TableState) => {
      if (cursor) host.current?.setAttribute('aria-activedescendant', cellId(cursor.row, cursor.column))
      else host.current?.removeAttribute('aria-activedescendant')
    }
    point(useTable.getState())
    return useTable.subscribe(point)
  }, [host])

  const room = size?.width ?? 0
  const widths = useMemo(() => columnWidths(shown, dragged ?? {}, room), [shown, dragged, room])
  const drawn = useMemo(
    () =>
      tableColumns({
        shown,
        widths,
        order,
        filters,
        trash,
        all,
        rows,
        selected,
        view,
        onSelectAll: every => select(every ? rows.map(row => row.id) : []),
        onDrag: (column, width, letGo) => {
          const next = { ...dragged, [column]: draggedWidth(column, width, widths) }
          setLive(letGo ? null : next)
          if (letGo) remember(widthsKey, next)
        },
      }),
    [shown, widths, order, filters, trash, all, rows, selected, view, dragged],
  )
  const onChange: TableProps<TableItem>['onChange'] = (_, chosen, sorter) => {
    const sorted = Array.isArray(sorter) ? sorter[0] : sorter
    const next: ColumnFilters = Object.fromEntries(
      columns.flatMap(({ key, filter }) => {
        if (!filter) return []
        const values = valuesOf(filter.choices(all, view))
        return [[key, (chosen[key] ?? []).map(String).filter(value => values.includes(value))]]
      }),
    )
    useTable.setState({
      filters: next,
      order: sorted?.order
        ? { column: sorted.columnKey as ColumnKey, direction: sorted.order as 'ascend' | 'descend' }
        : null,
    })
  }
  const total = shown.reduce((sum, column) => sum + widths[column], selectionWidth)
  /** What the menu is for: all that is selected, where it is pressed on one of them; else the one that is pressed. */
  const menuAt = (target: Element) => {
    if (target.closest('.cell-editor')) return []
    const { cursor, selected: marked } = useTable.getState()
    const key = target.closest<HTMLElement>('[data-row-key]')?.dataset['rowKey'] ?? cursor?.row
    const row = rows.find(one => one.id === key)
    if (!row) return []
    const several = marked.has(row.id) ? rows.filter(one => marked.has(one.id)) : [row]
    if (several.length === 1) putCursor({ row: row.id, column: cursor?.column ?? mainColumn.key })
    return storyEntries(several, view, {
      isTrash: trash,
      hasKeys: true,
      onType: column => {
        if (marked.has(row.id)) editSelected(column)
        else if (shown.includes(column)) beginEdit(row.id, column)
        else {
          select([row.id])
          editSelected(column)
        }
      },
    })
  }
  return (
    <ContextMenu
      entriesAt={menuAt}
      keyed={() => {
        const { cursor } = useTable.getState()
        return cursor && document.getElementById(cellId(cursor.row, cursor.column))
      }}
      onClose={() => useTable.getState().editing ?? focusTable()}
    >
      <div
        ref={host}
        className="budget-table"
        role="grid"
        aria-label={trash ? '废稿箱' : '稿库'}
        aria-rowcount={items.length}
        tabIndex={0}
        onFocus={event => {
          if (event.target === event.currentTarget && useTable.getState().cursor === null && items[0]) {
            const first = items[0]
            putCursor({ row: first.key, column: first.kind === 'group' ? null : mainColumn.key })
          }
        }}
        onKeyDown={event => {
          if (event.target !== event.currentTarget && event.key !== 'Escape') return
          const table = standingTable()
          if (table && runTableKey(event, table)) event.preventDefault()
        }}
      >
        {size && (
          <Table<TableItem>
            ref={table}
            virtual
            size="small"
            rowKey="key"
            pagination={false}
            components={components}
            columns={drawn}
            dataSource={items as TableItem[]}
            scroll={{ x: total, y: bodyHeight }}
            onChange={onChange}
            onRow={item =>
              item.kind === 'group'
                ? { role: 'row', className: 'group-row' }
                : {
                    role: 'row',
                    'aria-selected': selected.has(item.key),
                    ...(item.key === open && { 'aria-current': true }),
                    className: [selected.has(item.key) && 'selected-row', item.key === open && 'open-row']
                      .filter(Boolean)
                      .join(' '),
                  }
            }
          />
        )}
      </div>
    </ContextMenu>
  )
}
