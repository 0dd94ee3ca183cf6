import type { Generated } from 'kysely'
import type { Genre, SignatureCause, StoryState } from '../../shared/contract'

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
  /** PageLayout as JSON: the page's snapshot, as it stood after `version` changes of its log. */
  layout: string
  version: number
  /** Of the snapshot; null for one from before pages were logs. */
  layout_hash: Uint8Array | null
  /** Who answers for the page, as JSON; null: the first person of each role. */
  credits: string | null
  changed_at: string
  changed_by: string | null
}

export interface PageChangeTable {
  page_id: string
  /** The page's version after the change. */
  version: number
  change_id: string
  person_id: string | null
  at: string
  /** PageChange as JSON. */
  change: string
  /** Over this row and the hash of the row before. */
  hash: Uint8Array
}

export interface PageSignatureTable {
  position: Generated<number>
  page_id: string
  person_id: string
  /** As it was when he signed. */
  name: string
  at: string
  /** SHA-256 of the signed content, in hex. */
  hash: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}

/** A signature's becoming void, or good again. One without any is as it was given. */
export interface SignatureTurnTable {
  position: Generated<number>
  /** The signature's position. */
  signature: number
  holds: 0 | 1
  cause: SignatureCause
  /** Id of the page, story or edition that was changed. */
  cause_id: string | null
  person_id: string | null
  at: string
}

/** Stories that the last signature of a page speaks of: what to look at again when one of them changes. */
export interface SignedStoryTable {
  story_id: string
  page_id: string
}

export interface PaperTable {
  position: Generated<number>
  id: string
  /** Paper as JSON; null: a preset that the newsroom has taken off its list. */
  paper: string | null
  changed_at: string
  changed_by: string | null
}

export interface PageTemplateTable {
  position: Generated<number>
  id: string
  name: string
  /** PageLayout as JSON. */
  layout: string
  at: string
  made_by: string | null
}

/** 修订 of a story: its base and the changes since, at a version of its log. */
export interface StoryTrailTable {
  story_id: string
  version: number
  /** ProseMirror document as JSON. */
  base: string
  /** prosemirror-changeset's changes as JSON. */
  changes: string
  begun_by: string | null
  begun_at: string
}

export interface TrailDecisionTable {
  position: Generated<number>
  story_id: string
  person_id: string
  at: string
  kind: 'begun' | 'accepted' | 'ended'
  version: number
  before: string
  after: string
  /** Whose change it was. */
  hand: string | null
}

/** A version of a story that somebody wanted to keep. */
export interface StoryVersionTable {
  position: Generated<number>
  id: string
  story_id: string
  version: number
  name: string
  person_id: string | null
  at: string
  kind: 'state' | 'named' | 'restored'
}

/** 批注 of a story's text. */
export interface StoryNoteTable {
  position: Generated<number>
  id: string
  story_id: string
  audience: 'desk' | 'layout'
  /** The words that it was pinned to. */
  quote: string
  /** The story's version that the place is told at. */
  version: number
  /** PinnedPlace as JSON. */
  place: string
  /** 0 or 1. */
  settled: number
}

/** What was said and done under a note. */
export interface NoteEntryTable {
  position: Generated<number>
  id: string
  note_id: string
  person_id: string
  at: string
  kind: 'said' | 'settled' | 'reopened'
  text: string
}

export interface CutRequestTable {
  position: Generated<number>
  id: string
  story_id: string
  page_id: string | null
  asked_by: string
  asked_at: string
  lines: number
  /** CutPassage[] as JSON. */
  cuts: string
  state: 'open' | 'taken' | 'declined'
  settled_by: string | null
  settled_at: string | null
}

/** PDFs that advertisements came as, beside the raster of the photo store that stands for them. */
export interface PlacedPdfTable {
  /** SHA-256 of the bytes, in hex. */
  hash: string
  image: string
  pages: number
  bytes: number
  added_at: string
  added_by: string | null
  original: Uint8Array
}

export interface StoryTable {
  id: string
  /** 稿号 */
  number: number
  slug: string
  genre: Genre
  planned_characters: number | null
  planned_lines: number | null
  /** Hundredths of the plan by which a length may miss it. */
  length_tolerance: Generated<number>
  edition_id: string | null
  page: number | null
  author: string
  editor_id: string | null
  state: StoryState
  deadline: string | null
  note: string
  headline: string
  byline: string
  /** NamedPerson[] as JSON; null: the text has not been read for names yet. */
  people: string | null
  characters: number
  lines: number
  /** BaseColumn as JSON: where the lines were counted. */
  base_column: string
  photos: number
  photos_without_caption: number
  photos_without_credit: number
  version: number
  /** Counts every change of the row: what windows and the search index compare. */
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
  page_change: PageChangeTable
  page_signature: PageSignatureTable
  signature_turn: SignatureTurnTable
  signed_story: SignedStoryTable
  paper: PaperTable
  page_template: PageTemplateTable
  cut_request: CutRequestTable
  story_trail: StoryTrailTable
  trail_decision: TrailDecisionTable
  story_version: StoryVersionTable
  story_note: StoryNoteTable
  note_entry: NoteEntryTable
  placed_pdf: PlacedPdfTable
  story: StoryTable
  step: StepTable
  snapshot: SnapshotTable
  photo: PhotoTable
  memory: MemoryTable
  meta: MetaTable
}
