import { ems, pt } from '../sizes'
import { describe, expect, it } from 'vitest'
import type { StoryParts } from '../../story/parts'
import { setGalley, type GalleyStyle } from './galley'
import { linesOf } from '../painting'

const words = '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田。今年冬灌比去年提前5天。'
const story: StoryParts = {
  kicker: '',
  headline: '冬灌开闸',
  deck: '',
  dateline: '本报讯',
  blocks: [
    { kind: 'paragraph', text: words.repeat(4) },
    { kind: 'photo', image: null, width: 0, height: 0, caption: '闸门。', credit: '' },
    { kind: 'paragraph', text: words.repeat(3) },
  ],
  byline: '（沈一禾）',
}
const style: GalleyStyle = {
  measure: ems(11),
  columns: 1,
  depth: null,
  gutter: ems(1),
  size: pt(9.75),
  pitch: pt(13),
}
const text = `本报讯${words.repeat(7)}（沈一禾）`
const joined = (lines: readonly string[]) => lines.join('').replace(/\s/g, '')

describe('a galley', () => {
  it('without a depth shows the whole text in one column, whose height is its lines', () => {
    const galley = setGalley(story, 's', style)
    const lines = linesOf(galley.painting.items)
    expect(joined(lines)).toBe(text)
    expect(galley.lines).toBe(lines.length)
    expect(galley.painting.height).toBe(galley.lines * style.pitch)
    expect(galley.fit.overset.lines + galley.fit.underset.lines).toBe(0)
    expect(galley.cut).toBeNull()
  })

  it('with a depth goes on below the cut, and says how much is over', () => {
    const galley = setGalley(story, 's', { ...style, columns: 2, depth: 8 })
    expect(joined(linesOf(galley.painting.items))).toBe(text)
    expect(galley.fit.available).toBe(16)
    expect(galley.fit.overset.lines).toBe(galley.lines - 16)
    expect(galley.cut).toEqual({ x: 12 * 9.75, y: 8 * 13, width: 11 * 9.75 })
    expect(galley.painting.height).toBe((galley.lines - 8) * 13)
  })

  it('numbers each fifth line at the left', () => {
    const galley = setGalley(story, 's', { ...style, numbered: true })
    const numbers = linesOf(galley.painting.items).filter(line => /^\d+$/.test(line))
    expect(numbers).toEqual(
      Array.from({ length: Math.floor(galley.lines / 5) }, (_, at) => String(at * 5 + 5)),
    )
  })

  it('set again after an edit equals one set afresh', () => {
    const before = setGalley(story, 's', { ...style, depth: 12 })
    const edited = {
      ...story,
      blocks: [{ kind: 'paragraph' as const, text: `${words}加一句。` }, ...story.blocks],
    }
    const again = setGalley(edited, 's', { ...style, depth: 12 }, before)
    const fresh = setGalley(edited, 's', { ...style, depth: 12 })
    expect(again.painting).toEqual(fresh.painting)
    expect(again.fit).toEqual(fresh.fit)
  })

  it('of an empty story is empty', () => {
    const empty = { ...story, dateline: '', blocks: [{ kind: 'paragraph' as const, text: '' }], byline: '' }
    const galley = setGalley(empty, 's', style)
    expect(galley.lines).toBe(0)
    expect(galley.painting.items).toEqual([])
  })
})
