import { Button } from 'antd'
import { type BudgetRow } from '../../shared/contract'
import { storyStateNames } from '../../shared/budget/story-state'
import { useLayoutNotes } from '../newsroom/layout-notes'
import { openStory } from '../newsroom/newsroom'
import { restoreStories } from './budget-actions'
import { isEditable, type Clock } from './cell-edits'
import { CellEditor } from './CellEditor'
import { LengthBar } from './LengthBar'
import { isLate } from '../../shared/budget/deadline'
import { charactersStatus, linesStatus } from '../../shared/budget/length-status'
import type { ColumnKey } from './row-order'
import { figure, ofPlanned, placeOf } from './row-words'
import { authorOf, makersOf, titleOf } from '../../shared/budget/story-names'
import { nameOf, type BudgetContext } from '../../shared/budget/budget-context'
import { photoFaults } from '../../shared/budget/photo-faults'
import { saidTime } from '../ui/said-time'
import { stateTones } from './state-tone'
import { beginEdit, useTable } from './table-state'

interface Props {
  readonly row: BudgetRow
  readonly column: ColumnKey
  readonly context: BudgetContext
  readonly clock: Clock
}

export const cellId = (row: string, column: ColumnKey | null): string => `cell-${row}-${column ?? 'group'}`

/** One cell of the budget table: what it says, or the field that changes it. */
export function BudgetCell({ row, column, context, clock }: Props) {
  const current = useTable(s => s.cursor?.row === row.id && s.cursor.column === column)
  const editing = useTable(s => (s.editing?.row === row.id && s.editing.column === column ? s.editing : null))
  if (editing) {
    return <CellEditor row={row} column={column} context={context} clock={clock} typed={editing.typed} />
  }
  const edits = isEditable(column) && row.trashedAt === null
  return (
    <div
      className={`cell ${column}${current ? ' current' : ''}${edits ? ' edits' : ''}`}
      onClick={edits ? () => beginEdit(row.id, column) : undefined}
    >
      <CellWords row={row} column={column} context={context} clock={clock} />
    </div>
  )
}

function CellWords({ row, column, context, clock }: Props) {
  switch (column) {
    case 'number':
      return <span className="faint">{row.number}</span>
    case 'headline': {
      const title = titleOf(row)
      const untitled = row.headline.trim() === '' ? ' untitled' : ''
      if (row.trashedAt !== null) {
        return (
          <>
            <span title={title}>{title}</span>
            <Button type="link" size="small" tabIndex={-1} onClick={() => void restoreStories([row])}>
              放回稿库
            </Button>
          </>
        )
      }
      return (
        <>
          <button
            type="button"
            tabIndex={-1}
            className={`to-story${untitled}`}
            title={title}
            onClick={() => openStory(row.id)}
          >
            {title}
          </button>
          <SaidToLayout storyId={row.id} />
        </>
      )
    }
    case 'characters':
    case 'lines': {
      const [actual, planned, status] =
        column === 'characters'
          ? [row.characters, row.plannedCharacters, charactersStatus(row)]
          : [row.lines, row.plannedLines, linesStatus(row)]
      const over = status === 'over'
      return (
        <>
          {column === 'characters' && (
            <LengthBar actual={actual} planned={planned} tolerance={row.lengthTolerance} />
          )}
          <span className={over ? 'length over' : 'length'}>{ofPlanned(actual, planned)}</span>
        </>
      )
    }
    case 'state':
      return <em className={`tag ${stateTones[row.state]}`}>{storyStateNames[row.state]}</em>
    case 'photos': {
      const faults = photoFaults(row)
      if (row.photos === 0) return <span className="faint">—</span>
      return (
        <>
          <span className="photo-count">{figure(row.photos)}</span>
          {faults.map(fault => (
            <em key={fault} className="tag red" title={faults.join('、')}>
              {fault}
            </em>
          ))}
        </>
      )
    }
    case 'deadline': {
      if (row.deadline === null) return <span className="faint">—</span>
      const late = isLate(row, clock.now)
      const said = saidTime(row.deadline, clock.now, clock.zone)
      return (
        <span className={late ? 'late' : ''} title={late ? `${said}，已过截稿时间` : said}>
          {said}
        </span>
      )
    }
    case 'changed': {
      const at = saidTime(row.trashedAt ?? row.changedAt, clock.now, clock.zone)
      const who = nameOf(row.changedBy, context)
      const said = who === '' ? at : `${at} · ${who}`
      return (
        <span className="faint" title={said}>
          {said}
        </span>
      )
    }
    default: {
      const words = plainWords(row, column, context)
      const hover = column === 'author' ? makersOf(row) || words : words
      return words === '' ? <span className="faint">—</span> : <span title={hover}>{words}</span>
    }
  }
}

/** That the story's editor has left word for the layout desk. */
function SaidToLayout({ storyId }: { readonly storyId: string }) {
  const notes = useLayoutNotes(storyId)
  if (notes.length === 0) return null
  return (
    <em className="tag amber" title={notes.map(note => note.entries[0]!.text).join('\n')}>
      留话 {notes.length}
    </em>
  )
}

function plainWords(row: BudgetRow, column: ColumnKey, context: BudgetContext): string {
  switch (column) {
    case 'place':
      return placeOf(row, context.editions)
    case 'author':
      return authorOf(row)
    case 'editor':
      return nameOf(row.editorId, context)
    case 'genre':
    case 'slug':
    case 'note':
      return row[column]
    default:
      return ''
  }
}
