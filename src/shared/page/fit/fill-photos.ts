import type { StoryPhoto } from '../../story/parts'
import { elastic, photoSpans } from '../arrange/shapes'
import { photoRows } from '../compose/photo'
import { insetPhotoDefaults } from '../frame-defaults'
import type { InsetPhoto } from '../layout'
import { columnMeasure, type Paper } from '../paper'
import { pt, sizes } from '../sizes'

/** A story's photo that stands nowhere yet, by its number among the story's. */
export interface FreePhoto {
  readonly at: number
  readonly photo: StoryPhoto
}

/** How photos stand among a fill's columns: one under the other, in the last of them. */
export interface PhotoStack {
  readonly columns: number
  /** Columns that they are wide. */
  readonly span: number
  readonly photos: readonly {
    readonly at: number
    /** Rows with the whole picture, and with as much cropped from it or shown beside it as the house allows. */
    readonly whole: number
    readonly least: number
    readonly most: number
  }[]
}

/** The ways to stand some photos in so many columns, as the house likes them. */
export const photoStacks = (
  paper: Paper,
  columnSpan: number,
  columns: number,
  photos: readonly FreePhoto[],
): PhotoStack[] =>
  photos.length === 0
    ? []
    : photoSpans(columns, photos.length, 0).map(span => {
        const { bodySize, captionSize, gutter, pitch } = paper
        const ems = span * columnMeasure(paper, columnSpan, columns) + (span - 1) * gutter
        const width = pt(ems * bodySize)
        return {
          columns,
          span,
          photos: photos.map(({ at, photo }) => {
            const { least, most } = elastic(photo, width, paper, 0)
            const whole = photoRows(photo, width, sizes[captionSize], pitch)
            return { at, whole, least: Math.min(least, whole), most: Math.max(most, whole) }
          }),
        }
      })

/** Rows of each photo of a stack, `more` rows in all beyond their whole pictures as far as they give. */
export function stackRows({ photos }: PhotoStack, more: number): number[] {
  const rows = photos.map(({ whole }) => whole)
  const by = Math.sign(more)
  for (let left = Math.abs(more); left > 0;) {
    const before = left
    for (const [at, { least, most }] of photos.entries()) {
      const next = rows[at]! + by
      if (left === 0 || next < least || next > most) continue
      rows[at] = next
      left--
    }
    if (left === before) break
  }
  return rows
}

/** A stack's photos in their places, so many rows each. */
export function stackedPhotos(
  { columns, span, photos }: PhotoStack,
  rows: readonly number[],
  storyId: string,
): InsetPhoto[] {
  let row = 0
  return photos.map(({ at }, index): InsetPhoto => {
    const rowSpan = rows[index]!
    const inset = {
      ...insetPhotoDefaults,
      source: { kind: 'story' as const, storyId, photo: at },
      column: columns - span,
      columnSpan: span,
      row,
      rowSpan,
    }
    row += rowSpan
    return inset
  })
}
