import { ptRect, type Rect } from '../../shared/page/paper'
import { pt, type Pt } from '../../shared/page/sizes'
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
const leastSize: Pt = pt(5)
/** In a gutter a tag of this width touches nobody's text; at the page's left there is its margin. */
const inGutter = { room: 9, size: 7 }
const inMargin = { room: 20, size: 12 }
const padding: Pt = pt(1)
/** Height of figures in ems. */
const figureHeight = 0.74

/**
 * Writes story numbers as grey tags at the frames' top left corners, in the gutter or margin beside them. They
 * are no part of the page's text: readers that know of artifacts leave them out.
 */
export function paintStoryNumbers(
  numbers: readonly StoryNumber[],
  height: Pt,
  glyphs: GlyphCase,
  out: PageOperators,
): void {
  const leftmost = Math.min(...numbers.map(({ rect }) => rect.x))
  for (const { rect, label } of numbers) {
    const set = [...label].map(character => glyphs.glyph({ face }, character))
    const advance = set.reduce((sum, glyph) => sum + glyph.advance, 0) / 1000
    if (advance === 0) continue
    const isAtMargin = rect.x < leftmost + 1 && rect.x > inMargin.room
    const { room, size } = isAtMargin ? inMargin : inGutter
    const fitting = Math.min(size, Math.max(leastSize, (room - 2 * padding) / advance))
    const tagHeight = fitting + 2 * padding
    const width = Math.max(tagHeight, advance * fitting + 2 * padding)
    // A long number grows over its own frame rather than over its neighbour.
    const x = Math.max(0, rect.x - Math.min(width + padding, room))
    const tag = ptRect(x, rect.y, width, tagHeight)
    out.add('/Artifact BMC')
    out.fill('grey')
    out.add(`${rectangle(tag, height)} f`)
    out.fill('paper')
    out.stretch(100)
    const left = x + (width - advance * fitting) / 2
    const baseline = height - (rect.y + (tagHeight + figureHeight * fitting) / 2)
    out.add(`BT 1 0 0 1 ${n(left)} ${n(baseline)} Tm`)
    for (const glyph of set) {
      glyphs.use(glyph.font)
      out.add(`/${glyph.font} ${n(fitting)} Tf <${glyph.hex}> Tj`)
    }
    out.add('ET EMC')
  }
}
