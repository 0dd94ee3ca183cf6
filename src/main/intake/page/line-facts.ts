import { isBareNames, isCredit, readSignature, splitCredit } from '../../../shared/style/forms/signature'
import { opensWithDateline } from '../../../shared/style/forms/dateline'
import { isFurniture } from './furniture'
import { isLetterSpaced } from '../../../shared/cleaning/line-spaces'
import { isClosing, widthOf, widthOfHead, type LineWidth } from '../../../shared/cleaning/line-width'
import type { RawLine } from './raw-lines'

/**
 * How unlikely a reading is, in points; the page is read the way that costs least in all. The numbers weigh
 * the rules against each other: what is against the setting of any paper costs 4 and more, what happens on
 * every page costs under 1.
 */
export const readingCost = {
  /** A paragraph that ends without a closing mark; with ：or ； (a list follows). */
  endsOpen: 5,
  endsHalfOpen: 1.5,
  /** A paragraph's last line that is all but full, by chance. */
  endsFull: 0.3,
  /** Two paragraphs without an empty line between, where the text has any. */
  noBlank: 0.6,
  /** An empty line inside a paragraph: the column turns; more when the line before ends a sentence. */
  turn: 1.2,
  turnAtSentence: 1.7,
  /** The same before a line that opens with a quote, whose half-width mark sets it in. */
  turnBeforeQuote: 0.4,
  /** Indents typed in the text decide where paragraphs start. */
  indentInside: 6,
  indentMissing: 3,
  /** A story changes its measure between paragraphs (it passes a photo), within one. */
  newMeasure: 2,
  newMeasureInside: 5,
  /** Half an em more or less, which squeezed marks and another font's digits hide. */
  nearMeasure: 0.8,
  /** A dateline opens a paragraph, and 王小禾说。 after a quotation goes on with one. */
  datelineInside: 8,
  speakerStarts: 1.5,
  /** A text that starts in mid-paragraph. */
  startsInside: 3,
  startsWithClosing: 6,
  title: 1.2,
  titleEndsSentence: 6,
  /** A paragraph of one line, of a few characters. */
  single: 0.5,
  singleShort: 1.5,
  whole: 1.5,
  never: 1e6,
}

/** Lines longer than this are paragraphs that nobody broke; no newspaper column is so wide. */
export const widestMeasure = 45

/** What a line by itself says about each reading. */
export interface LineFacts extends LineWidth {
  readonly text: string
  readonly blank: boolean
  readonly indented: boolean
  readonly headWidth: number
  readonly letterSpaced: boolean
  readonly endsSentence: boolean
  readonly endCost: number
  readonly startCost: number
  /** Against going on with a paragraph. */
  readonly insideCost: number
  readonly title: number
  readonly signature: number
  readonly furniture: number
  readonly caption: number
  readonly captionOpen: number
  readonly captionEnd: number
}

/** Looks at every line once. */
export function factsOf(lines: readonly RawLine[]): LineFacts[] {
  return lines.map((line, at): LineFacts => {
    const { text } = line
    const width = widthOf(text)
    const signature = text.length <= 60 ? readSignature(text) : null
    const furniture = isFurniture(text)
    const letterSpaced = signature === null && isLetterSpaced(text)
    const endsSentence = sentenceEnd.test(text.slice(-60))
    const startsClosing = isClosing(text.charAt(0)) || /^[%‰℃]/u.test(text)
    const dated = opensWithDateline(text)
    const speaks = speaker.test(text) && /[。！？]”$/u.test(lines[at - 1]?.text ?? '')
    const endCost = endsSentence
      ? 0
      : /[：:；;]$/u.test(text)
        ? readingCost.endsHalfOpen
        : /[）)】]$/u.test(text) &&
            (signature !== null || /[。！？…”][^。]{0,40}[）)】]$/u.test(text.slice(-60)))
          ? 0.3
          : readingCost.endsOpen
    return {
      ...width,
      text,
      blank: line.blankBefore,
      indented: line.indent >= 1,
      headWidth: widthOfHead(text.slice(0, 40)),
      letterSpaced,
      endsSentence,
      endCost,
      startCost:
        (startsClosing ? readingCost.startsWithClosing : 0) + (speaks ? readingCost.speakerStarts : 0),
      insideCost: dated ? readingCost.datelineInside : 0,
      title: titleCost(text, width.natural) + (dated ? 3 : 0),
      signature: signature === null ? readingCost.never : isBareNames(text) ? 0.8 : 0.1,
      furniture: furniture ? 0.2 : readingCost.never,
      ...captionCosts(text, lines[at + 1]),
    }
  })
}

/** Who said it, and nothing more: what follows a quotation. */
const speaker = /^\p{Script=Han}{2,16}(?:说|说道|表示|介绍|笑道|告诉记者)。/u
const sentenceEnd = /(?:[。！？!?]|……|…)[”’」』）)》]*$/u

function titleCost(text: string, width: number): number {
  let points = readingCost.title
  if (/[。][”’）)]*$/u.test(text)) points += readingCost.titleEndsSentence
  else if (/[，、；;,]$/u.test(text)) points += readingCost.titleEndsSentence
  else if (/[！？!?…]$/u.test(text)) points += 0.3
  else if (/[：:]$/u.test(text)) points += 1.5
  if (/。(?!$)/u.test(text)) points += 3
  points += Math.min(2, text.slice(0, 80).match(/，/gu)?.length ?? 0)
  if (text.includes('、')) points += 0.4
  if (width > 24) points += Math.min(12, 0.2 * (width - 24))
  if (unbalanced(text.slice(0, 80))) points += 1.5
  return points
}

/** Whether a quote or bracket is opened and not closed, or the other way. */
function unbalanced(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if ('“‘（《'.includes(char)) depth++
    if ('”’）》'.includes(char)) depth--
  }
  return depth !== 0
}

function captionCosts(
  text: string,
  next: RawLine | undefined,
): Pick<LineFacts, 'caption' | 'captionOpen' | 'captionEnd'> {
  const credited = text.length <= 300 && (splitCredit(text) !== null || isCredit(text))
  const shown = /^(?:图为|图[①-⑩一二三四五六0-9]|[上下左右]图|[▲▼△▽◀▶←→↑↓])/u.test(text)
  const ends = sentenceEnd.test(text.slice(-60))
  return {
    caption: credited && !isCredit(text) ? 0.3 : shown && ends ? 0.6 : readingCost.never,
    captionOpen: credited || text.length > 120 || next === undefined ? readingCost.never : shown ? 0.4 : 0.9,
    captionEnd: credited ? 0.3 : shown || !ends ? readingCost.never : 4,
  }
}
