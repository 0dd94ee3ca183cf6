import { bodyTexts } from '../../shared/budget/story-fields'
import type { StoryParts } from '../../shared/story/parts'
import type { SearchableStory } from '../store/search-index'
import type { Store } from '../store/store'
import { findStory, storyStamps } from '../store/stories'
import type { Authority } from './authority'
import type { EventHub } from './events'

/** Stories put into the index before other work gets its turn. */
const batch = 50

/** Milliseconds after a change before it is indexed: a story that is being typed is indexed now and then. */
const pause = 500

/**
 * Full text search. The index follows the commits: a query first takes in what has changed since, and an
 * index that was deleted, or that a crash left behind, is made good in the background at opening.
 */
export class Search {
  readonly #waiting = new Set<string>()
  #work: Promise<void> = Promise.resolve()
  #closed = false
  #timer: NodeJS.Timeout | null = null
  readonly #leave: () => void

  constructor(
    private readonly store: Store,
    private readonly authority: Authority,
    events: EventHub,
  ) {
    this.#leave = events.listen(event => {
      if (event.kind === 'rows') this.#note(event.rows.map(row => row.id))
      // Their names are found with the stories that they edit.
      if (event.kind === 'people') void this.catchUp()
    })
  }

  /** Stories that are others now; they are indexed soon. */
  #note(ids: readonly string[]): void {
    for (const id of ids) this.#waiting.add(id)
    this.#timer ??= setTimeout(() => void this.settle(), pause).unref()
  }

  /** Takes in every story that the index does not have as it is. */
  catchUp(): Promise<void> {
    return this.#queue(async () => {
      const known = this.store.search.stamps()
      for (const { id, revision, editor } of await storyStamps(this.store.tables)) {
        const stamp = known.get(id)
        if (stamp?.revision !== revision || stamp.editor !== editor) this.#waiting.add(id)
      }
      await this.#index()
    })
  }

  /** Ids of stories, best first, trashed ones too. */
  async find(query: string): Promise<string[]> {
    if (this.#waiting.size <= batch) await this.settle()
    return this.store.search.find(query)
  }

  /** Resolves when everything that has changed up to now is in the index. */
  settle(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    return this.#queue(() => this.#index())
  }

  /** One piece of work after the other. The index is no truth: what fails here is told and made good later. */
  #queue(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work
      .then(() => (this.#closed ? undefined : work()))
      .catch((error: unknown) => console.error(error))
    return this.#work
  }

  /** Ends the work under way; what is not indexed is found by the next `catchUp`. */
  async close(): Promise<void> {
    this.#closed = true
    this.#leave()
    if (this.#timer) clearTimeout(this.#timer)
    await this.#work
  }

  async #index(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#closed) {
      const ids = [...this.#waiting].slice(0, batch)
      for (const id of ids) this.#waiting.delete(id)
      const texts = await Promise.all(ids.map(id => this.#textOf(id)))
      if (this.#closed) return
      this.store.search.put(texts.filter(text => text !== null))
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** What of a story can be found; null for one that is set aside as damaged. */
  async #textOf(id: string): Promise<SearchableStory | null> {
    const { tables } = this.store
    // The stamp first: a change between the two reads makes the index look old, never new.
    const stamp = (await storyStamps(tables, id))[0]
    const document = await this.authority.document(id)
    const row = await findStory(tables, id)
    if (!stamp || !document.ok || !row) return null
    const people = row.people.map(person => person.name)
    const names = [row.slug, row.author, row.byline, ...people, stamp.editor ?? '', `${row.number}`].join(
      '\n',
    )
    return { ...stamp, ...searchable(document.value.parts), names }
  }
}

function searchable(parts: StoryParts): { headline: string; body: string } {
  const photos = parts.blocks.flatMap(block => (block.kind === 'photo' ? [block.caption, block.credit] : []))
  return {
    headline: [parts.kicker, parts.headline, parts.deck].join('\n'),
    body: [...bodyTexts(parts), ...photos].join('\n'),
  }
}
