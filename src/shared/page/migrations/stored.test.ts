import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOps, type PageChange } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import { anyFrame, anyLayout, anyPaper, anyStories } from '../compose/any-page.testing'
import { composePage } from '../compose/compose'
import { pageLayoutSchema, type PageFacts } from '../layout'
import { pageMigrations } from '.'
import { olderChange, olderLayout } from './older.testing'
import { pageFormat, readChange, readLayout, readPaper, toStored } from './stored'

const facts: PageFacts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 4,
  pageName: '要闻',
  credits: [],
}

const frameId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const anyOp: fc.Arbitrary<PageOp> = fc.oneof(
  anyFrame.map((frame): PageOp => ({ op: 'add', frame, before: null })),
  // What an inspector sets: a whole field, a head and photos among them.
  fc
    .tuple(frameId, anyFrame, fc.constantFrom('head', 'photos', 'regions', 'quotes', 'row', 'source', 'crop'))
    .map(([id, frame, key]): PageOp => {
      const fields = Object.fromEntries(Object.entries(frame).filter(([name]) => name === key))
      return { op: 'set', frameId: id, fields: fields as never }
    }),
  frameId.map((id): PageOp => ({ op: 'remove', frameId: id })),
  anyPaper.map((paper): PageOp => ({ op: 'paper', paper })),
)
const anyChange: fc.Arbitrary<PageChange> = fc
  .record({ ops: fc.array(anyOp, { minLength: 1, maxLength: 4 }), undo: fc.array(anyOp, { maxLength: 2 }) })
  .map(({ ops, undo }) => ({ id: 'change-1', ops, undo, label: '移动文框', kind: 'do', of: null }))

const kept = (one: object): unknown => JSON.parse(JSON.stringify(one))

describe('what is kept of a page', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyLayout, anyChange, anyPaper, (layout, change, paper) => {
        expect(kept(toStored(layout))).toMatchObject({ format: pageFormat })
        expect(readLayout(kept(toStored(layout)))).toEqual(layout)
        expect(readChange(kept(toStored(change)))).toEqual(kept(change))
        expect(readPaper(kept(toStored(paper)))).toEqual(paper)
      }),
      { numRuns: 200 },
    )
  })

  it('comes out as a page that can be composed, whichever older version wrote the layout and its log', () => {
    const format = fc.integer({ min: 0, max: pageFormat })
    const log = fc.array(fc.tuple(anyChange, fc.integer({ min: 1, max: pageFormat })), { maxLength: 5 })
    fc.assert(
      fc.property(anyLayout, format, log, anyStories, (today, from, changes, stories) => {
        const began = readLayout(kept(olderLayout(today, from)))
        const read = changes.map(([change, at]) => readChange(kept(olderChange(change, at))))
        expect(began).not.toBeNull()
        expect(read).not.toContain(null)
        const layout = read.reduce((page, change) => applyOps(page, change!.ops), began!)
        expect(pageLayoutSchema.parse(layout)).toEqual(layout)
        expect(composePage(layout, stories, facts).frames.size).toBe(layout.frames.length)
        // Undoing reads the log too.
        for (const change of read)
          expect(pageLayoutSchema.safeParse(applyOps(layout, change!.undo)).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a word', '版'],
    ['a page without frames', { format: pageFormat, paper: {} }],
    ['what a newer version wrote', { ...toStored({ frames: [] }), format: pageFormat + 1 }],
    ['a format that is none', { format: '五' }],
  ])('is null where it cannot be read: %s', (_, stored) => {
    expect([readLayout(stored), readChange(stored), readPaper(stored)]).toEqual([null, null, null])
  })
})

it('migrations are numbered without a gap', () => {
  expect(pageMigrations.map(({ format }) => format)).toEqual(pageMigrations.map((_, at) => at + 1))
})
