import { overlaps, placesOf } from '../frame-places'
import type { StoryParts } from '../../story/parts'
import { storyIdsOf, type Frame, type PageLayout, type StoryFrame, type NeighbourPage } from '../layout'
import type { PageMaterial } from './page-material'
import type { Paper } from '../paper'

/**
 * Counts up when the text below is put together in another way, and when the setter sets the same text otherwise (2:
 * digits of half an em): signatures of before then no longer hold.
 */
const form = 2

/**
 * The content of a page as canonical text, over which its signature's hash is taken: the grid of its paper, its
 * frames in order, the stories that stand on it, what its 报头 or 报眉 says, and of stories that run on over
 * pages (转版) the frames that they take elsewhere. Two pages that print alike have the same text; ids of frames,
 * the paper's name and faults that are kept on purpose do not print and are left out.
 */
export function signedContent({ layout, stories, facts, edition }: PageMaterial): string {
  const own = storyFrames(layout)
  const ids = storyIdsOf(layout).sort()
  const others = edition.pages.filter(page => page.number !== facts.pageNumber)
  const threads = [...new Set(own.map(frame => frame.storyId))]
    .sort()
    .flatMap(id => (id === null ? [] : threadOf(id, own, others)))
  return canonical({
    form,
    facts,
    paper: printedPaper(layout.paper),
    frames: layout.frames.map(printedFrame),
    stories: ids.map(id => [id, stories.get(id) ?? null] satisfies [string, StoryParts | null]),
    threads,
  })
}

/**
 * Where a story stands on other pages, when it runs on over pages at all: how much of it is set there decides
 * which words are set here. What lies over those frames pushes their text aside, so it counts too.
 */
function threadOf(storyId: string, own: readonly StoryFrame[], others: readonly NeighbourPage[]): unknown[] {
  const here = own.filter(frame => frame.storyId === storyId)
  const there = others.map(page => ({
    page,
    frames: storyFrames(page.layout).filter(frame => frame.storyId === storyId),
  }))
  const all = [...here, ...there.flatMap(({ frames }) => frames)]
  if (!all.some(frame => frame.continues)) return []
  return there.flatMap(({ page, frames }) => {
    if (frames.length === 0) return []
    const touching = page.layout.frames.filter(
      one => frames.includes(one as StoryFrame) || frames.some(frame => meets(frame, one)),
    )
    return [
      {
        storyId,
        page: page.number,
        paper: printedPaper(page.layout.paper),
        frames: touching.map(printedFrame),
      },
    ]
  })
}

const storyFrames = (layout: Pick<PageLayout, 'frames'>): StoryFrame[] =>
  layout.frames.filter(frame => frame.kind === 'story')

const meets = (a: Frame, b: Frame): boolean =>
  placesOf(a).some(one => placesOf(b).some(other => overlaps(one, other)))

const printedPaper = (paper: Paper): unknown => without(paper, ['id', 'name'])
const printedFrame = (frame: Frame): unknown => without(frame, ['id'])

const without = (one: object, keys: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !keys.includes(key)))

/** JSON with the keys of every object in order, so that equal data is equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}
