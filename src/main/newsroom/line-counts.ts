import {
  columnOfPlace,
  isSameColumn,
  type BaseColumn,
  type PageColumn,
} from '../../shared/budget/base-column'
import type { BudgetRow, NewsroomEvent } from '../../shared/contract'
import { done, type Result } from '../../shared/contract/failure'
import { theDesk } from '../../shared/review/audience'
import { findStory, storyPlaces, type CountedPlace } from '../store/stories'
import { transact, type Tables } from '../store/transact'
import type { EventHub } from './events'
import type { StoryColumns } from './story-columns'

/** Stories told of in one event. */
const batch = 50

interface KnownColumns {
  usual: BaseColumn | null
  readonly ofPages: Map<string, readonly PageColumn[]>
}

/**
 * Keeps every story counted at the measure of its paper: when an edition, a page's paper or the newsroom's papers
 * change, or many stories move at once, those that stand elsewhere now are counted again in the background, each in
 * a transaction of its own, and told by events.
 */
export class LineCounts {
  readonly #waiting = new Set<string>()
  /** Whether any story may be counted elsewhere than where it belongs. */
  #isAllOpen = false
  /** What was read of papers since the last of them changed. */
  #known: KnownColumns = { usual: null, ofPages: new Map() }
  #work: Promise<void> | null = null
  #isClosed = false
  readonly #leave: () => void

  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly columns: StoryColumns,
  ) {
    this.#leave = events.listen(event => this.#hear(event))
  }

  /** Looks at every story, as after a start: a crash may have come before the counting. */
  catchUp(): void {
    this.#forget()
  }

  /** Resolves when every story that is known to be counted elsewhere has been counted again. */
  async settle(): Promise<void> {
    while (this.#work) await this.#work
  }

  /** Ends the work under way; what is left is found at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#leave()
    await this.settle()
  }

  #hear(event: NewsroomEvent): void {
    switch (event.kind) {
      case 'rows':
        for (const row of event.rows) if (!this.#isKnownRight(row)) this.#waiting.add(row.id)
        if (this.#waiting.size > 0) this.#begin()
        return
      case 'editions':
      case 'pageSettings':
        this.#forget()
        return
      case 'page':
        if (event.changes.some(({ change }) => change.ops.some(({ op }) => op === 'paper'))) this.#forget()
    }
  }

  /** What was known of papers holds no more. */
  #forget(): void {
    this.#known = { usual: null, ofPages: new Map() }
    this.#isAllOpen = true
    this.#begin()
  }

  /** Without asking the store: every keystroke's row comes by here. */
  #isKnownRight({ editionId, page, baseColumn }: BudgetRow): boolean {
    const { usual, ofPages } = this.#known
    const pages = editionId === null ? [] : ofPages.get(editionId)
    if (!pages || !usual) return false
    return isSameColumn(baseColumn, columnOfPlace({ editionId, page }, pages, usual))
  }

  /** What fails here is told, and made good at the next start. */
  #begin(): void {
    if (this.#work || this.#isClosed) return
    this.#work = this.#countAll()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        this.#work = null
        if (this.#isAllOpen || this.#waiting.size > 0) this.#begin()
      })
  }

  async #countAll(): Promise<void> {
    // Who began this goes on first: the store has one hand.
    await new Promise(resolve => setImmediate(resolve))
    if (this.#isAllOpen) {
      this.#isAllOpen = false
      for (const story of await storyPlaces(this.tables))
        if (!(await this.#isRight(story))) this.#waiting.add(story.id)
    }
    while (this.#waiting.size > 0 && !this.#isClosed) {
      const ids = [...this.#waiting].slice(0, batch)
      const counted: BudgetRow[] = []
      for (const id of ids) {
        this.#waiting.delete(id)
        const row = await this.#count(id)
        if (row) counted.push(row)
      }
      if (counted.length > 0) this.events.emit(theDesk, { kind: 'rows', rows: counted })
    }
  }

  async #isRight({ editionId, page, baseColumn }: CountedPlace): Promise<boolean> {
    // A paper that changes while these are read makes them another object's: nothing stale is kept.
    const known = this.#known
    known.usual ??= await this.columns.usual(this.tables)
    let pages = editionId === null ? [] : known.ofPages.get(editionId)
    if (!pages) {
      pages = await this.columns.ofPages(this.tables, editionId!)
      known.ofPages.set(editionId!, pages)
    }
    return isSameColumn(baseColumn, columnOfPlace({ editionId, page }, pages, known.usual))
  }

  /** The story's row where its lines are others now. */
  async #count(id: string): Promise<BudgetRow | null> {
    const found = await findStory(this.tables, id)
    if (!found || (await this.#isRight(found))) return null
    const counted = await transact(this.tables, async (tables): Promise<Result<BudgetRow | null>> => {
      const row = await findStory(tables, id)
      if (!row) return done(null)
      const anew = await this.columns.countAnew(tables, row)
      return done(anew === row ? null : anew)
    })
    return counted.ok ? counted.value : null
  }
}
