import type { Migration } from '../migrate'

/**
 * At which base column a story's lines were counted, as JSON. Those of before were counted at 11 characters,
 * whatever their paper; the newsroom counts them where they belong when it opens. `usualPaper` becomes the paper
 * that the newest edition begins with.
 */
export const linesSayTheirMeasure: Migration = {
  version: 7,
  sql: `
    ALTER TABLE story ADD COLUMN base_column TEXT NOT NULL
      DEFAULT '{"measure":11,"gutter":1,"size":9.75,"pitch":13}' CHECK (json_valid(base_column));
    INSERT INTO meta (key, value)
      SELECT 'usualPaper', layout ->> '$.paper.id'
      FROM page JOIN edition ON edition.id = page.edition_id
      WHERE layout ->> '$.paper.id' IS NOT NULL
      ORDER BY edition.date DESC, edition.number DESC, page.number LIMIT 1;
  `,
}
