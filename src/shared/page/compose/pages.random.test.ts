import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../../random.testing'
import type { StoryParts } from '../../story/parts'
import { composeCache } from './cache'
import { composePage } from './compose'
import type { ComposedPage } from './composed'
import { inkOf } from './ink.testing'
import { anyFrame, anyLayout, anyStories, anyStory } from './any-page.testing'
import { threadsOf } from './threads'
import { applyOps } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import { pageLayoutSchema, type PageFacts, type PageLayout } from '../layout'
import type { ImageItem, TextRun } from '../painting'
import { geometryOf, type Rect } from '../paper'

const facts: PageFacts = {
  paperName: '云岭报',
  date: '2026-11-24',
  editionNumber: 1286,
  pageNumber: 1,
  pageCount: 2,
  pageName: '要闻',
  credits: [{ role: '责编', name: '周岚' }],
}

/** Set paragraphs stand out over their measure by a tenth of an em, bold digits by a little more. */
const slack = 0.16

const runsOf = (items: ComposedPage['painting']['items']) =>
  items.filter((item): item is TextRun => item.kind === 'text')
const isBody = (run: TextRun) => run.source?.part === 'body' || run.source?.part === 'byline'
const isSeen = (cluster: string) => plain(cluster) !== ''
const plain = (text: string) => text.replace(/\s/gu, '')

const meets = (a: Rect, b: Rect) =>
  a.x + 0.1 < b.x + b.width &&
  b.x + 0.1 < a.x + a.width &&
  a.y + 0.1 < b.y + b.height &&
  b.y + 0.1 < a.y + a.height
const holds = (outer: Rect, inner: Rect, margin: number) =>
  inner.x >= outer.x - margin &&
  inner.x + inner.width <= outer.x + outer.width + margin &&
  inner.y >= outer.y - 0.1 &&
  inner.y + inner.height <= outer.y + outer.height + 0.1

/** Ink on a page: a run of text or a picture. */
interface Inked {
  readonly item: TextRun | ImageItem
  readonly rect: Rect
  readonly what: string
}

/** What is printed twice on one spot, and what stands outside its frame or the 版心. */
function troubles(layout: PageLayout, page: ComposedPage): string[] {
  const found: string[] = []
  const { area } = geometryOf(layout.paper)
  const ads = new Set(layout.frames.filter(({ kind }) => kind === 'ad').map(({ id }) => id))
  const inked: Inked[] = []
  for (const item of page.painting.items) {
    const frame = page.frames.get(item.frameId)!
    if (item.kind === 'text') {
      const rect = inkOf(item)
      const what = `${item.frameId} “${item.clusters.join('')}”`
      if (!rect) continue
      if (!Number.isFinite(rect.x + rect.y + rect.width + rect.height)) {
        found.push(`${what} stands nowhere`)
        continue
      }
      const margin = slack * item.size
      if (!holds(area, rect, margin)) found.push(`${what} leaves the 版心`)
      if (!frame.rects.some(own => holds(own, rect, margin))) found.push(`${what} leaves its frame`)
      inked.push({ item, rect, what })
    } else if (item.kind === 'image') {
      const what = `picture of ${item.frameId}`
      if (!holds(area, item.rect, 0.01)) found.push(`${what} leaves the 版心`)
      inked.push({ item, rect: item.rect, what })
    }
  }
  inked.sort((a, b) => a.rect.y - b.rect.y)
  inked.forEach((one, at) => {
    for (let next = at + 1; next < inked.length; next++) {
      const other = inked[next]!
      if (other.rect.y >= one.rect.y + one.rect.height) break
      if (meets(one.rect, other.rect) && !mayMeet(one.item, other.item, ads)) {
        found.push(`${one.what} meets ${other.what}`)
      }
    }
  })
  return found
}

/** Runs of one line stand close; 广告 is printed on the advertisement's picture. */
function mayMeet(a: Inked['item'], b: Inked['item'], ads: ReadonlySet<string>): boolean {
  if (a.kind === 'image' && b.kind === 'image') return false
  if (a.frameId !== b.frameId) return false
  return a.kind === 'text' && b.kind === 'text' ? a.line === b.line : ads.has(a.frameId)
}

/**
 * A body's text in printed order: the dateline opens the first paragraph, which may follow a crosshead, and
 * related links follow the byline.
 */
function printed({ dateline, blocks, byline }: StoryParts): string {
  const first = blocks.findIndex(block => block.kind === 'paragraph')
  const textOf = (isRelated: boolean) =>
    blocks
      .map((block, at) =>
        block.kind === 'photo' || (block.kind === 'related') !== isRelated
          ? ''
          : (at === first ? dateline : '') + block.text,
      )
      .join('')
  return plain(textOf(false) + (first < 0 ? dateline : '') + byline + textOf(true))
}

/** Threads that do not print each character of their story once, from its beginning, in order. */
function lost(
  layouts: readonly PageLayout[],
  composed: readonly ComposedPage[],
  stories: ReadonlyMap<string, StoryParts>,
): string[] {
  const found: string[] = []
  const edition = layouts.map((layout, at) => ({ number: at + 1, name: '', layout }))
  const seen = new Set<string>()
  layouts.forEach((layout, page) => {
    for (const thread of threadsOf(page + 1, layout, edition)) {
      const story = stories.get(thread[0]!.frame.storyId ?? '')
      const key = `${thread[0]!.page} ${thread[0]!.frame.id}`
      if (!story || seen.has(key)) continue
      seen.add(key)
      const frames = thread.map(one => composed[one.page - 1]!.frames.get(one.frame.id)!)
      const runs = frames.flatMap(frame => runsOf(frame.items).filter(isBody))
      const shown = plain(runs.flatMap(run => run.clusters).join(''))
      const set = frames.at(-1)!.body!.set
      const placed = set.columns.flat().flatMap(({ paragraph, line }) => {
        const { clusters, lines } = set.paragraphs[paragraph]!
        return clusters.slice(lines[line]!.from, lines[line]!.to)
      })
      if (shown !== plain(placed.join('')))
        found.push(`${key}: painted “${shown}”, set “${plain(placed.join(''))}”`)
      const all = printed(story)
      if (!all.startsWith(shown)) found.push(`${key}: “${shown}” is not the beginning of “${all}”`)
      const over = frames.at(-1)!.fit!.overset
      const rest =
        set.paragraphs.flatMap(own => own.clusters).filter(isSeen).length - placed.filter(isSeen).length
      if (over.characters !== rest) found.push(`${key}: ${rest} characters over, ${over.characters} told`)
      if (over.characters === 0 && shown !== all) found.push(`${key}: something is lost untold`)
      if (frames.slice(0, -1).some(frame => frame.fit!.overset.lines > 0))
        found.push(`${key}: over in the middle`)
    }
  })
  return found
}

const composeBoth = (layouts: readonly PageLayout[], stories: ReadonlyMap<string, StoryParts>) => {
  const edition = layouts.map((layout, at) => ({ number: at + 1, name: '', layout }))
  return layouts.map((layout, at) =>
    composePage(layout, stories, { ...facts, pageNumber: at + 1 }, composeCache(), edition),
  )
}

const op: fc.Arbitrary<PageOp> = fc.oneof(
  fc.record({ op: fc.constant('add' as const), frame: anyFrame, before: fc.constant(null) }),
  fc.record({ op: fc.constant('remove' as const), frameId: fc.constantFrom('a', 'b', 'c') }),
  anyFrame.map(({ id, column, row, columnSpan, rowSpan }): PageOp => {
    return { op: 'set', frameId: id, fields: { column, row, columnSpan, rowSpan } }
  }),
  anyFrame.map((frame): PageOp => ({ op: 'set', frameId: frame.id, fields: { ...frame } })),
  fc.record({
    op: fc.constant('order' as const),
    frameId: fc.constantFrom('a', 'b'),
    before: fc.constantFrom(null, 'c'),
  }),
)

describe('any page', () => {
  it('prints no two things on one spot, nothing outside, and every character once', () => {
    fc.assert(
      fc.property(anyLayout, anyLayout, anyStories, (first, second, stories) => {
        // The pages of an edition share a paper as a rule, but need not.
        const layouts = [first, second]
        expect(layouts.map(layout => pageLayoutSchema.parse(layout))).toEqual(layouts)
        const composed = composeBoth(layouts, stories)
        expect(layouts.flatMap((layout, at) => troubles(layout, composed[at]!))).toEqual([])
        expect(lost(layouts, composed, stories)).toEqual([])
      }),
      { numRuns: cases(2500) },
    )
  })

  it('comes out the same with a warm cache, whatever was changed before', () => {
    fc.assert(
      fc.property(
        anyLayout,
        anyLayout,
        anyStories,
        fc.array(fc.oneof({ weight: 3, arbitrary: op }, { weight: 1, arbitrary: anyStory }), {
          minLength: 1,
          maxLength: 5,
        }),
        (first, second, texts, changes) => {
          const cache = composeCache()
          let layout = first
          let stories = texts
          for (const change of [null, ...changes]) {
            if (change && 'op' in change) layout = applyOps(layout, [change])
            else if (change) stories = new Map([...stories, ['s1', change]])
            const edition = [{ number: 2, name: '', layout: second }]
            const warm = composePage(layout, stories, facts, cache, edition)
            const cold = composePage(layout, stories, facts, composeCache(), edition)
            expect(judged(warm)).toEqual(judged(cold))
            expect(
              composePage(
                structuredClone(layout),
                structuredClone(stories),
                facts,
                cache,
                structuredClone(edition),
              ),
            ).toBe(warm)
          }
        },
      ),
      { numRuns: cases(250) },
    )
  })
})

/** All of a page that others read, as one text. */
const judged = (page: ComposedPage) => [
  JSON.stringify(page.painting),
  ...[...page.frames.values()].map(({ body, ...rest }) =>
    JSON.stringify({ ...rest, items: null, body: body?.fit }),
  ),
]
