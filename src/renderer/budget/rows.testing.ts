import type { BudgetRow, Edition, Person } from '../../shared/contract'
import type { BudgetContext } from './row-words'

/** A budget row for tests, with only what a case is about. */
export function rowWith(fields: Partial<BudgetRow>): BudgetRow {
  return {
    id: `story-${fields.number ?? 1}`,
    number: 1,
    slug: '',
    genre: '消息',
    plannedCharacters: null,
    plannedLines: null,
    lengthTolerance: 5,
    editionId: null,
    page: null,
    author: '',
    editorId: null,
    state: 'editing',
    deadline: null,
    note: '',
    headline: '',
    byline: '',
    people: [],
    characters: 0,
    lines: 0,
    photos: 0,
    photosWithoutCaption: 0,
    photosWithoutCredit: 0,
    version: 0,
    createdAt: '2026-11-20T01:00:00.000Z',
    changedAt: '2026-11-20T01:00:00.000Z',
    changedBy: null,
    trashedAt: null,
    ...fields,
  }
}

const edition = (id: string, date: string, pageNames: readonly string[]): Edition =>
  ({
    id,
    date,
    number: 1286,
    pages: pageNames.map((name, index) => ({
      id: `${id}-${index + 1}`,
      editionId: id,
      number: index + 1,
      name,
    })),
  }) as unknown as Edition

const person = (id: string, name: string): Person => ({
  id,
  name,
  roles: ['editor'],
  colour: '#6A7B4F',
  retired: false,
})

/** Two editions, the later one chosen, and two people with 周岚 at the desk. */
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
}
