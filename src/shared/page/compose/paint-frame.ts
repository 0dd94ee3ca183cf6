import type { StoryParts } from '../../story/parts'
import type { Frame, PageFacts } from '../layout'
import { rectOf, type Paper } from '../paper'
import { paintAd } from './ad-frame'
import { largestOwn, type PlaceClaim } from './claims'
import { bareFrame, type ComposedFrame } from './composed'
import { paintFurniture } from './furniture-frame'
import { paintPhotoFrame } from './photo-frame'
import { paintStoryFrame } from './story-frame'
import type { StoryPlan } from './story-plan'
import type { FrameText, StoryText } from './story-text'
import { paintStrap } from './strap-frame'

/** Stories by id; undefined for one that is not known. */
export type StoryOf = (id: string) => StoryParts | undefined

/** What of a story stands in a frame. */
export interface FrameStory {
  readonly plan: StoryPlan
  readonly text: StoryText
  readonly own: FrameText
}

/** Stories whose words a frame shows. */
export function storyIdsIn(frame: Frame): string[] {
  if (frame.kind === 'photo') return frame.source.kind === 'story' ? [frame.source.storyId] : []
  if (frame.kind !== 'story' || frame.storyId === null) return []
  const sources = frame.photos.flatMap(({ source }) => (source.kind === 'story' ? [source.storyId] : []))
  return [frame.storyId, ...sources]
}

/** A frame of any kind on its own cells; `set` is what of a story stands in it. */
export function paintFrame(
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
