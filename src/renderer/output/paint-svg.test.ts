import { pt } from '../../shared/page/sizes'
import { ptRect } from '../../shared/page/paper'
import { describe, expect, test } from 'vitest'
import type { PaintItem, TextRun } from '../../shared/page/painting'
import { paintSvg } from './paint-svg'

const run = (change: Partial<TextRun>): TextRun => ({
  kind: 'text',
  frameId: 'f',
  face: 'serif',
  size: pt(9),
  stretch: 1,
  clusters: ['冬', '灌'],
  xs: [pt(10), pt(19.25)],
  y: pt(30),
  ink: 'ink',
  line: 0,
  source: null,
  ...change,
})
const rect = ptRect(1, 2, 30, 20)
const image = {
  kind: 'image',
  frameId: 'f',
  image: 'a',
  rect,
  crop: { x: 0.1, y: 0, width: 0.5, height: 1 },
} as const
const painted = (item: PaintItem) =>
  paintSvg({ width: pt(100), height: pt(200), items: [item] }, hash =>
    hash === 'a' ? { url: 'blob:x?a&b', width: 400, height: 200 } : null,
  )

describe('paintSvg', () => {
  test.each<[string, PaintItem, string]>([
    ['every glyph at its own x', run({}), ' x="10 19.25" y="30" xml:space="preserve">冬灌</text>'],
    ['marks of markup as text', run({ clusters: ['<', '&'] }), '>&lt;&amp;</text>'],
    [
      'glyphs beyond the BMP by themselves',
      run({ clusters: ['𠮷', '灌'] }),
      '<text transform="translate(10 30)" xml:space="preserve">𠮷</text>',
    ],
    ['narrowed', run({ stretch: 0.8 }), 'transform="translate(19.25 30) scale(0.8 1)"'],
    ['turned about its own origin', run({ turn: 90 }), 'transform="translate(10 30) rotate(90)"'],
    [
      'face and size',
      run({ face: 'sans-bold' }),
      'font-family="Dayang Sans" font-weight="700" font-size="9"',
    ],
    [
      'half-width digits before all else of the face',
      run({ clusters: ['冬', '2'], halfDigits: true }),
      'font-family="Dayang Serif Half Digits, Dayang Serif" font-weight="400"',
    ],
    [
      'a rule',
      { kind: 'rule', frameId: 'f', x1: pt(1), y1: pt(2), x2: pt(3), y2: pt(2), width: pt(0.4), ink: 'ink' },
      '<line x1="1" y1="2" x2="3" y2="2" stroke="#000" stroke-width="0.4"/>',
    ],
    [
      'a filled box without stroke',
      { kind: 'box', frameId: 'f', rect, stroke: pt(0), fill: 'tint' },
      'fill="#ececec"/>',
    ],
    [
      'an outlined box',
      { kind: 'box', frameId: 'f', rect, stroke: pt(0.6), fill: null },
      'fill="none" stroke="#000" stroke-width="0.6"/>',
    ],
    ['the window of a crop', image, 'viewBox="40 0 200 200"'],
    ['a photo’s address escaped', image, 'href="blob:x?a&amp;b"'],
    [
      'an empty frame for a photo that is not there',
      { ...image, image: null },
      'fill="#ececec" stroke="#777"',
    ],
  ])('%s', (_, item, svg) => {
    expect(painted(item)).toContain(svg)
  })
})
