import { describe, expect, test } from 'vitest'
import type { BudgetRow, StoryPlan } from '../../shared/contract'
import { rowWith } from '../../shared/budget/rows.testing'
import { budgetAfter, emptyBudget, shownRows, trashedRows, type RowTelling } from './budget-rows'

const row = (number: number, revision: number, change: Partial<BudgetRow> = {}): BudgetRow =>
  rowWith({ number, revision, ...change })
const trashed = (number: number, revision: number, day = 24): BudgetRow =>
  row(number, revision, { trashedAt: `2026-11-${day}T10:00:00.000Z` })

const told = (...things: BudgetRow[]): RowTelling => ({ kind: 'told', things })
const read = (...things: BudgetRow[]): RowTelling => ({ kind: 'read', hellos: 1, things })
const edit = (key: string, number: number, change: Partial<StoryPlan>): RowTelling => ({
  kind: 'edit',
  edit: { key, storyId: `story-${number}`, change },
})
const settled = (key: string, answer: BudgetRow | null): RowTelling => ({ kind: 'settled', key, row: answer })

const after = (...tellings: RowTelling[]) =>
  [{ kind: 'hello' } as const, ...tellings].reduce(budgetAfter, emptyBudget)
/** The rows on show as number, revision, and the plan's fields that these cases are about. */
const shownAfter = (...tellings: RowTelling[]): string =>
  shownRows(after(...tellings))
    .map(({ number, revision, slug, page }) => `${number}.${revision} ${slug} ${page ?? '-'}`)
    .join('; ')

describe('what the budget shows', () => {
  const begun = read(row(2, 1, { slug: '灌溉' }), row(1, 4, { slug: '灯' }))
  test.each<readonly [string, readonly RowTelling[], string]>([
    ['all that was read, by number', [begun], '1.4 灯 -; 2.1 灌溉 -'],
    ['a story that is new', [begun, told(row(3, 0))], '1.4 灯 -; 2.1 灌溉 -; 3.0  -'],
    ['nothing that is in the trash', [begun, told(trashed(1, 5))], '2.1 灌溉 -'],
    ['what comes out of the trash', [begun, told(trashed(1, 5)), told(row(1, 6))], '1.6  -; 2.1 灌溉 -'],
    [
      'a trashed story not again by an answer of before',
      [begun, told(trashed(1, 6)), told(row(1, 5))],
      '2.1 灌溉 -',
    ],
    [
      'a colleague’s plan, not the older answer to a plan of its own',
      [begun, told(row(1, 6, { page: 2 })), told(row(1, 5, { page: 1 }))],
      '1.6  2; 2.1 灌溉 -',
    ],
    ['a change at once', [begun, edit('e', 1, { page: 3 })], '1.4 灯 3; 2.1 灌溉 -'],
    [
      'the answer to it',
      [begun, edit('e', 1, { page: 3 }), settled('e', row(1, 5, { page: 3 }))],
      '1.5  3; 2.1 灌溉 -',
    ],
    [
      'as it was where it is refused',
      [begun, edit('e', 1, { page: 3 }), settled('e', null)],
      '1.4 灯 -; 2.1 灌溉 -',
    ],
    [
      'a colleague’s change where it is refused',
      [begun, edit('e', 1, { page: 3 }), told(row(1, 5, { slug: '路灯', page: 2 })), settled('e', null)],
      '1.5 路灯 2; 2.1 灌溉 -',
    ],
    [
      'both under way: its own field, the colleague’s other one',
      [begun, edit('e', 1, { page: 3 }), told(row(1, 5, { slug: '路灯', page: 2 }))],
      '1.5 路灯 3; 2.1 灌溉 -',
    ],
    [
      'the colleague’s, where it came after its own',
      [
        begun,
        edit('e', 1, { page: 3 }),
        told(row(1, 5, { page: 3 })),
        told(row(1, 6, { page: 2 })),
        settled('e', row(1, 5, { page: 3 })),
      ],
      '1.6  2; 2.1 灌溉 -',
    ],
    [
      'the second of two changes while the first is answered',
      [begun, edit('e', 1, { page: 3 }), edit('f', 1, { page: 4 }), settled('e', row(1, 5, { page: 3 }))],
      '1.5  4; 2.1 灌溉 -',
    ],
    [
      'the first, where the second is refused',
      [
        begun,
        edit('e', 1, { page: 3 }),
        edit('f', 1, { page: 4 }),
        settled('f', null),
        settled('e', row(1, 5, { page: 3 })),
      ],
      '1.5  3; 2.1 灌溉 -',
    ],
  ])('%s', (_, tellings, shown) => {
    expect(shownAfter(...tellings)).toBe(shown)
  })
})

test('the trash holds what was told of it, last come first, and loses what is taken out', () => {
  const budget = after(read(row(1, 1)), told(trashed(2, 3, 22), trashed(3, 1, 24), trashed(4, 1, 23)))
  expect(trashedRows(budget).map(one => one.number)).toEqual([3, 4, 2])
  expect(trashedRows(budgetAfter(budget, told(row(3, 2)))).map(one => one.number)).toEqual([4, 2])
})

test('a row that has not changed is the same object, so that its line is not drawn again', () => {
  const one = row(1, 1)
  const budget = after(read(one, row(2, 1)), edit('e', 2, { page: 1 }), told(row(1, 1)))
  expect(shownRows(budget)[0]).toBe(one)
})
