import { pt, type Pt } from '../sizes'
import type { StoryParts } from '../../story/parts'
import type { PlacedLine } from '../../typeset'
import type { ComposedFrame } from '../compose/composed'
import type { StoryFrame } from '../layout'
import type { PageView } from '../view/page-view'
import type { Rect } from '../paper'
import { frameName } from './frame-names'
import { boundsOf, rightOf } from './rects'

/** A story's frame with what came of it. */
export interface PlacedStory {
  readonly frame: StoryFrame
  readonly composed: ComposedFrame
  /** Null where the frame is kept free, or its story is not known. */
  readonly story: StoryParts | null
  /** 《…》 */
  readonly name: string
}

/** All story frames of a page, in the layout's order. */
export function placedStories(view: PageView): PlacedStory[] {
  return view.layout.frames.flatMap(frame => {
    const composed = view.composed.frames.get(frame.id)
    if (frame.kind !== 'story' || !composed) return []
    const story = frame.storyId === null ? null : (view.stories.get(frame.storyId) ?? null)
    return [{ frame, composed, story, name: frameName(view, frame) }]
  })
}

/** A column of a story's frame with the lines that stand in it. */
export interface TextColumn {
  readonly rect: Rect
  /** Index among the columns of the set body. */
  readonly index: number
  /** Index of the frame's rectangle that it stands in. */
  readonly region: number
  readonly lines: readonly PlacedLine[]
  /** Rows of the grid on which there is text. */
  readonly rows: number
  /** From the first line of text to the last; null where there is none. */
  readonly text: Rect | null
}

/** The columns of a frame, in reading order. */
export function textColumns(view: PageView, { composed }: Pick<PlacedStory, 'composed'>): TextColumn[] {
  const { pitch } = view.layout.paper
  const set = composed.body?.set.columns ?? []
  return composed.columns.map((rect, at) => {
    const index = composed.firstColumn + at
    const lines = set[index] ?? []
    let rows = 0
    let foot = -1
    // A byline that runs in stands on the row of the line before it.
    for (const line of lines) {
      if (line.row + line.rows > foot) rows += line.rows
      foot = Math.max(foot, line.row + line.rows)
    }
    const text = boundsOf(lines.map(line => lineRect(rect, line, pitch)))
    return { rect, index, region: regionOf(rect, composed.rects), lines, rows, text }
  })
}

/** The rectangle of a line in its column. */
export function lineRect(column: Rect, line: Pick<PlacedLine, 'row' | 'rows'>, pitch: Pt): Rect {
  return {
    x: column.x,
    y: pt(column.y + line.row * pitch),
    width: column.width,
    height: pt(line.rows * pitch),
  }
}

function regionOf(column: Rect, rects: readonly Rect[]): number {
  const x = column.x + column.width / 2
  const y = column.y + column.height / 2
  const found = rects.findIndex(
    rect => x >= rect.x && x <= rightOf(rect) && y >= rect.y && y <= rect.y + rect.height,
  )
  return Math.max(0, found)
}
