import type { StoryParts, StoryPhoto } from '../../story/parts'
import type { ComposedPhoto } from './composed'
import type { Crop, PhotoSource } from '../layout'
import type { PaintItem } from '../painting'
import type { Rect } from '../paper'
import { setCaption, wordsRect, type CaptionSources } from './caption'
import { cropOf, ppiOf } from './crop'
import { pt, type Pt } from '../sizes'

/** White between a photo's edge and what stands above it, and below it where it has no words; shares of the line. */
const whiteAbove = 0.4
const whiteBelow = 0.25
/** White between a picture and the words under it. */
const wordsGap: Pt = pt(1.5)

/** Rows of the grid that a photo's caption takes at a width. */
export function captionLines(photo: StoryPhoto, width: Pt, size: Pt, pitch: Pt): number {
  return setCaption(photo, width, size, pitch).lines
}

/**
 * The rows that picture and caption take together when the picture is shown at `aspect` (width to height).
 * A photo that is only announced is planned at 3:2.
 */
export function photoRows(photo: StoryPhoto, width: Pt, size: Pt, pitch: Pt, aspect?: number): number {
  const own = photo.width > 0 && photo.height > 0 ? photo.width / photo.height : 1.5
  const picture = width / (aspect ?? own) + pitch * whiteAbove
  return Math.max(2, Math.round(picture / pitch)) + setCaption(photo, width, size, pitch).lines
}

/** A story's photos in order, with the index of their block. */
export function photosOf(story: StoryParts): { readonly photo: StoryPhoto; readonly block: number }[] {
  return story.blocks.flatMap((block, at) => (block.kind === 'photo' ? [{ photo: block, block: at }] : []))
}

/** A photo and where its words come from. */
export interface FoundPhoto {
  readonly photo: StoryPhoto
  readonly sources: CaptionSources
}

/** The photo of a source, if it is there. `story` is the source's own story. */
export function photoOf(source: PhotoSource, story: StoryParts | undefined): FoundPhoto | null {
  if (source.kind === 'loose') return { photo: source.photo, sources: { caption: null, credit: null } }
  const found = story && photosOf(story)[source.photo]
  if (!found) return null
  const { storyId } = source
  const at = (part: 'caption' | 'credit') => ({ storyId, part, block: found.block, start: 0 })
  return { photo: found.photo, sources: { caption: at('caption'), credit: at('credit') } }
}

/** How a photo is shown in its place. */
export interface PhotoStyle {
  readonly frameId: string
  /** Of caption and credit. */
  readonly size: Pt
  readonly pitch: Pt
  readonly firstLine: number
  readonly crop: Crop | null
  readonly captionPlace: 'under' | 'left' | 'right'
}

/** A photo on the page. `isWhole` is false where its place is too small for the picture or for all its words. */
export interface PaintedPhoto {
  readonly items: PaintItem[]
  readonly isWhole: boolean
  readonly shown: Omit<ComposedPhoto, 'inset' | 'wrapRoom'> | null
}

/** A photo and its words in a rectangle of whole grid lines. */
export function paintPhoto({ photo, sources }: FoundPhoto, rect: Rect, style: PhotoStyle): PaintedPhoto {
  const { frameId, size, pitch, firstLine } = style
  const pen = { frameId, firstLine }
  const hasWords = photo.caption !== '' || photo.credit !== ''
  const top = rect.y + pitch * whiteAbove
  const foot = rect.y + rect.height
  const beside = hasWords && style.captionPlace !== 'under' ? besideWidth(photo, rect, style) : null
  let picture: Rect
  let words: Rect | null = null
  let painted: { readonly items: PaintItem[]; readonly rows: number } = { items: [], rows: 0 }
  let rows = 0
  if (beside !== null) {
    const gap = size
    const caption = setCaption(photo, beside, size, pitch)
    const width = rect.width - beside - gap
    const isLeft = style.captionPlace === 'left'
    const height = foot - pitch * whiteBelow - top
    picture = {
      x: pt(isLeft ? rect.x + beside + gap : rect.x),
      y: pt(top),
      width: pt(width),
      height: pt(height),
    }
    // The words stand on the picture's foot.
    const from = Math.max(rect.y, picture.y + height - caption.height)
    words = wordsRect(pt(isLeft ? rect.x : rect.x + width + gap), pt(from), beside, pt(picture.y + height))
    painted = caption.paint(pen, sources, words.x, words.y, pt(foot))
    rows = caption.rows
  } else {
    const caption = setCaption(photo, rect.width, size, pitch)
    // The words' last row keeps clear of the text below, as the picture's top does of the text above.
    const under = caption.rows > 0 ? Math.max(caption.height + wordsGap, caption.lines * pitch) : 0
    const wanted = foot - top - under - pitch * whiteBelow
    const height = Math.min(Math.max(pitch, wanted), foot - top)
    picture = { x: rect.x, y: pt(top), width: rect.width, height: pt(height) }
    rows = caption.rows
    if (rows > 0) {
      const from = top + height + wordsGap
      painted = caption.paint(pen, sources, rect.x, pt(from), pt(foot + 0.5))
      words = wordsRect(rect.x, pt(from), rect.width, pt(foot))
    }
  }
  if (picture.height <= 0 || picture.width <= 0) return { items: [], isWhole: false, shown: null }
  const crop = cropOf(photo, picture, style.crop)
  return {
    items: [{ kind: 'image', frameId, image: photo.image, rect: picture, crop }, ...painted.items],
    isWhole: painted.rows === rows,
    shown: {
      photo,
      picture,
      words: painted.rows > 0 ? words : null,
      crop,
      ppi: ppiOf(photo, crop, picture),
    },
  }
}

/** Of a narrow column of words beside a picture: least and most ems, and the most of the place's width. */
const besideEms = { least: 6, most: 12 }
const besideShare = 0.4

/** The narrowest column that takes all of a photo's words beside it; null where only under it is room. */
function besideWidth(photo: StoryPhoto, rect: Rect, { size, pitch }: PhotoStyle): Pt | null {
  const most = Math.min(besideEms.most, Math.floor((rect.width * besideShare) / size))
  for (let ems = besideEms.least; ems <= most; ems++) {
    const { height } = setCaption(photo, pt(ems * size), size, pitch)
    if (height <= rect.height - pitch * (whiteAbove + whiteBelow)) return pt(ems * size)
  }
  return null
}
