import { done, failed, type Result } from '../../shared/contract/failure'
import type { NoteAudience, NoteEntry, StoryNote, StoryNotes } from '../../shared/contract'
import { playSteps } from '../../shared/story/log/play-steps'
import { followStep, onWholeStory, pinned, wordsAt } from '../../shared/text-place/pinned-place'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import {
  addNote,
  addNoteEntry,
  keepPlaces,
  notesOf,
  openLayoutNotes,
  setNoteSettled,
  storyOfNote,
  type StoredNote,
} from '../store/notes'
import { findStory } from '../store/stories'
import { stepsAfter } from '../store/story-log'
import { transact, type Tables } from '../store/transact'
import { ahead, unknownStory } from './authority'
import type { EventHub } from './events'
import { followable, storyAt, tellingDamage } from './story-past'
import type { World } from './world'

/** Steps by which kept places may lie behind their story before they are written anew. */
const keepEvery = 200

/** 批注: notes on stories' text, followed through the log, settled and kept. */
export class Notes {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
  ) {}

  /** All notes of a story at its newest version. Fails with story.unknown or story.damaged. */
  of(storyId: string): Promise<Result<StoryNotes>> {
    return this.#transact(async tables => {
      const row = await findStory(tables, storyId)
      if (!row) return unknownStory()
      const kept = await notesOf(tables, storyId)
      const notes = await followed(tables, storyId, kept, row.version)
      const isFar = kept.some(note => row.version - note.version >= keepEvery)
      if (isFar) await keepPlaces(tables, notes)
      return done(told(storyId, row.version, notes))
    })
  }

  /** Open notes for the layout desk; their places are those that were kept last. */
  async forLayout(): Promise<StoryNote[]> {
    return (await openLayoutNotes(this.tables)).map(toldNote)
  }

  /** Fails with story.unknown, story.damaged, story.ahead, note.no-text. */
  write(
    actor: Actor,
    order: {
      readonly id: string
      readonly storyId: string
      readonly audience: NoteAudience
      readonly version: number
      readonly range: { readonly from: number; readonly to: number } | null
      readonly text: string
    },
  ): Promise<Result<StoryNotes>> {
    const { id, storyId, audience, version, range, text } = order
    return this.#telling(async tables => {
      const row = await findStory(tables, storyId)
      if (!row) return unknownStory()
      if (version > row.version) return ahead()
      // The answer got lost on its way, and it was sent again.
      if ((await storyOfNote(tables, id)) !== null) return done(storyId)
      const { doc } = await storyAt(tables, storyId, version)
      const place = range ? pinned(doc, range.from, range.to) : onWholeStory
      if (!place) return noText()
      await addNote(tables, {
        id,
        storyId,
        audience,
        quote: range ? wordsAt(doc, range.from, range.to) : '',
        version,
        place,
        isSettled: false,
        entries: [this.#entry(actor, 'said', text)],
      })
      return done(storyId)
    })
  }

  /** Fails with note.unknown. */
  answer(actor: Actor, order: { readonly id: string; readonly text: string }) {
    return this.#telling(async tables => {
      const storyId = await storyOfNote(tables, order.id)
      if (storyId === null) return unknownNote()
      await addNoteEntry(tables, order.id, this.#entry(actor, 'said', order.text))
      return done(storyId)
    })
  }

  /** Settles a note or takes it up again. Fails with note.unknown. */
  settle(actor: Actor, order: { readonly id: string; readonly isSettled: boolean }) {
    const { id, isSettled } = order
    return this.#telling(async tables => {
      const storyId = await storyOfNote(tables, id)
      if (storyId === null) return unknownNote()
      const note = (await notesOf(tables, storyId)).find(one => one.id === id)!
      if (note.isSettled !== isSettled) {
        await setNoteSettled(tables, id, isSettled)
        await addNoteEntry(tables, id, this.#entry(actor, isSettled ? 'settled' : 'reopened', ''))
      }
      return done(storyId)
    })
  }

  #entry(actor: Actor, kind: NoteEntry['kind'], text: string): NoteEntry {
    return { id: this.world.newId(), by: actor.id, at: this.world.now().toISOString(), kind, text }
  }

  /** Changes notes of a story in one transaction and tells every window all of them after the commit. */
  async #telling(work: (tables: Tables) => Promise<Result<string>>): Promise<Result<StoryNotes>> {
    const result = await this.#transact(async (tables): Promise<Result<StoryNotes>> => {
      const changed = await work(tables)
      if (!changed.ok) return changed
      const storyId = changed.value
      const { version } = (await findStory(tables, storyId))!
      const notes = await followed(tables, storyId, await notesOf(tables, storyId), version)
      await keepPlaces(tables, notes)
      return done(told(storyId, version, notes))
    })
    if (result.ok) this.events.emit(theDesk, { kind: 'notes', notes: result.value })
    return result
  }

  #transact<T>(work: (tables: Tables) => Promise<Result<T>>): Promise<Result<T>> {
    return tellingDamage(this.tables, () => transact(this.tables, work))
  }
}

/** Notes with their places at a version; each is followed from where it was kept. */
async function followed(
  tables: Tables,
  storyId: string,
  notes: readonly StoredNote[],
  version: number,
): Promise<StoredNote[]> {
  const from = Math.min(version, ...notes.map(note => note.version))
  if (from === version) return [...notes]
  let current = [...notes]
  const start = await storyAt(tables, storyId, from)
  const steps = await stepsAfter(tables, storyId, from, version)
  const played = playSteps(start, steps, ({ logged, step, before, after }) => {
    const map = step.getMap()
    current = current.map(note =>
      note.version === logged.version - 1
        ? { ...note, version: logged.version, place: followStep(note.place, map, before, after) }
        : note,
    )
  })
  followable(storyId, played)
  return current
}

const toldNote = ({ id, storyId, audience, quote, place, isSettled, entries }: StoredNote): StoryNote => ({
  id,
  storyId,
  audience,
  quote,
  place,
  isSettled,
  entries,
})

const told = (storyId: string, version: number, notes: readonly StoredNote[]): StoryNotes => ({
  storyId,
  version,
  notes: notes.map(toldNote),
})

const noText = () =>
  failed('note.no-text', '这里没有可以批注的文字，没有记下。', '选中几个字再写，或写给整篇。')

const unknownNote = () => failed('note.unknown', '没有找到这条批注。', '请重新打开这篇稿，再看一次。')
