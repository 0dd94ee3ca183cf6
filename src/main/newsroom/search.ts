import { bodyTexts } from '../../shared/budget/story-fields'
import type { StoryParts } from '../../shared/story/parts'
import { findPerson } from '../store/people'
import type { SearchableStory } from '../store/search-index'
import type { Store } from '../store/store'
import { findStory, storyRevisions } from '../store/stories'
import type { Authority } from './authority'

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

  constructor(
    private readonly store: Store,
    private readonly authority: Authority,
  ) {}

  /** Notes that a story is another now; it is indexed soon. */
  changed(storyId: string): void {
    this.#waiting.add(storyId)
    this.#timer ??= setTimeout(() => void this.settle(), pause).unref()
  }

  /** Takes in every story whose revision the index does not have. */
  catchUp(): Promise<void> {
    return this.#queue(async () => {
      const known = this.store.search.revisions()
      const stories = await storyRevisions(this.store.tables)
      for (const { id, revision } of stories) if (known.get(id) !== revision) this.#waiting.add(id)
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
    // The revision first: a change between the two reads makes the index look old, never new.
    const stamp = (await storyRevisions(tables, id))[0]
    const document = await this.authority.document(id)
    const row = await findStory(tables, id)
    if (!stamp || !document.ok || !row) return null
    const editor = row.editorId === null ? null : await findPerson(tables, row.editorId)
    const people = row.people.map(person => person.name)
    const names = [row.slug, row.author, row.byline, ...people, editor?.name ?? '', `${row.number}`].join(
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
