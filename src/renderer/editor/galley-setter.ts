import { setGalley, type Galley, type GalleyStyle } from '../../shared/page/galley/galley'
import type { StoryParts } from '../../shared/story/parts'

/** Sets one panel's galleys and remembers the last one, so that a keystroke sets one paragraph. */
export class GalleySetter {
  #storyId = ''
  #last: Galley | null = null

  set(parts: StoryParts, storyId: string, style: GalleyStyle): Galley {
    const previous = this.#storyId === storyId ? (this.#last ?? undefined) : undefined
    this.#storyId = storyId
    this.#last = setGalley(parts, storyId, style, previous)
    return this.#last
  }
}
