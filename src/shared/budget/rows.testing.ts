import { ems, pt } from '../page/sizes'
import type { BudgetContext, BudgetEdition, BudgetPerson } from './budget-context'
import type { BudgetRow } from './budget-row'
import { emptyPlan } from './story-plan'

/** A budget row for tests, with only what a case is about. */
export function rowWith(fields: Partial<BudgetRow>): BudgetRow {
  return {
    ...emptyPlan,
    state: 'editing',
    id: `story-${fields.number ?? 1}`,
    number: 1,
    headline: '',
    byline: '',
    people: [],
    characters: 0,
    lines: 0,
    baseColumn: { measure: ems(11), gutter: ems(1), size: pt(9.75), pitch: pt(13) },
    photos: 0,
    photosWithoutCaption: 0,
    photosWithoutCredit: 0,
    version: 0,
    revision: 0,
    createdAt: '2026-11-20T01:00:00.000Z',
    changedAt: '2026-11-20T01:00:00.000Z',
    changedBy: null,
    trashedAt: null,
    ...fields,
  }
}

const edition = (id: string, date: string, pageNames: readonly string[]): BudgetEdition => ({
  id,
  date,
  pages: pageNames.map((name, index) => ({ number: index + 1, name })),
})

const person = (id: string, name: string): BudgetPerson => ({ id, name, roles: ['editor'], retired: false })

/** Two editions, the later one chosen and of today, and two people with 周岚 at the desk. */
export const contextFixture: BudgetContext = {
  editions: new Map([
    ['today', edition('today', '2026-11-24', ['要闻', '综合', '副刊', ''])],
    ['before', edition('before', '2026-11-23', ['要闻', '综合'])],
  ]),
  people: new Map([
    ['zhou', person('zhou', '周岚')],
    ['lu', person('lu', '陆　远')],
  ]),
  edition: 'today',
  me: 'zhou',
  today: '2026-11-24',
}
