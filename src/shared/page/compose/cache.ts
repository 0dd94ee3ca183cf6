import type { StoryParts } from '../../story/parts'
import { sameData } from '../same-data'
import type { Claims, PlaceClaim } from './claims'
import type { ComposedFrame, ComposedPage } from './composed'
import type { Frame, PageFacts, PageLayout, StoryFrame } from '../layout'
import type { Paper } from '../paper'
import type { StoryPlan } from './story-plan'
import type { StoryText } from './story-text'

/** A story frame's plan and what it was made from. */
export interface KeptPlan {
  readonly frame: StoryFrame
  readonly claims: readonly PlaceClaim[]
  readonly story: StoryParts
  readonly paper: Paper
  readonly continues: boolean
  readonly plan: StoryPlan
}

/** A story's set text and what it was set from. */
export interface KeptText {
  readonly story: StoryParts
  readonly looseness: number
  readonly balanced: boolean
  readonly pages: readonly number[]
  readonly plans: readonly StoryPlan[]
  readonly text: StoryText
}

/** A composed frame and what it was made from. */
export interface KeptFrame {
  readonly frame: Frame
  readonly paper: Paper
  readonly claims: readonly PlaceClaim[]
  readonly stories: readonly (StoryParts | undefined)[]
  readonly plan: StoryPlan | null
  readonly text: StoryText | null
  /** Only for furniture. */
  readonly facts: PageFacts | null
  readonly composed: ComposedFrame
}

/**
 * What a caller keeps between two compositions of one page, so that a keystroke sets one paragraph of one
 * frame. Owned by the caller; may be dropped at any time.
 */
export interface ComposeCache {
  readonly frames: Map<string, KeptFrame>
  /** By page and frame, those of neighbours that share a story with the page included. */
  readonly plans: Map<string, KeptPlan>
  /** By the thread's first frame. */
  readonly texts: Map<string, KeptText>
  readonly claims: Map<number, { readonly layout: PageLayout; readonly claims: Claims }>
  /** Stories as last seen: the same text keeps one identity. */
  readonly stories: Map<string, StoryParts>
  paper: Paper | null
  facts: PageFacts | null
  page: ComposedPage | null
}

/** A cache for one page. */
export const composeCache = (): ComposeCache => ({
  frames: new Map(),
  plans: new Map(),
  texts: new Map(),
  claims: new Map(),
  stories: new Map(),
  paper: null,
  facts: null,
  page: null,
})

/** The value of before where the new one is equal: identity is compared first, data only where it differs. */
export const settled = <T>(before: T | null | undefined, now: T): T =>
  before !== null && before !== undefined && sameData(before, now) ? before : now

/** A cache of one's own that begins with what another has set: for trials, which leave the page's own cache be. */
export const copyOfCache = (cache: ComposeCache): ComposeCache => ({
  ...cache,
  frames: new Map(cache.frames),
  plans: new Map(cache.plans),
  texts: new Map(cache.texts),
  claims: new Map(cache.claims),
  stories: new Map(cache.stories),
})
