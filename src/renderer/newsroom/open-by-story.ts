import { useEffect } from 'react'
import { create } from 'zustand'
import { emptyMirror, knownIn, mirrored, type Mirror, type MirrorRule, type Telling } from './mirror'

interface OfStory {
  readonly id: string
  readonly storyId: string
}

/** What asks for all that is open, what hears the newsroom's events, and what must be known of the things. */
export interface OpenSource<T, E> {
  /** Reads all that is open, of every story. */
  read(): Promise<readonly T[]>
  /** Passes every event of the newsroom on. */
  watch(watcher: (event: E) => void): unknown
  /** What an event tells of, open and settled. */
  toldBy(event: E): readonly T[]
  isNewer(thing: T, than: T): boolean
  isOpen(thing: T): boolean
  /** When it was opened, to sort by. */
  openedAt(thing: T): string
}

/** What is open in the newsroom until somebody settles it, by the story that it belongs to, as a window knows it. */
export class OpenByStory<T extends OfStory, E extends { readonly kind: string } = { readonly kind: string }> {
  readonly #store = create<{ readonly byStory: ReadonlyMap<string, readonly T[]> }>(() => ({
    byStory: new Map(),
  }))
  readonly #rule: MirrorRule<T>
  #mirror: Mirror<T> = emptyMirror()
  #isFollowed = false

  constructor(private readonly source: OpenSource<T, E>) {
    this.#rule = { idOf: thing => thing.id, isNewer: source.isNewer }
  }

  /** Begins to follow the newsroom; once is enough. */
  follow(): void {
    if (this.#isFollowed) return
    this.#isFollowed = true
    this.source.watch(event => {
      this.show(this.source.toldBy(event))
      if (event.kind !== 'hello') return
      this.#take({ kind: 'hello' })
      this.#read()
    })
    this.#read()
  }

  #read(): void {
    const { hellos } = this.#mirror
    this.source.read().then(
      things => this.#take({ kind: 'read', hellos, things }),
      // What cannot be read now is read at the next hello.
      () => undefined,
    )
  }

  /** Shows things as the newsroom has just told them, without waiting for their event. */
  show(things: readonly T[]): void {
    if (things.length > 0) this.#take({ kind: 'told', things })
  }

  #take(telling: Telling<T>): void {
    this.#mirror = mirrored(this.#rule, this.#mirror, telling)
    const before = this.#store.getState().byStory
    const byStory = Map.groupBy(this.#open(), thing => thing.storyId) as Map<string, readonly T[]>
    // What has not changed stays the same object, so that nothing is drawn for nothing.
    for (const [id, things] of byStory) {
      const was = before.get(id)
      if (was?.length === things.length && was.every((one, at) => one === things[at])) byStory.set(id, was)
    }
    this.#store.setState({ byStory })
  }

  #open(): T[] {
    const { isOpen, openedAt } = this.source
    const open = [...knownIn(this.#mirror).values()].filter(isOpen)
    return open.sort((a, b) => Date.parse(openedAt(a)) - Date.parse(openedAt(b)))
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
