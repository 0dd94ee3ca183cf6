import { useEffect } from 'react'
import { create } from 'zustand'

/** What asks for all that is open, and what hears the newsroom's events. */
export interface OpenSource<T, E> {
  /** Reads all that is open, of every story, oldest first. */
  read(): Promise<readonly T[]>
  /** Passes every event of the newsroom on. */
  watch(watcher: (event: E) => void): unknown
  /** Shows what an event tells of. */
  hear(event: E): void
}

/**
 * What is open in the newsroom until somebody settles it, by the story that it belongs to: read once, then kept
 * in step by events.
 */
export class OpenByStory<
  T extends { readonly storyId: string },
  E extends { readonly kind: string } = { readonly kind: string },
> {
  readonly #store = create<{ readonly byStory: ReadonlyMap<string, readonly T[]> }>(() => ({
    byStory: new Map(),
  }))
  /** Counts up with every change, so that an answer that was overtaken is asked for again. */
  #changes = 0
  #isFollowed = false

  constructor(private readonly source: OpenSource<T, E>) {}

  /** Begins to follow the newsroom; once is enough. */
  follow(): void {
    if (this.#isFollowed) return
    this.#isFollowed = true
    this.source.watch(event => {
      this.source.hear(event)
      if (event.kind === 'hello') this.#readAgain()
    })
    this.#readAgain()
  }

  /** What cannot be read now is read at the next hello. */
  #readAgain(): void {
    this.#read().catch(() => undefined)
  }

  async #read(): Promise<void> {
    const asked = this.#changes
    const open = await this.source.read()
    if (this.#changes !== asked) await this.#read()
    else this.#store.setState({ byStory: Map.groupBy(open, one => one.storyId) })
  }

  /** Changes what is open for one story, as the newsroom has just told it. */
  show(storyId: string, next: (was: readonly T[]) => readonly T[]): void {
    this.#changes++
    const { byStory } = this.#store.getState()
    const was = byStory.get(storyId) ?? this.#none
    const now = next(was)
    if (was.length === 0 && now.length === 0) return
    const changed = new Map(byStory)
    if (now.length > 0) changed.set(storyId, now)
    else changed.delete(storyId)
    this.#store.setState({ byStory: changed })
  }

  /** What is open for a story, oldest first. */
  of = (storyId: string | null): readonly T[] => this.#in(this.#store.getState().byStory, storyId)

  /** The same for a component, which is drawn again when it changes. */
  useOf = (storyId: string | null): readonly T[] => {
    useEffect(() => this.follow(), [])
    return this.#store(s => this.#in(s.byStory, storyId))
  }

  readonly #none: readonly T[] = []
  #in(byStory: ReadonlyMap<string, readonly T[]>, storyId: string | null): readonly T[] {
    return (storyId === null ? undefined : byStory.get(storyId)) ?? this.#none
  }
}
