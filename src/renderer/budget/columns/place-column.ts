import type { BudgetContext } from '../../../shared/budget/budget-context'
import type { BudgetRow } from '../../../shared/budget/budget-row'
import { groupByPage } from '../../../shared/budget/page-groups'
import { placeKey, placeOfKey, type RowPlace } from '../../../shared/budget/row-place'
import { dayName, pageNameIn, placeOf } from '../row-words'
import type { BudgetColumn, Choice, FilterChoice } from './column'

const unplaced = { value: 'none', label: '未排期' } as const

/** The places that stories can take: the pages of every edition, the chosen one first, then the newest, and those that they hold. */
export function placesOf(context: BudgetContext, held: readonly RowPlace[]): Choice[] {
  const choices: Choice[] = [unplaced]
  const editions = [...context.editions.values()].sort((a, b) => (a.date < b.date ? 1 : -1))
  const first = editions.filter(edition => edition.id === context.edition)
  for (const edition of [...first, ...editions.filter(one => !first.includes(one))]) {
    const pages = new Set<number | null>(edition.pages.map(page => page.number))
    for (const { editionId, page } of held) if (editionId === edition.id && page !== null) pages.add(page)
    pages.add(null)
    for (const page of pages) {
      choices.push({
        value: placeKey({ editionId: edition.id, page }),
        label: `${dayName(edition.date)} ${pageNameIn(edition, page)}`,
      })
    }
  }
  return choices
}

function filterChoices(rows: readonly BudgetRow[], context: BudgetContext): readonly FilterChoice[] {
  const pages = new Map<string, Set<number | null>>()
  let some = false
  for (const { editionId, page } of rows) {
    if (editionId === null) some = true
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
  return some ? [...editions, { text: unplaced.label, value: unplaced.value }] : editions
}

const dayLength = 86_400_000

/** By day and page: the pages of an edition stand together, what has no page last of them. */
function orderOf({ editionId, page }: BudgetRow, { editions }: BudgetContext): number | null {
  const date = editionId === null ? undefined : editions.get(editionId)?.date
  return date === undefined ? page : (Date.parse(date) / dayLength) * 1000 + (page ?? 999)
}

/** 期/版: for which edition and page the story is planned. */
export const placeColumn: BudgetColumn<'place'> = {
  key: 'place',
  title: '期/版',
  width: 112,
  isInTrash: true,
  words: (row, view) => placeOf(row, view.editions),
  order: orderOf,
  filter: { valueOf: placeKey, choices: filterChoices },
  groups: groupByPage,
  edit: {
    kind: 'choice',
    inputOf: placeKey,
    read: input => ({ ok: true, change: placeOfKey(input) }),
    choices: (rows, context) => placesOf(context, rows),
  },
}
