import { em, milliem, setParagraph } from '../../typeset'
import type { PaintItem } from '../painting'
import type { Rect } from '../paper'
import { displaySetting, middleBaseline, runOf } from './runs'
import { pt, type Pt } from '../sizes'

/** How 提引文字 is set. */
export interface QuoteStyle {
  readonly frameId: string
  /** Of the body text, and its pitch. */
  readonly size: Pt
  readonly pitch: Pt
  readonly firstLine: number
}

/** Sizes in body sizes, largest first, and what stands between the rules and the words, in lines of the grid. */
const steps = [1.7, 1.5, 1.35, 1.2, 1.1, 1]
const leading = 1.45
const ruleInset = 0.45
const white = 0.35

const setting = { ...displaySetting('serif-bold'), key: 'quote', slack: em(0) }

/**
 * Words lifted out of the text: bold, as large as goes in between a thick rule above and a thin one below.
 * `isWhole` is false where they do not go in even at the body's size; then only the lines that do are painted.
 */
export function paintQuote(
  text: string,
  rect: Rect,
  style: QuoteStyle,
): { readonly items: PaintItem[]; readonly isWhole: boolean } {
  const { frameId, pitch, firstLine } = style
  const head = pt(rect.y + pitch * ruleInset)
  const foot = pt(rect.y + rect.height - pitch * ruleInset)
  const rule = (y: Pt, width: Pt): PaintItem => {
    return { kind: 'rule', frameId, x1: rect.x, y1: y, x2: pt(rect.x + rect.width), y2: y, width, ink: 'ink' }
  }
  const items: PaintItem[] = [rule(head, pt(1.2)), rule(foot, pt(0.4))]
  const top = head + pitch * white
  const room = foot - pitch * white - top
  const words = { text: text.replace(/\s+/g, ' ').trim(), indent: em(0), align: 'justify' as const }
  if (words.text === '') return { items, isWhole: true }
  for (const step of steps) {
    const size = pt(style.size * step)
    const set = setParagraph(words, milliem(Math.floor((rect.width / size) * 1000)), setting)
    const height = set.lines.length * size * leading
    const isLast = step === steps.at(-1)
    if ((height > room || set.lines.some(line => line.ugly || line.forced)) && !isLast) continue
    const from = top + Math.max(0, (room - height) / 2)
    const shown = set.lines.filter((_, at) => from + (at + 1) * size * leading <= foot + 0.01)
    shown.forEach((line, at) => {
      const y = middleBaseline(pt(from + at * size * leading), pt(size * leading), size)
      const pen = {
        frameId,
        face: 'serif-bold',
        size,
        x: rect.x,
        y,
        line: firstLine + at,
        source: null,
      } as const
      items.push(runOf(set, line, pen))
    })
    return { items, isWhole: shown.length === set.lines.length }
  }
  return { items, isWhole: false }
}
