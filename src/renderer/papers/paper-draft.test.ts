import { ems, pt } from '../../shared/page/sizes'
import { describe, expect, test } from 'vitest'
import { paperOf, papers, type Paper } from '../../shared/page/paper'
import { capacityOf, problemsOf } from './paper-draft'

const paper = paperOf('tabloid-6x11')

describe('problemsOf', () => {
  test.each(papers.map(one => [one.name, one] as const))('%s can be saved', (_, one) => {
    expect(problemsOf(one)).toEqual({})
  })

  test.each<[string, Partial<Paper>, string]>([
    ['no name', { name: '' }, 'name'],
    ['no columns', { columns: 0 }, 'columns'],
    ['half a column', { columns: 2.5 }, 'columns'],
    ['NaN', { measure: ems(Number.NaN) }, 'measure'],
    ['pitch under the body size', { pitch: pt(9) }, 'pitch'],
    ['one column too many for the sheet', { columns: 7 }, 'area'],
    ['too many lines', { lines: 90 }, 'area'],
    ['a 报头 as deep as the page', { mastheadLines: 60, lines: 60 }, 'area'],
  ])('%s', (_, change, field) => {
    expect(Object.keys(problemsOf({ ...paper, ...change }))).toEqual([field])
  })
})

test('capacity counts whole characters below the 报眉', () => {
  expect(capacityOf(paper)).toBe(6 * 11 * 73)
})
