import { ems, pt } from '../sizes'
import { describe, expect, test } from 'vitest'
import { emptyParts, type StoryParts } from '../../story/parts'
import { setGalley, type GalleyStyle } from './galley'
import { lineMarks, type LineMark } from './galley-marks'

const style: GalleyStyle = {
  measure: ems(10),
  columns: 1,
  depth: null,
  gutter: ems(1),
  size: pt(9),
  pitch: pt(13),
}

const story = (...texts: string[]): StoryParts => ({
  ...emptyParts,
  blocks: texts.map(text => ({ kind: 'paragraph', text })),
})

const rowsOf = (kind: LineMark['kind'], parts: StoryParts, change: Partial<GalleyStyle> = {}) => {
  const own = { ...style, ...change }
  return lineMarks(setGalley(parts, 's', own), own)
    .filter(mark => mark.kind === kind)
    .map(mark => Math.round(mark.rect.y / own.pitch))
}

const han = (count: number) => '水'.repeat(count)

describe('lineMarks', () => {
  test.each<[string, LineMark['kind'], StoryParts, Partial<GalleyStyle>, number[]]>([
    ['a line that took one more character', 'squeezed', story(`${han(2)}，${han(2)}，${han(12)}`), {}, [0]],
    ['lines that are full by themselves', 'squeezed', story(han(28)), {}, []],
    ['a line spread because a word went down', 'stretched', story(`${han(6)}Dayang${han(3)}`), {}, [0]],
    [
      'a last line that stands alone at a column head',
      'widow',
      story(han(8), han(38)),
      { columns: 2, depth: 4 },
      [0],
    ],
  ])('%s: %s', (_name, kind, parts, change, rows) => {
    expect(rowsOf(kind, parts, change)).toEqual(rows)
  })
})
