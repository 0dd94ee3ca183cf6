import type { Migration } from '../migrate'

/**
 * Whom a story's text names, as JSON, and by how many hundredths its length may miss its plan. NULL: the text of
 * a story of before has not been read for names yet; the newsroom does so when it opens.
 */
export const storiesNamePeople: Migration = {
  version: 5,
  sql: `
    ALTER TABLE story ADD COLUMN people TEXT;
    ALTER TABLE story ADD COLUMN length_tolerance INTEGER NOT NULL DEFAULT 5
      CHECK (length_tolerance BETWEEN 0 AND 50);
  `,
}
