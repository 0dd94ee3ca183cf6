import { expect, test } from 'vitest'
import { pagesOwnTheirPaper } from './0004-pages-own-their-paper'
import { bringLayout } from './migration'

const bring = (layout: Record<string, unknown>) => bringLayout(pagesOwnTheirPaper, layout)

test.each([
  [
    'tabloid-6x11',
    { columns: 6, measure: 11, bodySize: 9.75, pitch: 13, lines: 76, width: 275, leadSize: '初号' },
  ],
  [
    'tabloid-7x10',
    { columns: 7, measure: 10, bodySize: 9, pitch: 12, lines: 82, width: 275, leadSize: '小初' },
  ],
  [
    'broadsheet-8x11',
    { columns: 8, measure: 11, bodySize: 10.5, pitch: 14, lines: 99, width: 390, leadSize: '特号' },
  ],
  [
    'broadsheet-8x13',
    { columns: 8, measure: 13, bodySize: 9, pitch: 12, lines: 115, width: 390, leadSize: '特号' },
  ],
])('a page that names %s has the paper of that day', (paperId, paper) => {
  const after = bring({ paperId, frames: [] })
  expect(after).toMatchObject({ frames: [], ignored: [], paper: { id: paperId, ...paper } })
  expect('paperId' in after).toBe(false)
})

test('a page that has its paper keeps it, and what it ignores', () => {
  const page = { paper: { id: 'own' }, frames: [], ignored: [{ key: 'k' }] }
  expect(bring(page)).toEqual(page)
})

test('a paper that nobody knows leaves the page without one, for its reader to refuse', () => {
  expect(bring({ paperId: 'gone', frames: [] }).paper).toBeUndefined()
})
