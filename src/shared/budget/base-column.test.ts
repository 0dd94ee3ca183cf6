import { expect, test } from 'vitest'
import { paperOf, papers } from '../page/paper'
import { baseColumnOf, baseColumnSchema, columnOfPlace, isSameColumn, type PageColumn } from './base-column'

const column = (id: string) => baseColumnOf(paperOf(id))
const usual = column('tabloid-7x10')
const pages: readonly PageColumn[] = [
  { number: 2, column: column('tabloid-6x11') },
  { number: 1, column: column('broadsheet-8x13') },
]

test.each<[string, string | null, number | null, readonly PageColumn[], number]>([
  ['planned for a page', 'today', 2, pages, 11],
  ['planned for an edition alone', 'today', null, pages, 13],
  ['planned for a page that the edition has not', 'today', 9, pages, 13],
  ['planned for an edition without pages', 'today', 1, [], 10],
  ['planned for no edition', null, 2, pages, 10],
])('%s', (_, editionId, page, own, measure) => {
  expect(columnOfPlace({ editionId, page }, own, usual).measure).toBe(measure)
})

test.each(papers.map(paper => [paper.name, paper] as const))(
  '%s has a base column that can be kept',
  (_, paper) => {
    const own = baseColumnOf(paper)
    expect(baseColumnSchema.parse(own)).toEqual({
      measure: paper.measure,
      gutter: paper.gutter,
      size: paper.bodySize,
      pitch: paper.pitch,
    })
    expect(papers.filter(other => isSameColumn(baseColumnOf(other), own))).toEqual([paper])
  },
)
