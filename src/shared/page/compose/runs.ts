import { sansBold, sansRegular, serifBlack, serifBold, serifRegular } from '../../typeset/face-data'
import {
  em,
  newspaper,
  setParagraph,
  type Align,
  type FaceMetrics,
  type HouseSetting,
  type MarkStyle,
  type SetLine,
  type SetParagraph,
} from '../../typeset'
import { isDigit, type Ink, type PageFace, type TextRun, type TextSource } from '../painting'
import { pt, type Pt } from '../sizes'

const metrics: Record<PageFace, FaceMetrics> = {
  serif: serifRegular,
  'serif-bold': serifBold,
  'serif-black': serifBlack,
  sans: sansRegular,
  'sans-bold': sansBold,
}

/** The advances of a face of the page. */
export const faceOf = (face: PageFace): FaceMetrics => metrics[face]

const settingsOf = (markStyle: MarkStyle) =>
  Object.fromEntries(
    Object.entries(metrics).map(([face, one]) => [
      face,
      { ...newspaper, key: face, face: one, digitWidth: 'face' as const, leastLastLine: 1, markStyle },
    ]),
  ) as unknown as Record<PageFace, HouseSetting>

const display = settingsOf('full')
const label = settingsOf('kaiming')

/** How heads, captions and furniture are set in a face: digits as wide as they are, no 孤字 rule. */
export const displaySetting = (face: PageFace): HouseSetting => display[face]

/** Where and how a set line is painted. */
export interface Pen {
  readonly frameId: string
  readonly face: PageFace
  readonly size: Pt
  /** Left edge of the column, and the baseline. */
  readonly x: Pt
  readonly y: Pt
  readonly ink?: Ink
  readonly stretch?: number
  /** Number of the printed line within its frame. */
  readonly line: number
  readonly source: TextSource | null
}

/** The clusters `from…to` of a set line as a run. */
export function runOf(
  set: SetParagraph,
  line: SetLine,
  pen: Pen,
  from: number = line.from,
  to: number = line.to,
): TextRun {
  const stretch = pen.stretch ?? 1
  const xs: Pt[] = []
  for (let at = from; at < to; at++) {
    xs.push(pt(pen.x + ((set.xs[at] ?? 0) * pen.size * stretch) / 1000))
  }
  const clusters = set.clusters.slice(from, to)
  return {
    kind: 'text',
    frameId: pen.frameId,
    face: pen.face,
    size: pen.size,
    stretch,
    clusters,
    xs,
    y: pen.y,
    ink: pen.ink ?? 'ink',
    line: pen.line,
    ...(set.halfDigits && clusters.some(isDigit) ? { halfDigits: true as const } : {}),
    source: pen.source && { ...pen.source, start: pen.source.start + (set.offsets[from] ?? 0) },
  }
}

/** Text on one line, never broken: its run and its width. `track` is letter-space in thousandths of an em. */
export function labelRun(
  text: string,
  pen: Omit<Pen, 'source'> & { readonly source?: TextSource | null },
  place: { readonly align?: Align; readonly width?: Pt; readonly track?: number } = {},
): TextRun {
  const { set, line, width: natural } = setLabel(text, pen.face)
  const { align = 'start', width = pt(0), track = 0 } = place
  const space = (track * pen.size) / 1000
  const own = natural * pen.size * (pen.stretch ?? 1) + space * Math.max(0, set.clusters.length - 1)
  const shift = align === 'end' ? width - own : align === 'center' ? (width - own) / 2 : 0
  const run = runOf(set, line, { ...pen, source: pen.source ?? null, x: pt(pen.x + shift) })
  return space === 0 ? run : { ...run, xs: run.xs.map((x, at) => pt(x + space * at)) }
}

/** Wider than any line of a page. */
const endless = em(1000)

/** A line of display text, and its width in ems. */
export interface SetLabel {
  readonly set: SetParagraph
  readonly line: SetLine
  readonly width: number
}

/**
 * Sets display text on one line. Its quotes, brackets and pauses stand on half an em, as heads are set: at
 * their size a whole em of white would fall apart.
 */
export function setLabel(text: string, face: PageFace): SetLabel {
  const set = setParagraph({ text, indent: em(0), align: 'start' }, endless, label[face])
  const line = set.lines[0]!
  return { set, line, width: line.natural / 1000 }
}

/** Width of text on one line. */
export function labelWidth(text: string, face: PageFace, size: Pt): Pt {
  return text === '' ? pt(0) : pt(setLabel(text, face).width * size)
}

/** Share of the em box above the baseline, in all faces of the page. */
export const ascent = 0.88

/** The baseline of text of a size that stands in the middle of a band. */
export const middleBaseline = (top: Pt, height: Pt, size: Pt): Pt =>
  pt(top + (height - size) / 2 + ascent * size)
