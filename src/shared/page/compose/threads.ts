import type { PageLayout, StoryFrame, NeighbourPage } from '../layout'

/** A frame of an edition's page. */
export interface PlacedFrame {
  readonly page: number
  readonly layout: PageLayout
  /** Index among the layout's frames. */
  readonly index: number
  readonly frame: StoryFrame
}

/** Frames that one placement of a story runs through, in the edition's order. */
export type Thread = readonly PlacedFrame[]

/**
 * The threads that touch a page. A frame that `continues` goes on from the story's nearest frame before it; one
 * that has none before it begins a thread of its own. `edition` may hold the page itself: `layout` is taken.
 */
export function threadsOf(
  number: number,
  layout: PageLayout,
  edition: readonly Pick<NeighbourPage, 'number' | 'layout'>[],
): Thread[] {
  const others = edition.filter(page => page.number !== number)
  const pages = [...others, { number, layout }].sort((a, b) => a.number - b.number)
  const wanted = new Set<string>()
  for (const frame of layout.frames) {
    if (frame.kind === 'story' && frame.storyId !== null) wanted.add(frame.storyId)
  }
  const open = new Map<string, PlacedFrame[]>()
  const threads: PlacedFrame[][] = []
  for (const page of pages) {
    page.layout.frames.forEach((frame, index) => {
      if (frame.kind !== 'story' || frame.storyId === null || !wanted.has(frame.storyId)) return
      const placed: PlacedFrame = { page: page.number, layout: page.layout, index, frame }
      const thread = open.get(frame.storyId)
      if (frame.continues && thread) thread.push(placed)
      else {
        const next = [placed]
        open.set(frame.storyId, next)
        threads.push(next)
      }
    })
  }
  return threads.filter(thread => thread.some(one => one.page === number))
}
