import type { StoryPhoto } from '../../story/parts'
import { setParagraph } from '../../typeset'
import type { ComposedPhoto } from './composed'
import type { PaintItem, TextSource } from '../painting'
import type { Rect } from '../paper'
import { displaySetting, labelRun, labelWidth, middleBaseline, runOf } from './runs'
import type { Point } from '../sizes'

/** White between a photo's edge and what stands above it, as a share of the line. */
const whiteAbove = 0.4

/** A caption set under its photo: whole lines of the grid. */
interface SetCaption {
  readonly lines: number
  /** Rows of the caption itself, which may stand closer than the grid's lines. */
  readonly rows: number
  /** Paints what goes in above `foot`; the rest is left out. */
  paint(frameId: string, source: Sources, x: Point, y: Point, foot: Point, firstLine: number): PaintItem[]
}

interface Sources {
  readonly caption: TextSource | null
  readonly credit: TextSource | null
}

/** The least white between a caption and its credit on one line, in ems of the caption. */
const creditGap = 1

/** Caption in 黑体, small; the credit at the right end of its last line, on a line of its own if it must. */
function setCaption(photo: StoryPhoto, width: Point, size: Point, pitch: Point): SetCaption {
  const setting = displaySetting('sans')
  const measure = Math.floor((width / size) * 1000)
  const caption =
    photo.caption === '' ? null : setParagraph({ text: photo.caption, indent: 0 }, measure, setting)
  const creditWidth = labelWidth(photo.credit, 'sans', size)
  const lastWidth = caption ? ((caption.lines.at(-1)?.width ?? 0) * size) / 1000 : 0
  const isRunIn = caption !== null && lastWidth + creditGap * size + creditWidth <= width
  const captionLines = caption?.lines.length ?? 0
  const rows = captionLines + (photo.credit !== '' && !isRunIn ? 1 : 0)
  // Captions stand closer than body lines; the block still ends on the grid.
  const leading = Math.min(pitch, size * 1.4)
  const lines = rows === 0 ? 0 : Math.ceil((rows * leading + 1) / pitch)
  return {
    lines,
    rows,
    paint(frameId, source, x, y, foot, firstLine) {
      const items: PaintItem[] = []
      const top = y + 1.5
      const baseline = (row: number) => middleBaseline(top + row * leading, leading, size)
      const goesIn = (row: number) => top + (row + 1) * leading <= foot + 0.5
      const pen = { frameId, face: 'sans', size, x } as const
      caption?.lines.forEach((line, at) => {
        if (!goesIn(at)) return
        items.push(
          runOf(caption, line, { ...pen, y: baseline(at), line: firstLine + at, source: source.caption }),
        )
      })
      if (photo.credit !== '') {
        const row = isRunIn ? captionLines - 1 : captionLines
        if (!goesIn(row)) return items
        const place = { align: 'end', width } as const
        const own = { ...pen, y: baseline(row), line: firstLine + row, source: source.credit }
        items.push(labelRun(photo.credit, own, place))
      }
      return items
    },
  }
}

/** Rows of the grid that a photo's caption takes at a width. */
export function captionLines(photo: StoryPhoto, width: Point, size: Point, pitch: Point): number {
  return setCaption(photo, width, size, pitch).lines
}

/**
 * The rows that picture and caption take together when the picture is shown at `aspect` (width to height).
 * A photo that is only announced is planned at 3:2.
 */
export function photoRows(
  photo: StoryPhoto,
  width: Point,
  size: Point,
  pitch: Point,
  aspect?: number,
): number {
  const own = photo.width > 0 && photo.height > 0 ? photo.width / photo.height : 1.5
  const picture = width / (aspect ?? own) + pitch * whiteAbove
  return Math.max(2, Math.round(picture / pitch)) + setCaption(photo, width, size, pitch).lines
}

/**
 * A photo and its caption in a rectangle of whole grid lines. `isWhole` is false where the rectangle is too
 * small for all of the caption.
 */
export function paintPhoto(
  photo: StoryPhoto,
  rect: Rect,
  style: {
    readonly frameId: string
    readonly size: Point
    readonly pitch: Point
    readonly firstLine: number
  },
  source: Sources,
): { readonly items: PaintItem[]; readonly isWhole: boolean; readonly shown: Omit<ComposedPhoto, 'inset'> } {
  const { frameId, size, pitch, firstLine } = style
  const caption = setCaption(photo, rect.width, size, pitch)
  const top = pitch * whiteAbove
  const height = Math.max(pitch, rect.height - caption.lines * pitch - top)
  const picture: Rect = {
    x: rect.x,
    y: rect.y + top,
    width: rect.width,
    height: Math.min(height, rect.height - top),
  }
  const foot = rect.y + rect.height
  const words = caption.paint(frameId, source, rect.x, picture.y + height, foot, firstLine)
  const painted = new Set(words.map(item => (item.kind === 'text' ? item.line : 0)))
  const crop = cropOf(photo, picture)
  const wordsTop = picture.y + picture.height
  return {
    shown: {
      photo,
      picture,
      words:
        words.length === 0 ? null : { x: rect.x, y: wordsTop, width: rect.width, height: foot - wordsTop },
      crop,
      ppi: photo.image === null ? null : (photo.width * crop.width * 72) / picture.width,
      wrapRoom: null,
    },
    items: [{ kind: 'image', frameId, image: photo.image, rect: picture, crop }, ...words],
    isWhole: painted.size === caption.rows,
  }
}

/** The largest part of a photo with the picture's proportions; what is cut comes off evenly, less at the top. */
export function cropOf(photo: Pick<StoryPhoto, 'width' | 'height'>, picture: Rect): Rect {
  if (photo.width === 0 || photo.height === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const own = photo.width / photo.height
  const wanted = picture.width / picture.height
  if (own > wanted) return { x: (1 - wanted / own) / 2, y: 0, width: wanted / own, height: 1 }
  return { x: 0, y: (1 - own / wanted) * 0.4, width: 1, height: own / wanted }
}
