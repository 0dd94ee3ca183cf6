import type { StoryParts, StoryPhoto } from '../../story/parts'
import { em, type Milliem } from '../../typeset'
import { flowOf, setBody } from '../compose/body'
import { setHead } from '../compose/head'
import type { HeadStyle, PhotoSource } from '../layout'
import { headDefaults } from '../frame-defaults'
import { columnMeasure, geometryOf, spanMeasure, wholeColumns, type Paper } from '../paper'
import { captionLines } from '../compose/photo'
import { ems, pt, sizes, stepSize, type Pt, type SizeName } from '../sizes'

/** A photo to be placed, and where it comes from. */
export interface BlockPhoto {
  readonly source: PhotoSource
  readonly photo: StoryPhoto
}

/** What is to be placed as one piece: a story with its photos, or a photo that stands by itself. */
export interface Block {
  readonly id: string
  readonly story: { readonly id: string; readonly parts: StoryParts } | null
  readonly photos: readonly BlockPhoto[]
}

/** Shares of rows that a photo's picture may take at a width: by how much its crop may leave its own shape. */
export interface Elastic {
  readonly least: number
  readonly most: number
}

/** One way to set a block at a width. All lengths in grid rows; `text` is rows of one column. */
export interface Shape {
  readonly block: Block
  readonly span: number
  readonly columns: number
  readonly boxed: boolean
  readonly head: HeadStyle
  readonly headRows: number
  readonly text: number
  /** Lines that the paragraphs can be set longer without harm. */
  readonly loose: number
  /** Own columns that the photos cover, and how far their rows give. */
  readonly photoSpan: number
  readonly photoRows: readonly Elastic[]
  /** Rows without a rule above: with the flattest photos and with the tallest. */
  readonly least: number
  readonly most: number
  /** What an editor would hold against it; 0 is best. */
  readonly cost: number
}

/** Measures blocks at widths and remembers what it measured, for one arrangement. */
export class Shaper {
  readonly #paper: Paper
  readonly #texts = new Map<string, number>()
  readonly #shapes = new Map<string, readonly Shape[]>()

  readonly #tight: number

  /** `tight`: steps by which heads are smaller and photos flatter than the house likes them. */
  constructor(paper: Paper, tight = 0) {
    this.#paper = paper
    this.#tight = tight
  }

  /** The ways to set a block across `span` base columns, best first. */
  shapes(block: Block, span: number, isLead: boolean): readonly Shape[] {
    const key = `${block.id} ${span} ${isLead}`
    let shapes = this.#shapes.get(key)
    if (!shapes) {
      const all = block.story ? this.#storyShapes(block, span, isLead) : [this.#photoShape(block, span)]
      shapes = all.toSorted((a, b) => a.cost - b.cost).slice(0, 7)
      this.#shapes.set(key, shapes)
    }
    return shapes
  }

  /** Rows of one column that a story's text takes at a measure. */
  #text(block: Block, measure: Milliem): number {
    const { story } = block
    if (!story) return 0
    const key = `${block.id} ${measure}`
    let rows = this.#texts.get(key)
    if (rows === undefined) {
      const shape = { measure, lines: 10_000 }
      rows = setBody(flowOf(story.parts, measure), [{ x: pt(0), y: pt(0), shape }]).fit.lines
      this.#texts.set(key, rows)
    }
    return rows
  }

  #storyShapes(block: Block, span: number, isLead: boolean): Shape[] {
    const paper = this.#paper
    const parts = block.story!.parts
    const shapes: Shape[] = []
    for (const boxed of isLead || span > paper.columns / 2 ? [false] : [false, true]) {
      const inset = ems(boxed ? 1 : 0)
      const width = pt((spanMeasure(paper, span) - 2 * inset) * paper.bodySize)
      for (const columns of wholeColumns(paper, span, inset, ems(9))) {
        const across = columnMeasure(paper, span, columns, inset)
        if (across > 24 && columns < span) continue
        const measure = em(across)
        const text = this.#text(block, measure)
        for (const head of headStyles(paper, span, isLead, boxed, this.#tight)) {
          const headRows = setHead(parts, head, width, paper.pitch).lines
          for (const photoSpan of photoSpans(columns, block.photos.length, this.#tight)) {
            const share = (width - (columns - 1) * paper.gutter * paper.bodySize) / columns
            const photoWidth = pt(photoSpan * share + (photoSpan - 1) * paper.gutter * paper.bodySize)
            const photoRows = block.photos.map(({ photo }) => elastic(photo, photoWidth, paper, this.#tight))
            const loose = looseRoom(parts, across)
            const shape = { block, span, columns, boxed, head, headRows, text, loose, photoSpan, photoRows }
            const least = rowsOf(shape, sum(photoRows, 'least'))
            const tall = rowsOf(shape, sum(photoRows, 'most'))
            const spare =
              columns * depthOf(shape, sum(photoRows, 'most')) - textRows(shape, sum(photoRows, 'most'))
            const most = tall + Math.max(0, Math.min(2, Math.floor((loose - spare) / columns))) + headSpace
            const cost = costOf({ ...shape, least, most, cost: 0 }, across, isLead, paper.columns)
            shapes.push({ ...shape, least, most, cost })
          }
        }
      }
    }
    return shapes
  }

  #photoShape(block: Block, span: number): Shape {
    const paper = this.#paper
    const { columnWidth, gutterWidth } = geometryOf(paper)
    const width = pt(span * columnWidth + (span - 1) * gutterWidth)
    const photoRows = block.photos.map(({ photo }) => elastic(photo, width, paper, this.#tight))
    const least = sum(photoRows, 'least')
    const most = sum(photoRows, 'most')
    const head = headStyles(paper, span, false, false, this.#tight)[0]!
    const none = { boxed: false, head, headRows: 0, text: 0, loose: 0 }
    const cost = span === 1 ? 12 : span > paper.columns / 2 ? 10 : 0
    return { block, span, columns: 1, ...none, photoSpan: 1, photoRows, least, most, cost }
  }
}

/** Lines of white that a head may be given to fill a stack. */
export const headSpace = 1

type Measurable = Omit<Shape, 'least' | 'most' | 'cost'>

const sum = (rows: readonly Elastic[], key: keyof Elastic) => rows.reduce((total, one) => total + one[key], 0)

/** Column rows that text and photos fill together. */
const textRows = (shape: Measurable, photos: number) => shape.text + photos * shape.photoSpan

/** Rows of the text zone when the photos take `photos` rows of their columns. */
export function depthOf(shape: Measurable, photos: number): number {
  return Math.max(photos, Math.ceil(textRows(shape, photos) / shape.columns))
}

/** Rows of a frame, without the rule above it. */
export function rowsOf(shape: Measurable, photos: number): number {
  return shape.headRows + depthOf(shape, photos) + (shape.boxed ? 2 : 0)
}

/** The house's head for a width; the lead's is larger. A second, smaller style gives the search some room. */
function headStyles(paper: Paper, span: number, isLead: boolean, boxed: boolean, tight: number): HeadStyle[] {
  const bySpan = paper.headlineSizes[Math.min(span, paper.headlineSizes.length) - 1] ?? '二号'
  const wanted = isLead && span * 2 >= paper.columns ? paper.leadSize : boxed ? stepSize(bySpan, -1) : bySpan
  const size = stepSize(wanted, -tight)
  const style = (name: SizeName): HeadStyle => ({
    ...headDefaults,
    size: name,
    kickerSize: isLead ? '三号' : '四号',
    deckSize: isLead ? '三号' : '四号',
  })
  return [style(size), style(stepSize(size, -1))]
}

/** How many of its own columns a story's photos may cover. */
export function photoSpans(columns: number, photos: number, tight: number): number[] {
  if (photos === 0) return [0]
  if (tight > 1 && columns > 2) return [1, 2]
  if (columns <= 2) return columns === 2 ? [2, 1] : [1]
  if (columns === 3) return [2, 3]
  return columns === 4 ? [2, 3] : [3, 2, 4]
}

/** Rows of picture and caption, from a flat crop to a tall one. An announced photo is planned about 3:2. */
export function elastic(photo: StoryPhoto, width: Pt, paper: Paper, tight: number): Elastic {
  const own = photo.width > 0 && photo.height > 0 ? photo.width / photo.height : 1.5
  const caption = captionLines(photo, width, sizes[paper.captionSize], paper.pitch)
  const rows = (aspect: number) => Math.max(4, Math.round(width / aspect / paper.pitch)) + caption
  return { least: rows(own * (1.22 + tight * 0.06)), most: rows(own * 0.86) }
}

/** A paragraph of five lines or more can be set one longer without showing it. */
function looseRoom(parts: StoryParts, em: number): number {
  const long = parts.blocks.filter(block => block.kind === 'paragraph' && block.text.length > em * 4.5)
  return Math.floor(long.length * 0.7)
}

/** What an editor holds against a shape: measures hard to read, stubs of columns, heads heavier than text. */
function costOf(shape: Shape, em: number, isLead: boolean, pageColumns: number): number {
  const { columns, span, text, photoSpan, block, boxed } = shape
  const photos = sum(shape.photoRows, 'least')
  const depth = depthOf(shape, photos)
  const under = depth - photos
  let cost = 0
  // A few lines may be longer than is good to read: a note set in one wide column.
  if (em > 17) cost += (em - 17) * (text <= 8 ? 0.8 : 3)
  if (em < 10) cost += 3
  if (columns === span) cost -= 0.5
  const leg = photoSpan > 0 && photoSpan === columns ? under : depth
  if (text > 0 && leg < 6) cost += (6 - leg) * 5
  if (photoSpan > 0 && photoSpan < columns && under > 0 && under < 4) cost += (4 - under) * 2
  if (text > 0 && shape.headRows > leg) cost += (shape.headRows - leg) * 3
  if (depth > 34) cost += (depth - 34) * 1.2
  if (isLead && span * 3 < pageColumns * 2) cost += 16
  // A lone photo across a whole wide frame pushes the text too far from its head.
  if (photoSpan === columns && columns > 2) cost += 8
  if (block.photos.length > 0 && photoSpan === 1 && columns > 1) cost += 6
  // The place of a photo that has not come is kept, but does not fill the page.
  if (photoSpan > 2 && block.photos.some(({ photo }) => photo.image === null)) cost += 8
  if (boxed) cost += text > 60 ? 10 : 2
  const wanted = shape.head.size
  if (isLead && wanted !== '初号' && wanted !== '特号') cost += 1
  return cost
}
