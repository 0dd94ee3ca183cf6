import type { NoteEntry, StoryNote } from '../../shared/contract'
import type { Tables } from './transact'

/** A note with its place at a version of its story's log. */
export interface StoredNote extends StoryNote {
  readonly version: number
}

/** The notes of a story, settled ones too, oldest first. */
export const notesOf = (tables: Tables, storyId: string): Promise<StoredNote[]> => read(tables, { storyId })

/** Open notes for the layout desk, of stories that are not in the trash, oldest first. */
export const openLayoutNotes = (tables: Tables): Promise<StoredNote[]> => read(tables, { layout: true })

async function read(
  tables: Tables,
  which: { readonly storyId?: string; readonly layout?: true },
): Promise<StoredNote[]> {
  let query = tables.selectFrom('story_note').selectAll('story_note').orderBy('story_note.position')
  if (which.storyId !== undefined) query = query.where('story_id', '=', which.storyId)
  if (which.layout) {
    query = query
      .innerJoin('story', 'story.id', 'story_note.story_id')
      .where('audience', '=', 'layout')
      .where('settled', '=', 0)
      .where('story.trashed_at', 'is', null)
  }
  const rows = await query.execute()
  if (rows.length === 0) return []
  const said = await tables
    .selectFrom('note_entry')
    .selectAll()
    .where(
      'note_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('position')
    .execute()
  const entries = Map.groupBy(said, entry => entry.note_id)
  return rows.map(row => ({
    id: row.id,
    storyId: row.story_id,
    audience: row.audience,
    quote: row.quote,
    version: row.version,
    place: JSON.parse(row.place) as StoryNote['place'],
    isSettled: row.settled === 1,
    entries: (entries.get(row.id) ?? []).map(({ id, person_id, at, kind, text }) => {
      return { id, by: person_id, at, kind, text }
    }),
  }))
}

/** The story that a note is of; null where there is no such note. */
export async function storyOfNote(tables: Tables, id: string): Promise<string | null> {
  const row = await tables.selectFrom('story_note').select('story_id').where('id', '=', id).executeTakeFirst()
  return row?.story_id ?? null
}

export async function addNote(tables: Tables, note: StoredNote): Promise<void> {
  await tables
    .insertInto('story_note')
    .values({
      id: note.id,
      story_id: note.storyId,
      audience: note.audience,
      quote: note.quote,
      version: note.version,
      place: JSON.stringify(note.place),
      settled: note.isSettled ? 1 : 0,
    })
    .execute()
  for (const entry of note.entries) await addNoteEntry(tables, note.id, entry)
}

export async function addNoteEntry(tables: Tables, noteId: string, entry: NoteEntry): Promise<void> {
  const { by, ...rest } = entry
  await tables
    .insertInto('note_entry')
    .values({ ...rest, person_id: by, note_id: noteId })
    .execute()
}

export async function setNoteSettled(tables: Tables, id: string, isSettled: boolean): Promise<void> {
  await tables
    .updateTable('story_note')
    .set({ settled: isSettled ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** Keeps where notes stand at a later version, so that the next reading has less of the log to follow. */
export async function keepPlaces(tables: Tables, notes: readonly StoredNote[]): Promise<void> {
  for (const { id, version, place } of notes) {
    await tables
      .updateTable('story_note')
      .set({ version, place: JSON.stringify(place) })
      .where('id', '=', id)
      .execute()
  }
}
