import type { Rect } from '../../shared/page/paper'
import type { Point } from '../../shared/page/sizes'
import type { GlyphCase } from './glyphs'
import { n, type PageOperators } from './page-operators'
import { rectangle } from './page-pdf-pictures'

/** 稿号 of a 版样: a frame, and what the stories' list calls it. */
export interface StoryNumber {
  /** The frame on the page, y downwards. */
  readonly rect: Rect
  /** 1, 12, 3-2. */
  readonly label: string
}

const face = 'sans-bold'
const size: Point = 7
const leastSize: Point = 5
const tagHeight: Point = 9
/** What a gutter leaves beside the frame: tags up to this width touch nobody's text. */
const gutterWidth: Point = 9
const padding: Point = 1

/**
 * Writes story numbers as grey tags at the frames' top left corners, in the gutter or margin beside them. They
 * are no part of the page's text: readers that know of artifacts leave them out.
 */
export function paintStoryNumbers(
  numbers: readonly StoryNumber[],
  height: Point,
  glyphs: GlyphCase,
  out: PageOperators,
): void {
  for (const { rect, label } of numbers) {
    const set = [...label].map(character => glyphs.glyph(face, character))
    const advance = set.reduce((sum, glyph) => sum + glyph.advance, 0) / 1000
    if (advance === 0) continue
    const fitting = Math.min(size, Math.max(leastSize, (gutterWidth - 2 * padding) / advance))
    const width = Math.max(tagHeight, advance * fitting + 2 * padding)
    // A long number grows over its own frame rather than over its neighbour.
    const x = Math.max(0, rect.x - Math.min(width, gutterWidth))
    const tag = { x, y: rect.y, width, height: tagHeight }
    out.add('/Artifact BMC')
    out.fill('grey')
    out.add(`${rectangle(tag, height)} f`)
    out.fill('paper')
    out.stretch(100)
    const left = x + (width - advance * fitting) / 2
    const baseline = height - (rect.y + tagHeight / 2 + 0.36 * fitting)
    out.add(`BT 1 0 0 1 ${n(left)} ${n(baseline)} Tm`)
    for (const glyph of set) {
      glyphs.use(glyph.font)
      out.add(`/${glyph.font} ${n(fitting)} Tf <${glyph.hex}> Tj`)
    }
    out.add('ET EMC')
  }
}
