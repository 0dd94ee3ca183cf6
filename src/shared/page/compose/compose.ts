import type { StoryParts } from '../../story/parts'
import { isFurniture } from '../furniture'
import type { NeighbourPage, PageFacts, PageLayout } from '../layout'
import { geometryOf } from '../paper'
import { composeCache, type ComposeCache } from './cache'
import type { Claims } from './claims'
import type { ComposedFrame, ComposedPage } from './composed'
import { paintFrame, storyIdsIn, type FrameStory, type StoryOf } from './paint-frame'
import { planStory } from './story-plan'
import { setStoryText, type TextFrame } from './story-text'
import { threadsOf, type Thread } from './threads'

/**
 * Sets a page: every frame's text, photos, rules and furniture, in the layout's order. Pure but for the
 * caller's cache; frames that have not changed keep their identity, and so does the page. `edition` are the
 * edition's pages (this one may be among them, and is known by the facts' number), for stories that run on from
 * one page to another.
 */
export function composePage(
  layout: PageLayout,
  stories: ReadonlyMap<string, StoryParts>,
  facts: PageFacts,
  cache: ComposeCache = composeCache(),
  edition: readonly NeighbourPage[] = [],
): ComposedPage {
  const page = facts.pageNumber
  const storyOf = cache.storyReader(stories)
  const claims = cache.claims(page, layout)
  const threads = threadsOf(page, layout, edition)
  const planned = threads.flatMap(thread => planThread(thread, storyOf, cache))
  const texts = setThreads(planned, page, cache)
  const frames = paintFrames(layout, claims, facts, storyOf, texts, cache)
  return cache.page(displayList(layout, frames))
}

/** A thread with its story, and what each of its frames leaves for the text. */
interface PlannedThread {
  readonly thread: Thread
  readonly story: StoryParts
  readonly frames: readonly TextFrame[]
}

/** Plans the frames of a thread; none of a story that is not known. */
function planThread(thread: Thread, storyOf: StoryOf, cache: ComposeCache): PlannedThread[] {
  const story = storyOf(thread[0]?.frame.storyId ?? '')
  if (!story) return []
  const frames = thread.map(({ page, layout, index, frame }, at) => {
    const { paper } = layout
    const claims = cache.claims(page, layout)[index]!
    const continues = at > 0
    const from = { frame, claims, story, paper, continues }
    const plan = cache.plans.of(`${page}/${frame.id}`, from, () =>
      planStory(frame, claims, story, paper, continues),
    )
    return { page, frame, plan, paper }
  })
  return [{ thread, story, frames }]
}

/** Sets the text of threads; what of it stands on a page, by index of that page's frames. */
function setThreads(
  planned: readonly PlannedThread[],
  page: number,
  cache: ComposeCache,
): ReadonlyMap<number, FrameStory> {
  const found = new Map<number, FrameStory>()
  for (const { thread, story, frames } of planned) {
    const first = frames[0]!
    const from = {
      story,
      looseness: first.frame.looseness,
      balanced: frames.at(-1)!.frame.balanced,
      pages: frames.map(one => one.page),
      plans: frames.map(one => one.plan),
    }
    const text = cache.texts.of(`${first.page}/${first.frame.id}`, from, last =>
      setStoryText(story, frames, last),
    )
    thread.forEach((one, at) => {
      if (one.page === page) found.set(one.index, { plan: frames[at]!.plan, text, own: text.frames[at]! })
    })
  }
  return found
}

/** Paints the frames of a page, by id in the layout's order. */
function paintFrames(
  { paper, frames }: PageLayout,
  claims: Claims,
  facts: PageFacts,
  storyOf: StoryOf,
  texts: ReadonlyMap<number, FrameStory>,
  cache: ComposeCache,
): ReadonlyMap<string, ComposedFrame> {
  return new Map(
    frames.map((frame, at) => {
      const set = texts.get(at)
      const from = {
        frame,
        paper,
        claims: claims[at]!,
        stories: storyIdsIn(frame).map(storyOf),
        plan: set?.plan ?? null,
        text: set?.text ?? null,
        facts: isFurniture(frame) ? facts : null,
      }
      const paint = () => paintFrame(frame, claims[at]!, paper, facts, storyOf, set)
      return [frame.id, cache.frames.of(frame.id, from, paint)]
    }),
  )
}

/** All frames in one painting, in reading order. */
function displayList({ paper }: PageLayout, frames: ReadonlyMap<string, ComposedFrame>): ComposedPage {
  const { width, height } = geometryOf(paper)
  const items = [...frames.values()].flatMap(frame => frame.items)
  return { painting: { width, height, items }, frames }
}
