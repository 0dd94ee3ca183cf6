import { Button, Empty } from 'antd'
import { useEffect, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { FilesNote } from '../story-files/FilesNote'
import { sayInFooter } from '../ui/footer'
import { remember, useNewsroom } from '../newsroom/newsroom'
import { BudgetBar } from './BudgetBar'
import { BudgetTable } from './BudgetTable'
import { EmptyBudget } from './EmptyBudget'
import { NoticeLine } from './NoticeLine'
import { isFiltering } from './row-filters'
import { sumOf } from '../../shared/budget/page-groups'
import { sumWords } from './row-words'
import { columns, mainColumn, type ColumnKey, type TableColumn } from './columns'
import { figure } from './row-words'
import { showAll, showTrash, useTable } from './table-state'
import { useBudgetContext, useColumnView } from './use-budget-context'
import { useTableRows } from './use-table-rows'
import { useTrash } from './use-trash'
import './budget.css'

const groupedKey = 'budget.grouped'
const columnsKey = 'budget.columns'

const keys = (some: readonly TableColumn[]): readonly ColumnKey[] => some.map(column => column.key)
const usual = keys(columns.filter(column => !column.isUsuallyHidden))
const inTrash = keys(columns.filter(column => column.isInTrash))

/** 稿库: the whole budget as a table, and the trash. */
export function BudgetView() {
  const budget = useNewsroom(s => s.rows)
  const remembered = useNewsroom(s => s.memory[columnsKey])
  const grouped = useNewsroom(s => s.memory[groupedKey]) !== false
  const { trash, view, query, filters, selected } = useTable(
    useShallow(({ trash, view, query, filters, selected }) => ({ trash, view, query, filters, selected })),
  )
  const trashed = useTrash(trash)
  const context = useBudgetContext()
  const columnView = useColumnView(context)
  const all = trash ? trashed : budget
  const { rows, items } = useTableRows(all, context, grouped && !trash)
  const shown = useMemo(() => {
    if (trash) return inTrash
    if (!Array.isArray(remembered)) return usual
    return keys(columns.filter(column => column === mainColumn || remembered.includes(column.key)))
  }, [trash, remembered])
  const chosen = useMemo(() => rows.filter(row => selected.has(row.id)), [rows, selected])

  const sum = useMemo(() => sumOf(rows), [rows])
  useEffect(() => {
    sayInFooter({
      left: [
        {
          text:
            rows.length === all.length ? `${figure(rows.length)} 篇` : `${rows.length} / ${all.length} 篇`,
        },
        { text: sumWords(sum.characters, sum.plannedCharacters, '字') },
        { text: sumWords(sum.lines, sum.plannedLines, '行') },
      ],
      right: '',
    })
  }, [rows, all, sum])

  const filtered = isFiltering(filters)
  return (
    <section className="budget" aria-label="稿库">
      <BudgetBar
        rows={budget}
        selected={chosen}
        view={columnView}
        grouped={grouped}
        shown={shown}
        onGroup={next => remember(groupedKey, next)}
        onColumns={next => remember(columnsKey, next)}
      />
      <NoticeLine />
      <FilesNote />
      {filtered && (
        <div className="notice-line" role="status">
          <span>
            按列筛选后有 {rows.length} 篇，另有 {all.length - rows.length} 篇没有显示
          </span>
          <Button type="link" size="small" onClick={showAll}>
            清除筛选
          </Button>
        </div>
      )}
      {all.length > 0 && (rows.length > 0 || filtered) && (
        <BudgetTable all={all} rows={rows} items={items} shown={shown} view={columnView} trash={trash} />
      )}
      {rows.length === 0 && !filtered && !trash && (
        <EmptyBudget rows={budget.length} query={query} view={view} context={context} onAll={showAll} />
      )}
      {rows.length === 0 && trash && (
        <Empty
          className="empty-budget"

          description={query === '' ? '废稿箱是空的' : `废稿箱里没有找到“${query.trim()}”`}
        >
          <Button onClick={() => (query === '' ? showTrash(false) : showAll())}>
            {query === '' ? '回稿库' : '清空查找'}
          </Button>
        </Empty>
      )}
    </section>
  )
}
