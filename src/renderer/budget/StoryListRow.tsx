import { type BudgetRow } from '../../shared/contract'
import { storyStateNames } from '../../shared/budget/story-state'
import { LengthBar } from './LengthBar'
import { charactersStatus } from '../../shared/budget/length-status'
import { ofPlanned } from './row-words'
import { authorOf, titleOf } from '../../shared/budget/story-names'
import { photoFaults } from '../../shared/budget/photo-faults'
import { stateTones } from './state-tone'

interface Props {
  readonly row: BudgetRow
  /** The story in the editor. */
  readonly open: boolean
  /** Where the keys stand. */
  readonly current: boolean
  onOpen(row: BudgetRow): void
}

export const optionId = (id: string): string => `story-${id}`

/** One story of the list: headline and state above, genre, author and length below. */
export function StoryListRow({ row, open, current, onOpen }: Props) {
  const title = titleOf(row)
  // What the page cannot go without speaks louder than where the story stands.
  const fault = photoFaults(row)[0]
  const state = storyStateNames[row.state]
  const long = charactersStatus(row) === 'over'
  return (
    <div
      id={optionId(row.id)}
      className={`story-row${open ? ' open' : ''}${current ? ' current' : ''}`}
      role="option"
      aria-selected={open}
      onClick={() => onOpen(row)}
    >
      <div className="title-line">
        <span className={row.headline.trim() === '' ? 'untitled' : ''} title={title}>
          {title}
        </span>
        <em className={`tag ${fault === undefined ? stateTones[row.state] : 'red'}`} title={state}>
          {fault ?? state}
        </em>
      </div>
      <div className="fact-line">
        <span className="who-wrote">
          {row.genre} · {authorOf(row) || '—'}
        </span>
        <LengthBar actual={row.characters} planned={row.plannedCharacters} tolerance={row.lengthTolerance} />
        <span className={`length ${long ? 'over' : ''}`}>
          {ofPlanned(row.characters, row.plannedCharacters)}
          {row.plannedCharacters === null && ' 字'}
        </span>
      </div>
    </div>
  )
}
