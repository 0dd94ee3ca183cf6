import type { StoryPhoto } from '../../story/parts'
import { em, milliem, setParagraph } from '../../typeset'
import type { PaintItem, TextSource } from '../painting'
import type { Rect } from '../paper'
import { displaySetting, labelRun, labelWidth, middleBaseline, runOf } from './runs'
import { pt, type Pt } from '../sizes'

/** Where a photo's words come from. */
export interface CaptionSources {
  readonly caption: TextSource | null
  readonly credit: TextSource | null
}

/** Caption and credit set at a width. */
export interface SetCaption {
  /** Rows of the grid that they take under a photo. */
  readonly lines: number
  /** Rows of their own, which may stand closer than the grid's. */
  readonly rows: number
  readonly height: Pt
  /** Paints what goes in from `y` to `foot`, and says how many rows that were; the rest is left out. */
  paint(
    pen: { readonly frameId: string; readonly firstLine: number },
    source: CaptionSources,
    x: Pt,
    y: Pt,
    foot: Pt,
  ): { readonly items: PaintItem[]; readonly rows: number }
}

/** The least white between a caption and its credit on one line, in ems of the caption. */
const creditGap = 1

/** Caption in 黑体, small; the credit at the right end of its last line, on a line of its own if it must. */
export function setCaption(photo: StoryPhoto, width: Pt, wished: Pt, pitch: Pt): SetCaption {
  // A credit that is wider than its photo comes down until it goes in.
  const natural = labelWidth(photo.credit, 'sans', wished)
  const creditSize = natural > width ? pt((wished * width) / natural) : wished
  const size = wished
  const measure = milliem(Math.floor((width / size) * 1000))
  const setting = captionSetting
  const caption =
    photo.caption === '' ? null : setParagraph({ text: photo.caption, indent: em(0) }, measure, setting)
  const creditWidth = labelWidth(photo.credit, 'sans', creditSize)
  const lastWidth = caption ? ((caption.lines.at(-1)?.width ?? 0) * size) / 1000 : 0
  const isRunIn = caption !== null && lastWidth + creditGap * size + creditWidth <= width
  const captionLines = caption?.lines.length ?? 0
  const rows = captionLines + (photo.credit !== '' && !isRunIn ? 1 : 0)
  // Captions stand closer than body lines; the block still ends on the grid.
  const leading = pt(Math.min(pitch, size * 1.4))
  const height = pt(rows * leading)
  const lines = rows === 0 ? 0 : Math.ceil((height + 1) / pitch)
  return {
    lines,
    rows,
    height,
    paint({ frameId, firstLine }, source, x, y, foot) {
      const items: PaintItem[] = []
      const painted = new Set<number>()
      const baseline = (row: number) => middleBaseline(pt(y + row * leading), leading, size)
      const goesIn = (row: number) => y + (row + 1) * leading <= foot + 0.01
      const pen = { frameId, face: 'sans', x } as const
      caption?.lines.forEach((line, at) => {
        if (!goesIn(at)) return
        painted.add(at)
        const own = { ...pen, size, y: baseline(at), line: firstLine + at, source: source.caption }
        items.push(runOf(caption, line, own))
      })
      const row = isRunIn ? captionLines - 1 : captionLines
      if (photo.credit !== '' && goesIn(row)) {
        painted.add(row)
        const own = { ...pen, size: creditSize, y: baseline(row), line: firstLine + row }
        items.push(
          labelRun(photo.credit, { ...own, source: source.credit }, { align: 'end' as const, width }),
        )
      }
      return { items, rows: painted.size }
    },
  }
}

/** Lines of captions do not stand out over their photo's edge, and none ends in a single character (孤字). */
const captionSetting = { ...displaySetting('sans'), key: 'caption', slack: em(0), leastLastLine: 2 }

/** The rectangle of words that begin at a point. */
export const wordsRect = (x: Pt, y: Pt, width: Pt, foot: Pt): Rect => ({
  x,
  y,
  width,
  height: pt(Math.max(0, foot - y)),
})
