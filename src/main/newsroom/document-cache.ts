import type { Node } from 'prosemirror-model'
import type { SetBody } from '../../shared/page/compose/body'
import type { StoryParts } from '../../shared/story/parts'

/** A story's document at a version, with what was derived from it. */
export interface CurrentDocument {
  readonly version: number
  readonly doc: Node
  readonly parts: StoryParts
  /** Set text of the standard column, so that the next keystroke sets one paragraph. */
  readonly set: SetBody
}

/** The documents last used, the most recent last. */
export class DocumentCache {
  readonly #documents = new Map<string, CurrentDocument>()

  constructor(private readonly most: number) {}

  get(storyId: string): CurrentDocument | undefined {
    const found = this.#documents.get(storyId)
    if (found) {
      this.#documents.delete(storyId)
      this.#documents.set(storyId, found)
    }
    return found
  }

  /** Keeps a document unless a newer one is kept. */
  put(storyId: string, document: CurrentDocument): void {
    const kept = this.#documents.get(storyId)
    if (kept && kept.version > document.version) return
    this.#documents.delete(storyId)
    this.#documents.set(storyId, document)
    for (const oldest of this.#documents.keys()) {
      if (this.#documents.size <= this.most) break
      this.#documents.delete(oldest)
    }
  }
}
