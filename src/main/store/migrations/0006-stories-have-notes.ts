import type { Migration } from '../migrate'

/** 批注 of stories: where each is pinned, and everything that was said and done under it. */
export const storiesHaveNotes: Migration = {
  version: 6,
  sql: `
    CREATE TABLE story_note (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      story_id TEXT NOT NULL REFERENCES story (id),
      audience TEXT NOT NULL CHECK (audience IN ('desk', 'layout')),
      quote TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 0),
      place TEXT NOT NULL CHECK (json_valid(place)),
      settled INTEGER NOT NULL CHECK (settled IN (0, 1))
    ) STRICT;
    CREATE INDEX story_note_by_story ON story_note (story_id);

    CREATE TABLE note_entry (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      note_id TEXT NOT NULL REFERENCES story_note (id),
      person_id TEXT NOT NULL REFERENCES person (id),
      at TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('said', 'settled', 'reopened')),
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX note_entry_by_note ON note_entry (note_id);
  `,
}
