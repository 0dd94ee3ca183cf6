import type { ComposedFrame, ComposedPage } from '../compose/composed'
import type { PageLayout } from '../layout'
import type { StoryPlace } from '../../text-place/text-place'
import type { TextRun } from '../painting'
import type { Rect } from '../paper'
import { pt, type Pt } from '../sizes'

interface At {
  readonly x: Pt
  readonly y: Pt
}

/** Whether a point lies in a rectangle that is `margin` larger on every side. */
export const isIn = (rect: Rect, { x, y }: At, margin: Pt = pt(0)): boolean =>
  x >= rect.x - margin &&
  x <= rect.x + rect.width + margin &&
  y >= rect.y - margin &&
  y <= rect.y + rect.height + margin

/** The frames under a point, top-most first: those later in reading order are painted over earlier ones. */
export function framesAt(layout: PageLayout, page: ComposedPage, at: At): string[] {
  return layout.frames
    .filter(frame => page.frames.get(frame.id)?.rects.some(rect => isIn(rect, at)))
    .map(frame => frame.id)
    .reverse()
}

/**
 * The frame that a click chooses: the top-most, and by clicks on the same spot (or with Alt) the one below
 * the chosen one, round and round. Null where there is none.
 */
export function chosenBy(
  stack: readonly string[],
  chosen: string | null,
  goesThrough: boolean,
): string | null {
  const now = chosen === null ? -1 : stack.indexOf(chosen)
  if (now < 0 || !goesThrough) return stack[0] ?? null
  return stack[(now + 1) % stack.length] ?? null
}

/** The place in a story nearest to a point of its frame; null where the frame shows no text of a story. */
export function textAt(frame: ComposedFrame, at: At): StoryPlace | null {
  let best: { readonly run: TextRun; readonly cluster: number; readonly after: boolean } | null = null
  let least = Infinity
  for (const item of frame.items) {
    if (item.kind !== 'text' || item.source === null) continue
    const { size, xs, y } = item
    // Lines are told apart by height first: a click in the white at a line's end belongs to that line.
    const dy = at.y < y - size ? y - size - at.y : at.y > y + size * 0.25 ? at.y - y - size * 0.25 : 0
    if (dy * 4 >= least) continue
    for (let cluster = 0; cluster < xs.length; cluster++) {
      const x = xs[cluster]!
      const end = Math.max(xs[cluster + 1] ?? x + size, x)
      const dx = at.x < x ? x - at.x : at.x > end ? at.x - end : 0
      const far = dx + dy * 4
      if (far >= least) continue
      least = far
      best = { run: item, cluster, after: at.x > (x + end) / 2 }
    }
  }
  if (!best || !best.run.source) return null
  const { run, cluster, after } = best
  const { storyId, part, block, start } = best.run.source
  const before = run.clusters.slice(0, cluster + (after ? 1 : 0)).join('').length
  const isOfBlock = part === 'body' || part === 'caption' || part === 'credit'
  return { storyId, part, block: isOfBlock ? block : null, offset: start + before }
}
