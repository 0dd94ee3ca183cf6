import { charactersStatus } from '../../../shared/budget/length-status'
import { LengthBar } from '../LengthBar'
import { ofPlanned } from '../row-words'
import type { BudgetColumn, CellProps } from './column'
import { countEdit } from './count-edit'

function CharactersCell({ row }: CellProps) {
  const { characters, plannedCharacters, lengthTolerance } = row
  return (
    <>
      <LengthBar actual={characters} planned={plannedCharacters} tolerance={lengthTolerance} />
      <span className={charactersStatus(row) === 'over' ? 'length over' : 'length'}>
        {ofPlanned(characters, plannedCharacters)}
      </span>
    </>
  )
}

/** 字数, beside what is planned. */
export const charactersColumn: BudgetColumn<'characters'> = {
  key: 'characters',
  title: '字数',
  width: 128,
  isFigure: true,
  isInTrash: true,
  words: row => ofPlanned(row.characters, row.plannedCharacters),
  Cell: CharactersCell,
  order: row => row.characters,
  edit: countEdit('plannedCharacters'),
}
