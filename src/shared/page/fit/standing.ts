import type { Em } from '../sizes'
import type { Fit } from '../compose/body'
import type { StoryFrame } from '../layout'
import { placesOf } from '../frame-places'
import type { PageView } from '../view/page-view'

/** White at a story's foot up to this many lines is ordinary. */
export const quietLines = 2

/** 溢, 欠 or 齐. */
export type Standing = 'over' | 'under' | 'fits'

/** Lines of the grid in one column, and characters. */
export interface Amount {
  readonly lines: number
  readonly characters: number
}

export function standingOf({ overset, underset }: Pick<Fit, 'overset' | 'underset'>): Standing {
  if (overset.lines > 0) return 'over'
  return underset.lines > quietLines ? 'under' : 'fits'
}

/** How a story stands, in the desk's words: 溢 3 行 41 字, 欠 4 行 44 字, 齐. */
export function fitSaid(fit: Pick<Fit, 'overset' | 'underset'>): string {
  switch (standingOf(fit)) {
    case 'over':
      return `溢 ${amountSaid(fit.overset)}`
    case 'under':
      return `欠 ${amountSaid(fit.underset)}`
    case 'fits':
      return '齐'
  }
}

export const amountSaid = ({ lines, characters }: Amount): string => `${lines} 行 ${characters} 字`

/** How a whole page stands. */
export interface PageFit {
  /** Frames with a story's text. */
  readonly stories: number
  /** Of the stories that are 溢, and of those that are 欠. */
  readonly overset: Amount
  readonly underset: Amount
  /** Share of the 版心 that is filled, 0 … 1: what frames take, without free places and the white that text leaves. */
  readonly filled: number
}

export function pageFitOf({ layout, composed }: Pick<PageView, 'layout' | 'composed'>): PageFit {
  const fits = [...composed.frames.values()].flatMap(({ fit }) => (fit ? [fit] : []))
  const sum = (standing: Standing, of: (fit: Fit) => Amount): Amount =>
    fits
      .filter(fit => standingOf(fit) === standing)
      .map(of)
      .reduce((a, b) => ({ lines: a.lines + b.lines, characters: a.characters + b.characters }), {
        lines: 0,
        characters: 0,
      })
  return {
    stories: fits.length,
    overset: sum('over', fit => fit.overset),
    underset: sum('under', fit => fit.underset),
    filled: filledShare({ layout, composed }),
  }
}

function filledShare({ layout, composed }: Pick<PageView, 'layout' | 'composed'>): number {
  const { columns, lines, measure, gutter } = layout.paper
  const taken = new Uint8Array(columns * lines)
  let white = 0
  for (const frame of layout.frames) {
    if (frame.kind === 'story' && frame.storyId === null) continue
    for (const place of placesOf(frame)) {
      const right = Math.min(columns, place.column + place.columnSpan)
      const foot = Math.min(lines, place.row + place.rowSpan)
      for (let row = place.row; row < foot; row++)
        taken.fill(1, row * columns + place.column, row * columns + right)
    }
    const fit = composed.frames.get(frame.id)?.fit
    if (frame.kind !== 'story' || !fit) continue
    // A line of the frame's own column, in lines of a base column.
    white += fit.underset.lines * (ownColumn(frame, measure, gutter) / measure)
  }
  const cells = taken.reduce((sum, cell) => sum + cell, 0)
  return Math.max(0, cells - white) / taken.length
}

/** Characters across one of the columns that a frame is set in. */
const ownColumn = ({ columnSpan, columns }: StoryFrame, measure: Em, gutter: Em) =>
  (columnSpan * measure + (columnSpan - columns) * gutter) / columns
