import { type BudgetRow, type Genre, type StoryPlan, type StoryState } from '../../shared/contract'
import { genres } from '../../shared/budget/genre'
import { storyStateNames } from '../../shared/budget/story-state'
import { readDeadline } from './deadline-input'
import { placeKey, placeOfKey } from '../../shared/budget/row-place'
import type { ColumnKey } from './row-order'
import { dayName, pageNameIn } from './row-words'
import { nameOf, type BudgetContext } from '../../shared/budget/budget-context'
import { saidTime } from '../ui/said-time'
import { storyStateOrder } from '../../shared/budget/story-state'

/** How a column is edited in place: typed, or chosen from a list. The other columns are not planned. */
export const cellKinds: Readonly<Partial<Record<ColumnKey, 'text' | 'count' | 'time' | 'choice'>>> = {
  slug: 'text',
  genre: 'choice',
  characters: 'count',
  lines: 'count',
  place: 'choice',
  author: 'text',
  editor: 'choice',
  state: 'choice',
  deadline: 'time',
  note: 'text',
}

export const isEditable = (column: ColumnKey): boolean => cellKinds[column] !== undefined

/** Most characters that a typed column takes, as the contract has it. */
export const typedLimits: Readonly<Partial<Record<ColumnKey, number>>> = {
  slug: 25,
  author: 60,
  note: 500,
  characters: 6,
  lines: 5,
  deadline: 30,
}

/** What the clock and the calendar of the paper say. */
export interface Clock {
  readonly now: Date
  readonly zone: string
}

/** What stands in the field when editing begins. */
export function inputOf(row: BudgetRow, column: ColumnKey, clock: Clock): string {
  switch (column) {
    case 'characters':
      return row.plannedCharacters === null ? '' : String(row.plannedCharacters)
    case 'lines':
      return row.plannedLines === null ? '' : String(row.plannedLines)
    case 'deadline':
      return row.deadline === null ? '' : saidTime(row.deadline, clock.now, clock.zone)
    case 'place':
      return placeKey(row)
    case 'editor':
      return row.editorId ?? ''
    case 'slug':
    case 'author':
    case 'note':
    case 'genre':
    case 'state':
      return row[column]
    default:
      return ''
  }
}

/** A change of the plan, or the sentence that says why what was typed makes none. */
export type CellChange =
  | { readonly ok: true; readonly change: Partial<StoryPlan> }
  | { readonly ok: false; readonly problem: string }

const to = (change: Partial<StoryPlan>): CellChange => ({ ok: true, change })

const mostCharacters = 100_000
const mostLines = 10_000

function countOf(input: string): number | null | undefined {
  const typed = input.normalize('NFKC').replace(/[\s,]|字|行/g, '')
  if (typed === '' || typed === '-' || typed === '无') return null
  return /^\d+$/.test(typed) ? Number(typed) : undefined
}

/** The plan that an input means in a column. */
export function changeOf(column: ColumnKey, input: string, clock: Clock): CellChange {
  switch (column) {
    case 'characters':
    case 'lines': {
      const count = countOf(input)
      const most = column === 'characters' ? mostCharacters : mostLines
      if (count === undefined || (count !== null && count > most)) {
        return { ok: false, problem: `填 0 到 ${most} 的整数，或留空` }
      }
      return to(column === 'characters' ? { plannedCharacters: count } : { plannedLines: count })
    }
    case 'deadline': {
      const deadline = readDeadline(input, clock.now, clock.zone)
      if (deadline.kind === 'unread') return { ok: false, problem: '写成 18:00、明天 9:30 或 11月24日 18:00' }
      return to({ deadline: deadline.kind === 'none' ? null : deadline.instant })
    }
    case 'place':
      return to(placeOfKey(input))
    case 'editor':
      return to({ editorId: input === '' ? null : input })
    case 'genre':
      return to({ genre: input as Genre })
    case 'state':
      return to({ state: input as StoryState })
    case 'slug':
    case 'author':
    case 'note':
      return to({ [column]: input.trim() })
    default:
      return { ok: false, problem: '这一栏由稿件自己算出来，不能改' }
  }
}

export interface Choice {
  readonly value: string
  readonly label: string
}

type Held = Pick<BudgetRow, 'editionId' | 'page'>

/** The places that a story can take: the pages of every edition, newest first, and the one that it holds. */
export function placesOf(context: BudgetContext, held: Held | null): Choice[] {
  const choices: Choice[] = [{ value: 'none', label: '未排期' }]
  const editions = [...context.editions.values()].sort((a, b) => (a.date < b.date ? 1 : -1))
  const first = editions.filter(edition => edition.id === context.edition)
  for (const edition of [...first, ...editions.filter(one => !first.includes(one))]) {
    const pages = edition.pages.map(page => page.number as number | null)
    if (held?.editionId === edition.id && !pages.includes(held.page)) pages.push(held.page)
    if (!pages.includes(null)) pages.push(null)
    for (const page of pages) {
      choices.push({
        value: placeKey({ editionId: edition.id, page }),
        label: `${dayName(edition.date)} ${pageNameIn(edition, page)}`,
      })
    }
  }
  return choices
}

/** What can be chosen in a column; whoever left the paper only where he stands already. */
export function choicesOf(row: BudgetRow, column: ColumnKey, context: BudgetContext): readonly Choice[] {
  switch (column) {
    case 'genre':
      return genres.map(genre => ({ value: genre, label: genre }))
    case 'state':
      return storyStateOrder.map(state => ({ value: state, label: storyStateNames[state] }))
    case 'place':
      return placesOf(context, row)
    case 'editor': {
      const people = [...context.people.values()].filter(one => !one.retired || one.id === row.editorId)
      const edits = (one: (typeof people)[number]) =>
        Number(one.roles.includes('editor') || one.roles.includes('chief'))
      return [
        { value: '', label: '未定' },
        ...people
          .sort((a, b) => edits(b) - edits(a))
          .map(one => ({ value: one.id, label: nameOf(one.id, context) })),
      ]
    }
    default:
      return []
  }
}
