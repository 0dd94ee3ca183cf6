import type { StoryParts } from '../../story/parts'
import { applyOps } from '../changes/page-change'
import type { PageOp } from '../changes/page-op'
import type { SetBody } from '../compose/body'
import { composeCache, type ComposeCache } from '../compose/cache'
import { composePage } from '../compose/compose'
import type { ComposedFrame, ComposedPage } from '../compose/composed'
import type { PageLayout } from '../layout'
import type { PageView } from '../view/page-view'

/** What a page becomes when something is tried on it. */
export interface Tried {
  /** The frame that it is tried for. */
  readonly frame: ComposedFrame
  /** Lines that are over on the whole page. */
  readonly overset: number
  /** The other story that comes to be over, or more over, by the most lines. */
  readonly pressed: { readonly frameId: string; readonly lines: number } | null
}

/** What is tried: a change of the page, or of a story's words. */
export interface Try {
  readonly ops?: readonly PageOp[]
  readonly story?: { readonly id: string; readonly parts: StoryParts }
}

/** Tries changes for one frame by setting the page with them, again and again at the price of what they touch. */
export class Trials {
  /** What it is now. */
  readonly before: Tried | null

  /** `cache`: what has been set already, the caller's no more; without one the first trial sets the whole page. */
  constructor(
    private readonly view: PageView,
    private readonly frameId: string,
    private readonly cache: ComposeCache = composeCache(),
  ) {
    this.before = this.#judge(view.layout, view.composed)
  }

  /** Null where nothing changes, or something that was on the page no longer finds room. */
  try({ ops = [], story }: Try): Tried | null {
    const { view } = this
    const layout = applyOps(view.layout, ops)
    if (layout === view.layout && !story) return null
    const stories = story ? new Map([...view.stories, [story.id, story.parts]]) : view.stories
    const page = composePage(layout, stories, view.facts, this.cache, view.edition?.pages)
    for (const [id, { hides }] of page.frames) {
      if (hides && view.composed.frames.get(id)?.hides !== true) return null
    }
    return this.#judge(layout, page)
  }

  #judge(layout: PageLayout, page: ComposedPage): Tried | null {
    const frame = page.frames.get(this.frameId)
    if (!frame?.fit) return null
    let pressed: Tried['pressed'] = null
    for (const { id } of layout.frames) {
      const now = page.frames.get(id)?.body
      const was = this.view.composed.frames.get(id)?.body
      if (!now || now === frame.body) continue
      const lines = now.fit.overset.lines - (was?.fit.overset.lines ?? 0)
      if (lines > (pressed?.lines ?? 0)) pressed = { frameId: id, lines }
    }
    return { frame, overset: oversetOf(page), pressed }
  }
}

/** Lines that are over on a page, of stories that run on to others what is over in the end. */
export function oversetOf(page: ComposedPage): number {
  const bodies = new Set<SetBody>()
  for (const { body } of page.frames.values()) if (body) bodies.add(body)
  return [...bodies].reduce((sum, body) => sum + body.fit.overset.lines, 0)
}
