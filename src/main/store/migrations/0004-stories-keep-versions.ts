import type { Migration } from '../migrate'

/** Versions of a story that somebody wanted to keep. Their text is in the story's log. */
export const storiesKeepVersions: Migration = {
  version: 4,
  sql: `
    CREATE TABLE story_version (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      story_id TEXT NOT NULL REFERENCES story (id),
      version INTEGER NOT NULL CHECK (version >= 0),
      name TEXT NOT NULL,
      person_id TEXT REFERENCES person (id),
      at TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('state', 'named', 'restored'))
    ) STRICT;
    CREATE INDEX story_version_by_story ON story_version (story_id);
  `,
}
