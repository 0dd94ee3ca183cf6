import type { Generated } from 'kysely'
import type { Genre, StoryState } from '../../shared/contract'

/** Columns of newsroom.db as rows come out of it. Times are UTC, ISO 8601; JSON columns hold text. */

export interface PersonTable {
  id: string
  name: string
  /** JSON array of roles. */
  roles: string
  colour: string
  /** 0 or 1. */
  retired: number
  /** Order in which people were added: theirs in lists. */
  position: Generated<number>
}

export interface EditionTable {
  id: string
  number: number
  date: string
}

export interface PageTable {
  id: string
  edition_id: string
  number: number
  name: string
  /** PageLayout as JSON. */
  layout: string
  version: number
  changed_at: string
  changed_by: string | null
}

export interface StoryTable {
  id: string
  /** 稿号 */
  number: number
  slug: string
  genre: Genre
  planned_characters: number | null
  planned_lines: number | null
  edition_id: string | null
  page: number | null
  author: string
  editor_id: string | null
  state: StoryState
  deadline: string | null
  note: string
  headline: string
  byline: string
  characters: number
  lines: number
  photos: number
  photos_without_caption: number
  photos_without_credit: number
  version: number
  /** Counts every change of the row: what the search index compares. */
  revision: number
  created_at: string
  changed_at: string
  changed_by: string | null
  trashed_at: string | null
}

export interface StepTable {
  story_id: string
  /** The document's version after the step. */
  version: number
  client_id: string
  client_sequence: number
  person_id: string | null
  at: string
  /** ProseMirror step as JSON. */
  step: string
  hash: Uint8Array
}

export interface SnapshotTable {
  story_id: string
  version: number
  /** ProseMirror document as JSON. */
  doc: string
  hash: Uint8Array
}

export interface PhotoTable {
  /** SHA-256 of the bytes, in hex. */
  hash: string
  original: Uint8Array
  width: number
  height: number
  /** Media type. */
  type: string
  bytes: number
  added_at: string
  added_by: string | null
}

export interface MemoryTable {
  person_id: string
  key: string
  value: string
}

export interface MetaTable {
  key: string
  value: string
}

export interface NewsroomTables {
  person: PersonTable
  edition: EditionTable
  page: PageTable
  story: StoryTable
  step: StepTable
  snapshot: SnapshotTable
  photo: PhotoTable
  memory: MemoryTable
  meta: MetaTable
}
