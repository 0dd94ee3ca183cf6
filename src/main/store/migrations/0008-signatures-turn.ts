import type { Migration } from '../migrate'

/**
 * When a signature became void, or good again, and through what. Those that were given before have not been looked at
 * for it: `signing` tells the newsroom to do so when it opens.
 */
export const signaturesTurn: Migration = {
  version: 8,
  sql: `
    CREATE TABLE signature_turn (
      position INTEGER PRIMARY KEY,
      signature INTEGER NOT NULL REFERENCES page_signature (position),
      holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
      cause TEXT NOT NULL CHECK (cause IN ('page', 'story', 'edition', 'people', 'unseen')),
      cause_id TEXT,
      person_id TEXT REFERENCES person (id),
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX signature_turn_by_signature ON signature_turn (signature);
    INSERT INTO meta (key, value) SELECT 'signing', 'behind' WHERE EXISTS (SELECT 1 FROM page_signature);
  `,
}
