import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { migrate } from '../migrate'
import { openSqlite } from '../sqlite'
import { linesSayTheirMeasure } from './0007-lines-say-their-measure'
import { migrations } from './index'

/** A newsroom of before with a story, and what `more` puts into it. */
function migrated(more = '') {
  const db = openSqlite(join(temporaryFolder(), 'newsroom.db'), 'FULL')
  const before = migrations.filter(({ version }) => version < linesSayTheirMeasure.version)
  valueOf(migrate(db, before))
  db.exec(`
    INSERT INTO story (id, number, slug, genre, author, state, note, headline, byline, characters, lines, photos,
      photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', '', 'received', '', '', '', 400, 41, 0, 0, 0, 'now', 'now');
    ${more}
  `)
  valueOf(migrate(db, [...before, linesSayTheirMeasure]))
  return db
}

const usual = (db: ReturnType<typeof migrated>) =>
  db.prepare(`SELECT value FROM meta WHERE key = 'usualPaper'`).pluck().get()

const edition = (id: string, date: string, ...papers: readonly string[]) => `
  INSERT INTO edition (id, number, date) VALUES ('${id}', ${Number(id)}, '${date}');
  ${papers
    .map(
      (paper, at) => `
        INSERT INTO page (id, edition_id, number, name, layout, changed_at)
        VALUES ('${id}-${at}', '${id}', ${at + 1}, '', '{"paper":{"id":"${paper}"},"frames":[]}', 'now');`,
    )
    .join('')}
`

test('lines of before are known to have been counted at 11 characters', () => {
  const row = migrated().prepare('SELECT lines, base_column FROM story').get()
  expect(row).toEqual({ lines: 41, base_column: '{"measure":11,"gutter":1,"size":9.75,"pitch":13}' })
})

test.each([
  ['no edition', '', undefined],
  ['one edition', edition('1', '2026-11-24', 'broadsheet-8x13', 'tabloid-6x11'), 'broadsheet-8x13'],
  [
    'a newer edition',
    edition('1', '2026-11-24', 'tabloid-6x11') + edition('2', '2026-11-25', 'broadsheet-8x11'),
    'broadsheet-8x11',
  ],
])('with %s, the usual paper is the one of the newest first page', (_, sql, paper) => {
  expect(usual(migrated(sql))).toBe(paper)
})

test('the file itself refuses a column that is no JSON', () => {
  const db = migrated()
  expect(() => db.exec(`UPDATE story SET base_column = '11'' '`)).toThrow('CHECK')
})
