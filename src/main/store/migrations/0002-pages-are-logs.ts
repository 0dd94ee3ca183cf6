import type { Migration } from '../migrate'

/**
 * A page becomes a log of changes: `page.layout` at `page.version` is its snapshot, which the rows of wave one
 * are already. With it what belongs to pages: who answers for them, signatures, papers, templates, what is
 * asked to be cut, and the PDFs of advertisements.
 */
export const pagesAreLogs: Migration = {
  version: 2,
  sql: `
    ALTER TABLE page ADD COLUMN credits TEXT CHECK (credits IS NULL OR json_valid(credits));
    ALTER TABLE page ADD COLUMN layout_hash BLOB CHECK (layout_hash IS NULL OR length(layout_hash) = 32);

    CREATE TABLE page_change (
      page_id TEXT NOT NULL REFERENCES page (id),
      version INTEGER NOT NULL CHECK (version > 0),
      change_id TEXT NOT NULL,
      person_id TEXT REFERENCES person (id),
      at TEXT NOT NULL,
      change TEXT NOT NULL CHECK (json_valid(change)),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (page_id, version),
      UNIQUE (page_id, change_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE page_signature (
      position INTEGER PRIMARY KEY,
      page_id TEXT NOT NULL REFERENCES page (id),
      person_id TEXT NOT NULL REFERENCES person (id),
      name TEXT NOT NULL,
      at TEXT NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      withdrawn_at TEXT,
      withdrawn_by TEXT REFERENCES person (id)
    ) STRICT;
    CREATE INDEX signature_by_page ON page_signature (page_id);

    CREATE TABLE signed_story (
      story_id TEXT NOT NULL REFERENCES story (id),
      page_id TEXT NOT NULL REFERENCES page (id),
      PRIMARY KEY (story_id, page_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE paper (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      paper TEXT CHECK (paper IS NULL OR json_valid(paper)),
      changed_at TEXT NOT NULL,
      changed_by TEXT REFERENCES person (id)
    ) STRICT;

    CREATE TABLE page_template (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE,
      layout TEXT NOT NULL CHECK (json_valid(layout)),
      at TEXT NOT NULL,
      made_by TEXT REFERENCES person (id)
    ) STRICT;

    CREATE TABLE cut_request (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      story_id TEXT NOT NULL REFERENCES story (id),
      page_id TEXT REFERENCES page (id) ON DELETE SET NULL,
      asked_by TEXT NOT NULL REFERENCES person (id),
      asked_at TEXT NOT NULL,
      lines INTEGER NOT NULL,
      cuts TEXT NOT NULL CHECK (json_valid(cuts)),
      state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'declined')),
      settled_by TEXT REFERENCES person (id),
      settled_at TEXT
    ) STRICT;
    CREATE INDEX cut_request_open ON cut_request (position) WHERE state = 'open';

    CREATE TABLE placed_pdf (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      image TEXT NOT NULL REFERENCES photo (hash),
      pages INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      added_by TEXT REFERENCES person (id),
      original BLOB NOT NULL
    ) STRICT;
    CREATE INDEX placed_pdf_by_image ON placed_pdf (image);
  `,
}
