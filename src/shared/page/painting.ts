import type { Crop } from './layout'
import type { Rect } from './paper'
import type { Pt } from './sizes'

/** The faces that a page is set in. A paper's own fonts take these places later. */
export type PageFace = 'serif' | 'serif-bold' | 'serif-black' | 'sans' | 'sans-bold'

/** Inks of a page, all of them shares of black: `tint` is the ground of a box, `paper` is no ink at all. */
export type Ink = 'ink' | 'grey' | 'tint' | 'paper'

/** Where a line of text comes from. */
export interface TextSource {
  readonly storyId: string
  readonly part: 'kicker' | 'headline' | 'deck' | 'body' | 'byline' | 'caption' | 'credit'
  /** Index into the story's blocks; 0 where the part is not a block. */
  readonly block: number
  /**
   * UTF-16 offset of the run's first cluster in the text of that part. Dateline and its space stand before the
   * first paragraph's own text: their offsets are negative.
   */
  readonly start: number
}

/** Clusters on one baseline, each drawn with its origin at its own x. */
export interface TextRun {
  readonly kind: 'text'
  readonly frameId: string
  readonly face: PageFace
  readonly size: Pt
  /** Horizontal scale of every glyph about its own x: 1, or what makes a dash fill its em. */
  readonly stretch: number
  readonly clusters: readonly string[]
  /** Page coordinates; as many as clusters. */
  readonly xs: readonly Pt[]
  /** Baseline. */
  readonly y: Pt
  readonly ink: Ink
  /** Digits are the face's half-width ones (OpenType `hwid`). Left out where the run has no digit. */
  readonly halfDigits?: true
  /** Glyphs lie on their side, turned clockwise about their own origin: marks of vertical headlines. */
  readonly turn?: 90
  /** Runs of one printed line bear the same number within their frame, and stand next to each other. */
  readonly line: number
  readonly source: TextSource | null
}

/** True for a cluster that the half-width digits of a face hold. */
export const isDigit = (cluster: string): boolean => cluster.length === 1 && cluster >= '0' && cluster <= '9'

/** A straight rule, its stroke centred on the line. */
export interface RuleItem {
  readonly kind: 'rule'
  readonly frameId: string
  readonly x1: Pt
  readonly y1: Pt
  readonly x2: Pt
  readonly y2: Pt
  readonly width: Pt
  readonly ink: Ink
}

/** A filled or stroked rectangle. */
export interface BoxItem {
  readonly kind: 'box'
  readonly frameId: string
  readonly rect: Rect
  /** Stroke width, centred on the edge; 0 for none. */
  readonly stroke: Pt
  readonly fill: Ink | null
}

/** A photo, or the place of one that has not come yet. */
export interface ImageItem {
  readonly kind: 'image'
  readonly frameId: string
  /** SHA-256 of the original; null while it is only announced: painters draw an empty frame. */
  readonly image: string | null
  /** Where the crop goes on the page. */
  readonly rect: Rect
  /** The part of the picture that shows, in shares of its width and height. */
  readonly crop: Crop
}

export type PaintItem = TextRun | RuleItem | BoxItem | ImageItem

/** A display list: all that a painter (screen, PNG, PDF) needs to know. Items stand in reading order. */
export interface Painting {
  readonly width: Pt
  readonly height: Pt
  readonly items: readonly PaintItem[]
}

/** The text of items by printed line, in painting order: neighbours with one frame and line number are a line. */
export function linesOf(items: readonly PaintItem[]): string[] {
  const lines: string[] = []
  let last: TextRun | null = null
  for (const item of items) {
    if (item.kind !== 'text') continue
    const text = item.clusters.join('')
    const isSameLine: boolean = last !== null && last.line === item.line && last.frameId === item.frameId
    if (isSameLine) lines[lines.length - 1] += text
    else lines.push(text)
    last = item
  }
  return lines
}
