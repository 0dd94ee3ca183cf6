import type { StoryParts } from '../../story/parts'
import type { Frame, PageFacts, PageLayout, StoryFrame } from '../layout'
import type { Paper } from '../paper'
import { sameData } from '../same-data'
import { claimsOf, sameClaims, type Claims, type PlaceClaim } from './claims'
import type { ComposedFrame, ComposedPage } from './composed'
import { Memo } from './memo'
import type { StoryPlan } from './story-plan'
import type { StoryText } from './story-text'

/** What a story frame's plan is made from. */
export interface PlanSource {
  readonly frame: StoryFrame
  readonly claims: readonly PlaceClaim[]
  readonly story: StoryParts
  readonly paper: Paper
  readonly continues: boolean
}

/** What a story's text is set from, its plans in order. */
export interface SettingSource {
  readonly story: StoryParts
  readonly looseness: number
  readonly balanced: boolean
  readonly pages: readonly number[]
  readonly plans: readonly StoryPlan[]
}

/** What a frame is painted from. */
export interface FrameSource {
  readonly frame: Frame
  readonly paper: Paper
  readonly claims: readonly PlaceClaim[]
  /** The stories whose words it shows; undefined for one that is not known. */
  readonly stories: readonly (StoryParts | undefined)[]
  readonly plan: StoryPlan | null
  readonly text: StoryText | null
  /** Only for furniture. */
  readonly facts: PageFacts | null
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one, at) => one === b[at])

// Frames, papers and facts come as new objects with every change of a page: they are the same where their data
// are. Stories, plans and texts are compared by identity, which the steps before have kept.

const samePlan = (a: PlanSource, b: PlanSource) =>
  a.story === b.story &&
  a.continues === b.continues &&
  sameData(a.frame, b.frame) &&
  sameData(a.paper, b.paper) &&
  sameClaims(a.claims, b.claims)

const sameSetting = (a: SettingSource, b: SettingSource) =>
  a.story === b.story &&
  a.looseness === b.looseness &&
  a.balanced === b.balanced &&
  sameItems(a.plans, b.plans) &&
  sameItems(a.pages, b.pages)

const sameFrame = (a: FrameSource, b: FrameSource) =>
  a.plan === b.plan &&
  a.text === b.text &&
  sameItems(a.stories, b.stories) &&
  sameData(a.frame, b.frame) &&
  sameData(a.paper, b.paper) &&
  sameData(a.facts, b.facts) &&
  sameClaims(a.claims, b.claims)

/**
 * What a caller keeps between two compositions of one page, so that a keystroke sets one paragraph of one
 * frame. Owned by the caller; may be dropped at any time.
 */
export class ComposeCache {
  /** By page and frame, those of neighbours that share a story with the page included. */
  readonly plans: Memo<PlanSource, StoryPlan>
  /** By the thread's first frame. */
  readonly texts: Memo<SettingSource, StoryText>
  readonly frames: Memo<FrameSource, ComposedFrame>
  /** By page number. */
  readonly #claims: Map<number, { readonly layout: PageLayout; readonly claims: Claims }>
  /** Stories as last seen: the same text keeps one identity. */
  readonly #stories: Map<string, StoryParts>
  #page: ComposedPage | null

  constructor(from?: ComposeCache) {
    this.plans = new Memo(samePlan, from?.plans)
    this.texts = new Memo(sameSetting, from?.texts)
    this.frames = new Memo(sameFrame, from?.frames)
    this.#claims = new Map(from ? from.#claims : [])
    this.#stories = new Map(from ? from.#stories : [])
    this.#page = from ? from.#page : null
  }

  /** Which frame has which cells of a page; the very claims of before while the layout is the same. */
  claims(page: number, layout: PageLayout): Claims {
    const kept = this.#claims.get(page)
    if (kept?.layout === layout) return kept.claims
    const claims = claimsOf(layout)
    this.#claims.set(page, { layout, claims })
    return claims
  }

  /** Reads stories by id; a text that is equal to the one of before is the one of before. */
  storyReader(stories: ReadonlyMap<string, StoryParts>): (id: string) => StoryParts | undefined {
    for (const id of this.#stories.keys()) if (!stories.has(id)) this.#stories.delete(id)
    const seen = new Set<string>()
    return id => {
      const now = stories.get(id)
      if (now === undefined) return undefined
      const before = this.#stories.get(id)
      if (before === now || seen.has(id)) return before ?? now
      seen.add(id)
      const own = before && sameData(before, now) ? before : now
      this.#stories.set(id, own)
      return own
    }
  }

  /** The page, or the one of before where it is the same in size and frames; forgets what it no longer has. */
  page(page: ComposedPage): ComposedPage {
    this.plans.sweep()
    this.texts.sweep()
    this.frames.sweep()
    const kept = this.#page
    const isKept =
      kept !== null &&
      kept.painting.width === page.painting.width &&
      kept.painting.height === page.painting.height &&
      sameItems([...kept.frames].flat(), [...page.frames].flat())
    this.#page = isKept ? kept : page
    return this.#page
  }
}

/** A cache for one page. */
export const composeCache = (): ComposeCache => new ComposeCache()

/** A cache of one's own that begins with what another has set: for trials, which leave the page's own cache be. */
export const copyOfCache = (cache: ComposeCache): ComposeCache => new ComposeCache(cache)
