import type { StoryParts } from '../../story/parts'
import { paintAd } from './ad-frame'
import { composeCache, settled, type ComposeCache } from './cache'
import { claimsOf, largestOwn, sameClaims, type Claims, type PlaceClaim } from './claims'
import { bareFrame, type ComposedFrame, type ComposedPage } from './composed'
import { isFurniture } from '../furniture'
import { paintFurniture } from './furniture-frame'
import type { Frame, PageFacts, PageLayout, StoryFrame, NeighbourPage } from '../layout'
import { linesOf } from '../painting'
import { geometryOf, rectOf, type Paper } from '../paper'
import { paintPhotoFrame } from './photo-frame'
import { paintStoryFrame } from './story-frame'
import { planStory, type StoryPlan } from './story-plan'
import { setStoryText, type FrameText, type StoryText } from './story-text'
import { paintStrap } from './strap-frame'
import { threadsOf, type Thread } from './threads'

/** The printed lines of a frame, in reading order. */
export const textOf = (frame: ComposedFrame): string[] => linesOf(frame.items)

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
  const paper = settled(cache.paper, layout.paper)
  cache.paper = paper
  cache.facts = settled(cache.facts, facts)
  const storyOf = storyReader(stories, cache)
  const page = facts.pageNumber
  const claims = keptClaims(page, layout, cache)
  const texts = setThreads(threadsOf(page, layout, edition), page, storyOf, cache)

  const frames = new Map<string, ComposedFrame>()
  layout.frames.forEach((frame, at) => {
    frames.set(frame.id, composeFrame(frame, claims[at]!, paper, cache.facts!, storyOf, texts.get(at), cache))
  })
  for (const id of cache.frames.keys()) if (!frames.has(id)) cache.frames.delete(id)

  const kept = cache.page
  const { width, height } = geometryOf(paper)
  const { painting } = kept ?? {}
  if (kept && painting?.width === width && painting.height === height && sameFrames(kept.frames, frames)) {
    return kept
  }
  const items = [...frames.values()].flatMap(frame => frame.items)
  const composed = { painting: { width, height, items }, frames }
  cache.page = composed
  return composed
}

type StoryOf = (id: string) => StoryParts | undefined

/** Stories by id; a text that is equal to the one of before is the one of before. */
function storyReader(stories: ReadonlyMap<string, StoryParts>, cache: ComposeCache): StoryOf {
  for (const id of cache.stories.keys()) if (!stories.has(id)) cache.stories.delete(id)
  const seen = new Set<string>()
  return id => {
    const now = stories.get(id)
    if (now === undefined) return undefined
    const before = cache.stories.get(id)
    if (before === now || seen.has(id)) return before ?? now
    seen.add(id)
    const own = settled(before, now)
    cache.stories.set(id, own)
    return own
  }
}

/** Claims of a page; of frames whose cells are as they were, the very ones of before. */
function keptClaims(page: number, layout: PageLayout, cache: ComposeCache): Claims {
  const kept = cache.claims.get(page)
  if (kept?.layout === layout) return kept.claims
  const claims = claimsOf(layout)
  cache.claims.set(page, { layout, claims })
  return claims
}

/** What of a story stands in a frame. */
interface FrameStory {
  readonly plan: StoryPlan
  readonly text: StoryText
  readonly own: FrameText
}

/** Sets the threads that touch a page; answers by index of the page's frames. */
function setThreads(
  threads: readonly Thread[],
  page: number,
  storyOf: StoryOf,
  cache: ComposeCache,
): ReadonlyMap<number, FrameStory> {
  const found = new Map<number, FrameStory>()
  const plans = new Set<string>()
  const texts = new Set<string>()
  for (const thread of threads) {
    const story = storyOf(thread[0]?.frame.storyId ?? '')
    if (!story) continue
    const frames = thread.map((one, at) => {
      const key = `${one.page}/${one.frame.id}`
      plans.add(key)
      const claims = keptClaims(one.page, one.layout, cache)[one.index]!
      const plan = keptPlan(key, one.frame, claims, story, one.layout.paper, at > 0, cache)
      return { page: one.page, frame: one.frame, plan, paper: one.layout.paper }
    })
    const key = `${frames[0]!.page}/${frames[0]!.frame.id}`
    texts.add(key)
    const text = keptText(key, story, frames, cache)
    thread.forEach((one, at) => {
      if (one.page === page) found.set(one.index, { plan: frames[at]!.plan, text, own: text.frames[at]! })
    })
  }
  for (const key of cache.plans.keys()) if (!plans.has(key)) cache.plans.delete(key)
  for (const key of cache.texts.keys()) if (!texts.has(key)) cache.texts.delete(key)
  return found
}

function keptPlan(
  key: string,
  frame: StoryFrame,
  claims: readonly PlaceClaim[],
  story: StoryParts,
  asked: Paper,
  continues: boolean,
  cache: ComposeCache,
): StoryPlan {
  const kept = cache.plans.get(key)
  const paper = settled(kept?.paper, asked)
  const own = settled(kept?.frame, frame)
  const isKept =
    kept !== undefined &&
    kept.frame === own &&
    kept.paper === paper &&
    kept.story === story &&
    kept.continues === continues &&
    sameClaims(kept.claims, claims)
  const plan = isKept ? kept.plan : planStory(own, claims, story, paper, continues)
  cache.plans.set(key, { frame: own, claims, story, paper, continues, plan })
  return plan
}

function keptText(
  key: string,
  story: StoryParts,
  frames: Parameters<typeof setStoryText>[1],
  cache: ComposeCache,
): StoryText {
  const kept = cache.texts.get(key)
  const plans = frames.map(({ plan }) => plan)
  const pages = frames.map(({ page }) => page)
  const looseness = frames[0]!.frame.looseness
  const balanced = frames.at(-1)!.frame.balanced
  const isKept =
    kept !== undefined &&
    kept.story === story &&
    kept.looseness === looseness &&
    kept.balanced === balanced &&
    kept.plans.length === plans.length &&
    kept.plans.every((plan, at) => plan === plans[at] && kept.pages[at] === pages[at])
  const text = isKept ? kept.text : setStoryText(story, frames, kept?.text)
  cache.texts.set(key, { story, looseness, balanced, pages, plans, text })
  return text
}

function composeFrame(
  asked: Frame,
  claims: readonly PlaceClaim[],
  paper: Paper,
  facts: PageFacts,
  storyOf: StoryOf,
  set: FrameStory | undefined,
  cache: ComposeCache,
): ComposedFrame {
  const kept = cache.frames.get(asked.id)
  const frame = settled(kept?.frame, asked)
  const stories = storyIdsIn(frame).map(storyOf)
  const own = isFurniture(frame) ? facts : null
  const plan = set?.plan ?? null
  const text = set?.text ?? null
  const isKept =
    kept !== undefined &&
    kept.frame === frame &&
    kept.paper === paper &&
    kept.facts === own &&
    kept.plan === plan &&
    kept.text === text &&
    kept.stories.length === stories.length &&
    kept.stories.every((story, at) => story === stories[at]) &&
    sameClaims(kept.claims, claims)
  const composed = isKept ? kept.composed : paintFrame(frame, claims, paper, facts, storyOf, set)
  cache.frames.set(frame.id, { frame, paper, claims, stories, plan, text, facts: own, composed })
  return composed
}

/** Stories whose words a frame shows. */
function storyIdsIn(frame: Frame): string[] {
  if (frame.kind === 'photo') return frame.source.kind === 'story' ? [frame.source.storyId] : []
  if (frame.kind !== 'story' || frame.storyId === null) return []
  const sources = frame.photos.flatMap(({ source }) => (source.kind === 'story' ? [source.storyId] : []))
  return [frame.storyId, ...sources]
}

function paintFrame(
  frame: Frame,
  claims: readonly PlaceClaim[],
  paper: Paper,
  facts: PageFacts,
  storyOf: StoryOf,
  set: FrameStory | undefined,
): ComposedFrame {
  const rect = rectOf(paper, frame)
  const bare = bareFrame(frame.id, rect)
  if (frame.kind === 'story') {
    if (set && frame.storyId !== null) {
      return paintStoryFrame(frame, frame.storyId, claims, set.plan, set.text, set.own, storyOf, paper)
    }
    return { ...bare, rects: claims.map(({ place }) => rectOf(paper, place)) }
  }
  // What has no text that could run round others is trimmed to what they leave.
  const claim = claims[0]!
  const place = largestOwn(claim)
  if (!place) return { ...bare, hides: true }
  const own = rectOf(paper, place)
  switch (frame.kind) {
    case 'photo': {
      const story = frame.source.kind === 'story' ? storyOf(frame.source.storyId) : undefined
      return paintPhotoFrame(frame, story, claim, rect, own, paper)
    }
    case 'strap':
      return { ...bare, items: paintStrap(frame, own) }
    case 'ad':
      return { ...bare, items: paintAd(frame, own) }
    case 'masthead':
    case 'folio':
      return { ...bare, ...paintFurniture(frame, paper, facts, own) }
  }
}

function sameFrames(a: ReadonlyMap<string, ComposedFrame>, b: ReadonlyMap<string, ComposedFrame>): boolean {
  if (a.size !== b.size) return false
  const ids = b.keys()
  for (const [id, frame] of a) {
    if (ids.next().value !== id || b.get(id) !== frame) return false
  }
  return true
}
