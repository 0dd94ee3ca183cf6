import type { Migration } from '../migrate'

/** 修订: what of a story was last agreed on and what has changed since, and who settled what. */
export const storiesHaveTrails: Migration = {
  version: 3,
  sql: `
    CREATE TABLE story_trail (
      story_id TEXT PRIMARY KEY REFERENCES story (id),
      version INTEGER NOT NULL CHECK (version >= 0),
      base TEXT NOT NULL CHECK (json_valid(base)),
      changes TEXT NOT NULL CHECK (json_valid(changes)),
      begun_by TEXT REFERENCES person (id),
      begun_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE trail_decision (
      position INTEGER PRIMARY KEY,
      story_id TEXT NOT NULL REFERENCES story (id),
      person_id TEXT NOT NULL REFERENCES person (id),
      at TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('begun', 'accepted', 'ended')),
      version INTEGER NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      hand TEXT
    ) STRICT;
    CREATE INDEX trail_decision_by_story ON trail_decision (story_id);
  `,
}
