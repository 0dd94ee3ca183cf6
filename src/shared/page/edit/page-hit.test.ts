import { pt } from '../sizes'
import { describe, expect, it } from 'vitest'
import { emptyParts } from '../../story/parts'
import { composePage } from '../compose/compose'
import { adFrameDefaults, emptyLayout } from '../frame-defaults'
import type { PageLayout } from '../layout'
import type { TextRun } from '../painting'
import { paperOf, rectOf } from '../paper'
import { newStoryFrame } from './drop-story'
import { chosenBy, framesAt, textAt } from './page-hit'

const paper = paperOf('tabloid-6x11')
const facts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}
const parts = {
  ...emptyParts,
  headline: '县城公园添新绿',
  dateline: '本报讯',
  blocks: [
    { kind: 'paragraph' as const, text: '今年以来，城区新增口袋公园6处，沿河步道全线贯通。'.repeat(6) },
    { kind: 'paragraph' as const, text: '𠮷祥路上的花开了，来看花的人不少，摄影的人更多。'.repeat(4) },
  ],
}
const layout: PageLayout = {
  ...emptyLayout(paper),
  frames: [
    newStoryFrame(paper, 'story', 's', { column: 0, row: 0, columnSpan: 2, rowSpan: 40 }),
    { ...adFrameDefaults, id: 'ad', column: 1, row: 30, columnSpan: 2, rowSpan: 20 },
  ],
}
const page = composePage(layout, new Map([['s', parts]]), facts)
const centre = (column: number, row: number) => {
  const rect = rectOf(paper, { column, row, columnSpan: 1, rowSpan: 1 })
  return { x: pt(rect.x + rect.width / 2), y: pt(rect.y + rect.height / 2) }
}

describe('frames under a point', () => {
  it.each<[string, number, number, string[]]>([
    ['one', 0, 5, ['story']],
    ['two, the top-most first', 1, 35, ['ad', 'story']],
    ['none', 4, 70, []],
  ])('%s', (_, column, row, expected) => {
    expect(framesAt(layout, page, centre(column, row))).toEqual(expected)
  })

  it.each<[string[], string | null, boolean, string | null]>([
    [[], 'a', true, null],
    [['a', 'b'], null, false, 'a'],
    [['a', 'b'], 'b', false, 'a'],
    [['a', 'b'], 'a', true, 'b'],
    [['a', 'b'], 'b', true, 'a'],
    [['a', 'b'], 'c', true, 'a'],
    [['a'], 'a', true, 'a'],
  ])('%j with %s chosen, through: %s', (stack, chosen, through, expected) => {
    expect(chosenBy(stack, chosen, through)).toBe(expected)
  })
})

describe('the place in the text under a point', () => {
  const frame = page.frames.get('story')!
  const runs = frame.items.filter((item): item is TextRun => item.kind === 'text')

  it('is each character’s own, before it at its left half and after it at its right', () => {
    for (const run of runs) {
      if (!run.source) continue
      run.clusters.forEach((cluster, at) => {
        const x = run.xs[at]!
        const end = Math.max(run.xs[at + 1] ?? x + run.size, x + 0.4)
        const before = run.source!.start + run.clusters.slice(0, at).join('').length
        const y = run.y - run.size * 0.4
        const { storyId, part, block } = run.source!
        const own = part === 'body' || part === 'caption' || part === 'credit' ? block : null
        expect(textAt(frame, { x: pt(x + (end - x) * 0.25), y: pt(y) })).toEqual({
          storyId,
          part,
          block: own,
          offset: before,
        })
        expect(textAt(frame, { x: pt(x + (end - x) * 0.75), y: pt(y) })).toMatchObject({
          offset: before + cluster.length,
        })
      })
    }
  })

  it('is the nearest line’s end in the white beside it', () => {
    const last = runs.findLast(run => run.source?.part === 'body')!
    const found = textAt(frame, { x: pt(last.xs.at(-1)! + last.size * 2), y: pt(last.y - 2) })
    expect(found).toMatchObject({ part: 'body', block: 1, offset: parts.blocks[1]!.text.length })
  })

  it('is nowhere in a frame without text', () => {
    expect(textAt(page.frames.get('ad')!, centre(1, 40))).toBe(null)
  })
})
