import type { KeyboardEvent } from 'react'
import { openStory } from '../newsroom/newsroom'
import { trashStories } from './budget-actions'
import { columnOf } from './columns'
import { undo } from './notice'
import { goTo, type Standing } from './table-hands'
import { move } from './table-items'
import { beginEdit, select, toggleFold, toggleSelected, useTable } from './table-state'

/** Runs a key on the table; false when the table has no use for it. */
export function runTableKey(event: KeyboardEvent, { items, rows, columns, page }: Standing): boolean {
  const { cursor, selected, trash } = useTable.getState()
  const item = items.find(one => one.key === cursor?.row)
  const row = item?.kind === 'story' ? item.row : null
  const column = cursor?.column ?? null
  const edit = column === null ? undefined : columnOf(column).edit
  const go = (down: number, across = 0) => {
    const to = move(items, columns, cursor, down, across)
    if (to) goTo(to)
    return true
  }
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'a') select(rows.map(one => one.id))
    else if (event.key === 'z') void undo()
    else if (event.key === 'Home') go(-items.length)
    else if (event.key === 'End') go(items.length)
    else return false
    return true
  }
  if (event.altKey) return false
  switch (event.key) {
    case 'ArrowDown':
      return go(1)
    case 'ArrowUp':
      return go(-1)
    case 'PageDown':
      return go(page)
    case 'PageUp':
      return go(-page)
    case 'ArrowLeft':
    case 'ArrowRight': {
      const opens = event.key === 'ArrowRight'
      if (item?.kind !== 'group') return go(0, opens ? 1 : -1)
      if (item.folded === opens) toggleFold(item.key)
      return true
    }
    case 'Home':
      return go(0, -columns.length)
    case 'End':
      return go(0, columns.length)
    case 'Escape':
      select([])
      return true
    case 'Delete': {
      const chosen = rows.filter(one => selected.has(one.id))
      if (!trash) void trashStories(chosen.length > 0 ? chosen : row ? [row] : [])
      select([])
      return true
    }
    case ' ':
      if (item?.kind === 'group') toggleFold(item.key)
      else if (row) toggleSelected(row.id)
      return true
    case 'Enter':
    case 'F2':
      if (item?.kind === 'group') toggleFold(item.key)
      else if (row && column && edit) {
        if (!trash) beginEdit(row.id, column)
      } else if (row && !trash && event.key === 'Enter') openStory(row.id)
      return true
    default:
      if (trash || !row || !column || edit?.kind !== 'count' || !/^\d$/.test(event.key)) return false
      beginEdit(row.id, column, event.key)
      return true
  }
}
