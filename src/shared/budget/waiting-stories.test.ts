import { describe, expect, it } from 'vitest'
import { emptyLayout } from '../page/frame-defaults'
import type { PageLayout } from '../page/layout'
import { paperOf } from '../page/paper'
import { newStoryFrame } from '../page/edit/drop-story'
import type { BudgetRow } from './budget-row'
import { plannedFor, waitingStories } from './waiting-stories'

const paper = paperOf('tabloid-6x11')
const row = (id: string, editionId: string | null, page: number | null, trashedAt: string | null = null) =>
  ({ id, editionId, page, trashedAt }) as BudgetRow
const place = { column: 0, row: 0, columnSpan: 2, rowSpan: 20 }
const layoutOf = (...storyIds: string[]): PageLayout => ({
  ...emptyLayout(paper),
  frames: storyIds.map(id => newStoryFrame(paper, id, id, place)),
})
const here = { editionId: 'e', number: 1 }

describe('stories that wait', () => {
  it.each<[string, BudgetRow[], string[], string[]]>([
    ['planned for this page', [row('a', 'e', 1)], ['a'], []],
    ['planned for another page', [row('a', 'e', 2)], [], ['a']],
    ['planned for the edition alone', [row('a', 'e', null)], [], ['a']],
    ['planned for no edition, last', [row('a', null, null), row('b', 'e', 2)], [], ['b', 'a']],
    ['of another edition', [row('a', 'f', 1)], [], []],
    ['placed on this page', [row('placed', 'e', 1)], [], []],
    ['placed on another page', [row('elsewhere', 'e', 1)], [], []],
    ['in the trash', [row('a', 'e', 1, '2026-11-24T00:00:00Z')], [], []],
  ])('%s', (_, rows, planned, others) => {
    const waiting = waitingStories(rows, here, [layoutOf('placed'), layoutOf('elsewhere')])
    expect(waiting.planned.map(one => one.id)).toEqual(planned)
    expect(waiting.others.map(one => one.id)).toEqual(others)
  })
})

describe('stories that are planned for a page', () => {
  it.each<[string, BudgetRow, boolean]>([
    ['for it', row('a', 'e', 1), true],
    ['for another page', row('a', 'e', 2), false],
    ['for the edition alone', row('a', 'e', null), false],
    ['for the same page of another edition', row('a', 'f', 1), false],
    ['in the trash', row('a', 'e', 1, '2026-11-24T00:00:00Z'), false],
  ])('planned %s', (_, story, isPlanned) => {
    expect(plannedFor([story], here)).toEqual(isPlanned ? [story] : [])
  })
})
