import type { LoggedStep, NewsroomEvent, StoryText } from '../../shared/contract'
import { mostTexts } from '../../shared/contract/stories'
import { playSteps, storyOfSnapshot, type StoryAt } from '../../shared/story/log/play-steps'
import { partsOf, type StoryParts } from '../../shared/story/parts'

/** What stories say, by id. */
export type Texts = readonly (readonly [id: string, parts: StoryParts])[]

/** What the copies need of the window round them. */
export interface CopySource {
  /** Reads stories' texts as they stand; those that cannot be read are left out. */
  texts(ids: readonly string[]): Promise<readonly StoryText[]>
  /** Shows what stories say now. */
  show(texts: Texts): void
  /** Calls back in a moment: what is wanted closely together is read in one call. */
  later(read: () => void): void
  warn(error: unknown): void
}

/** A story that is being read. */
interface Reading {
  /** Steps that came meanwhile; the answer may have them or not. */
  readonly since: LoggedStep[]
}

/**
 * Copies of the stories that a window shows and does not edit: each is read once, then played on by the steps that
 * events bring. Where a step does not follow on the copy, the story is read again.
 */
export class StoryCopies {
  readonly #copies = new Map<string, StoryAt>()
  readonly #reading = new Map<string, Reading>()
  /** Stories whose text this window edits: what its editor says is newer than what the newsroom knows. */
  readonly #edited = new Set<string>()
  readonly #shown = new Set<string>()
  #wanted = new Set<string>()

  constructor(private readonly source: CopySource) {}

  /** Has stories shown that are not yet. */
  want(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#edited.has(id) && !this.#shown.has(id)) this.#read(id)
  }

  /** Takes what an event of the newsroom says. */
  hear(event: NewsroomEvent): void {
    if (event.kind === 'steps') this.#take(event.id, event.steps)
    if (event.kind === 'hello') this.#readAgain()
  }

  /** Shows the editor's own text, at every keystroke. */
  edit(id: string, parts: StoryParts): void {
    this.#edited.add(id)
    this.#copies.delete(id)
    this.#reading.delete(id)
    this.#shown.add(id)
    this.source.show([[id, parts]])
  }

  /** The story is no longer edited here: it is read again with the next step in its log. */
  endEdit(id: string): void {
    this.#edited.delete(id)
  }

  /** Steps were missed perhaps, and an answer under way may lack them. */
  #readAgain(): void {
    const ids = new Set([...this.#shown, ...this.#reading.keys()])
    this.#copies.clear()
    this.#reading.clear()
    for (const id of ids) if (!this.#edited.has(id)) this.#read(id)
  }

  #read(id: string): void {
    if (this.#reading.has(id)) return
    this.#reading.set(id, { since: [] })
    if (this.#wanted.size === 0) this.source.later(() => this.#readWanted())
    this.#wanted.add(id)
  }

  #readWanted(): void {
    const ids = [...this.#wanted]
    this.#wanted = new Set()
    for (let at = 0; at < ids.length; at += mostTexts) void this.#readSome(ids.slice(at, at + mostTexts))
  }

  async #readSome(ids: readonly string[]): Promise<void> {
    const asked = new Map(ids.map(id => [id, this.#reading.get(id)]))
    const answer = await this.source.texts(ids).catch((error: unknown) => {
      // Those on show are read again with their next step, and all of them at the next hello.
      this.source.warn(error)
      return []
    })
    // What was begun to be edited, or asked for anew, has a newer text than this answer.
    const awaited = ids.filter(id => this.#reading.has(id) && this.#reading.get(id) === asked.get(id))
    for (const id of awaited) this.#reading.delete(id)
    const texts = new Map(answer.map(text => [text.id, text]))
    this.source.show(awaited.flatMap(id => this.#keepRead(texts.get(id), asked.get(id)?.since ?? [])))
  }

  #keepRead(text: StoryText | undefined, since: readonly LoggedStep[]): Texts {
    if (!text) return []
    const read = storyOfSnapshot(text)
    if (read.ok) return this.#keep(text.id, read.value, since)
    this.source.warn(read.damage)
    return []
  }

  #take(id: string, steps: readonly LoggedStep[]): void {
    if (this.#edited.has(id)) return
    const copy = this.#copies.get(id)
    const reading = this.#reading.get(id)
    if (reading) reading.since.push(...steps)
    else if (!copy && this.#shown.has(id)) this.#read(id)
    else if (copy && steps.some(step => step.version > copy.version)) {
      this.source.show(this.#keep(id, copy, steps))
    }
  }

  /** Keeps a copy with steps played onto it. What there is to show; nothing where the story is read again instead. */
  #keep(id: string, copy: StoryAt, steps: readonly LoggedStep[]): Texts {
    const played = playSteps(copy, steps)
    if (!played.ok) {
      this.#copies.delete(id)
      this.#read(id)
      return []
    }
    this.#copies.set(id, played.value)
    this.#shown.add(id)
    return [[id, partsOf(played.value.doc)]]
  }
}
