import type { StoryPhoto } from '../../story/parts'
import type { HeadlineProblem } from '../../typeset'
import type { Crop } from '../layout'
import { linesOf, type PaintItem, type Painting } from '../painting'
import type { Rect } from '../paper'
import type { Pt, SizeName } from '../sizes'
import type { Fit, SetBody } from './body'

/** A story frame's headline as it came to stand. */
export interface ComposedHead {
  /** The whole zone, its white included. */
  readonly rect: Rect
  readonly direction: 'horizontal' | 'vertical'
  /** The size that the 主题 was to have, and the one that it has. */
  readonly wished: SizeName
  readonly size: SizeName
  /** Its lines in reading order, with the left and right ends (for 竖题 top and foot) of their ink. */
  readonly lines: readonly {
    readonly part: 'kicker' | 'headline' | 'deck'
    readonly text: string
    readonly size: Pt
    readonly from: Pt
    readonly to: Pt
  }[]
  readonly problem: HeadlineProblem | null
}

/** A photo as it stands on the page, in a frame of its own or inside a story's. */
export interface ComposedPhoto {
  /** Index among the story frame's photos; null for a photo frame's own. */
  readonly inset: number | null
  readonly photo: StoryPhoto
  readonly picture: Rect
  /** Where caption and credit stand; null where there are none. */
  readonly words: Rect | null
  readonly crop: Crop
  /** Pixels an inch of the shown part at this size; null while the photo is only announced. */
  readonly ppi: number | null
  /** Where text may run beside it and how wide that is, in ems; null where it fills its columns. */
  readonly wrapRoom: number | null
}

/** A frame with everything that it puts on the page. */
export interface ComposedFrame {
  readonly frameId: string
  readonly items: readonly PaintItem[]
  /**
   * How the story stands in the frame; null for frames without running text. Of a story that runs on over
   * several frames, the last says what is over or left; those before it are full.
   */
  readonly fit: Fit | null
  /** True where a head, photo or caption found no room at all and is not on the page. */
  readonly hides: boolean
  /** The rectangle of the frame on the page; of an L shape the first. */
  readonly rect: Rect
  /** All rectangles of the frame, the first included, in reading order. */
  readonly rects: readonly Rect[]
  readonly head: ComposedHead | null
  readonly photos: readonly ComposedPhoto[]
  /** Where the body text may stand: one rectangle a column, in reading order; empty without running text. */
  readonly columns: readonly Rect[]
  /** The set text, kept for the next keystroke. Of a story over several frames, all of it. */
  readonly body: SetBody | null
  /** Index of this frame's first column among those of `body`. */
  readonly firstColumn: number
  /** 下转第3版 · 上接第1版 as printed; null where the story does not leave the page, or does not come from one. */
  readonly jumps: { readonly to: number | null; readonly from: number | null }
}

/** A composed page. */
export interface ComposedPage {
  readonly painting: Painting
  readonly frames: ReadonlyMap<string, ComposedFrame>
}

/** A frame with nothing in it. */
export const bareFrame = (frameId: string, rect: Rect): ComposedFrame => ({
  frameId,
  items: [],
  fit: null,
  hides: false,
  rect,
  rects: [rect],
  head: null,
  photos: [],
  columns: [],
  body: null,
  firstColumn: 0,
  jumps: { to: null, from: null },
})

/** The printed lines of a frame, in reading order. */
export const textOf = (frame: ComposedFrame): string[] => linesOf(frame.items)
