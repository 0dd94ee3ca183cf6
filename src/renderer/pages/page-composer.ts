import { applyOps } from '../../shared/page/changes/page-change'
import type { PageOp } from '../../shared/page/changes/page-op'
import { composeCache, copyOfCache, type ComposeCache } from '../../shared/page/compose/cache'
import {
  composedView,
  pageMaterialOf,
  storiesOn,
  type KnownEdition,
  type PageMaterial,
} from '../../shared/page/view/page-material'
import type { PageView } from '../../shared/page/view/page-view'

interface Kept {
  readonly cache: ComposeCache
  view: (PageMaterial & PageView) | null
}

/**
 * Composes the pages of an edition and keeps what it set, so that only what changed is set again. A page for
 * which nothing has changed keeps its view.
 */
export class PageComposer {
  readonly #kept = new Map<string, Kept>()

  /** The view of a page as it is; null while its layout has not come. */
  view(pageId: string, known: KnownEdition): PageView | null {
    const kept = this.#keptOf(pageId)
    const material = pageMaterialOf(pageId, known, kept.view)
    if (material !== kept.view) kept.view = material && composedView(material, kept.cache)
    return kept.view
  }

  /**
   * A page with ops done that have not been taken, and with the texts given. Uses the page's own cache: frames that the ops do not touch
   * keep their identity, and the page as it is comes back for the price of those that they do.
   */
  preview(view: PageView, pageId: string, ops: readonly PageOp[], texts: KnownEdition['stories']): PageView {
    const layout = applyOps(view.layout, ops)
    const stories = storiesOn(layout, texts, view.stories)
    if (layout === view.layout && stories === view.stories) return view
    return composedView({ ...view, layout, stories }, this.#keptOf(pageId).cache)
  }

  /** A copy of what a page was last set with. */
  copyOfCache(pageId: string): ComposeCache {
    return copyOfCache(this.#keptOf(pageId).cache)
  }

  /** Forgets pages that are gone. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#kept.keys()) if (!ids.has(id)) this.#kept.delete(id)
  }

  #keptOf(pageId: string): Kept {
    const known = this.#kept.get(pageId)
    if (known) return known
    const kept: Kept = { cache: composeCache(), view: null }
    this.#kept.set(pageId, kept)
    return kept
  }
}
