import type { Migration } from '../migrate'

/** The first newsroom: people, editions, the stories' logs, photos, what the desk remembers. */
export const firstNewsroom: Migration = {
  version: 1,
  sql: `
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE person (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      roles TEXT NOT NULL CHECK (json_valid(roles)),
      colour TEXT NOT NULL,
      retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
    ) STRICT;

    CREATE TABLE edition (
      id TEXT PRIMARY KEY,
      number INTEGER NOT NULL UNIQUE,
      date TEXT NOT NULL
    ) STRICT;

    CREATE TABLE page (
      id TEXT PRIMARY KEY,
      edition_id TEXT NOT NULL REFERENCES edition (id),
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      layout TEXT NOT NULL CHECK (json_valid(layout)),
      version INTEGER NOT NULL DEFAULT 0,
      changed_at TEXT NOT NULL,
      changed_by TEXT REFERENCES person (id),
      UNIQUE (edition_id, number)
    ) STRICT;

    CREATE TABLE story (
      id TEXT PRIMARY KEY,
      number INTEGER NOT NULL UNIQUE,
      slug TEXT NOT NULL,
      genre TEXT NOT NULL,
      planned_characters INTEGER,
      planned_lines INTEGER,
      edition_id TEXT REFERENCES edition (id),
      page INTEGER,
      author TEXT NOT NULL,
      editor_id TEXT REFERENCES person (id),
      state TEXT NOT NULL,
      deadline TEXT,
      note TEXT NOT NULL,
      headline TEXT NOT NULL,
      byline TEXT NOT NULL,
      characters INTEGER NOT NULL,
      lines INTEGER NOT NULL,
      photos INTEGER NOT NULL,
      photos_without_caption INTEGER NOT NULL,
      photos_without_credit INTEGER NOT NULL,
      version INTEGER NOT NULL DEFAULT 0,
      revision INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      changed_by TEXT REFERENCES person (id),
      trashed_at TEXT
    ) STRICT;
    CREATE INDEX story_by_edition ON story (edition_id, page);

    CREATE TABLE step (
      story_id TEXT NOT NULL REFERENCES story (id),
      version INTEGER NOT NULL CHECK (version > 0),
      client_id TEXT NOT NULL,
      client_sequence INTEGER NOT NULL,
      person_id TEXT REFERENCES person (id),
      at TEXT NOT NULL,
      step TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (story_id, version),
      UNIQUE (story_id, client_id, client_sequence)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE snapshot (
      story_id TEXT NOT NULL REFERENCES story (id),
      version INTEGER NOT NULL,
      doc TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (story_id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE photo (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      added_by TEXT REFERENCES person (id),
      original BLOB NOT NULL
    ) STRICT;

    CREATE TABLE memory (
      person_id TEXT NOT NULL REFERENCES person (id),
      key TEXT NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      PRIMARY KEY (person_id, key)
    ) STRICT, WITHOUT ROWID;
  `,
}
