import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNewsroom } from '../../newsroom/newsroom'
import { actorOf, temporaryFolder, valueOf } from '../../newsroom/temporary-newsroom.testing'
import { adFrameDefaults, headDefaults } from '../../../shared/page/frame-defaults'
import { pageLayoutSchema } from '../../../shared/page/layout'
import { paperOf } from '../../../shared/page/paper'
import { migrate } from '../migrate'
import { openSqlite, type SqliteFile } from '../sqlite'
import { firstNewsroom } from './0001-first-newsroom'
import { pagesAreLogs } from './0002-pages-are-logs'

/** A layout as the first version kept it. */
const oldLayout = {
  paperId: 'tabloid-7x10',
  frames: [
    { id: 'folio', kind: 'folio', column: 0, row: 0, columnSpan: 7, rowSpan: 3 },
    {
      id: 'story-1',
      kind: 'story',
      storyId: 's',
      column: 0,
      row: 3,
      columnSpan: 4,
      rowSpan: 30,
      columns: 4,
      boxed: true,
      tint: false,
      head: {
        position: 'above',
        size: '一号',
        kickerSize: '四号',
        deckSize: '四号',
        align: 'centre',
        lines: null,
        space: 1,
      },
      photos: [
        { source: { kind: 'story', storyId: 's', photo: 0 }, column: 2, columnSpan: 2, row: 0, rowSpan: 12 },
      ],
      looseness: 1,
      ruleAbove: 'thin',
      ruleRight: 'none',
    },
    {
      id: 'ad',
      kind: 'ad',
      column: 0,
      row: 70,
      columnSpan: 7,
      rowSpan: 12,
      client: '云岭农商行',
      image: null,
    },
  ],
}

/** A file of the first version with a page that was saved seven times. */
function oldFile(folder: string): SqliteFile {
  const db = openSqlite(join(folder, 'newsroom.db'), 'FULL')
  valueOf(migrate(db, [firstNewsroom]))
  db.exec(`
    INSERT INTO meta VALUES ('newsroom', 'n'), ('paper', '{"name":"云岭报","timeZone":"Asia/Shanghai"}');
    INSERT INTO person (id, name, roles, colour) VALUES ('p', '周岚', '["editor"]', '#1F4E8C');
    INSERT INTO edition VALUES ('e', 1286, '2026-11-24');
    INSERT INTO story (id, number, slug, genre, edition_id, page, author, state, note, headline, byline, characters,
      lines, photos, photos_without_caption, photos_without_credit, created_at, changed_at)
    VALUES ('s', 1, '', '消息', 'e', 2, '', 'received', '', '', '', 0, 0, 0, 0, 0, 'now', 'now');
  `)
  const addPage = db.prepare(`INSERT INTO page VALUES (?, 'e', ?, '综合', ?, ?, 'now', 'p')`)
  addPage.run('p2', 2, JSON.stringify(oldLayout), 7)
  addPage.run('p3', 3, JSON.stringify({ paperId: 'tabloid-6x11', frames: [] }), 0)
  return db
}

test('pages of the first version keep their layout and number, and go on as logs', async () => {
  const folder = temporaryFolder()
  oldFile(folder).close()
  const newsroom = valueOf(await openNewsroom({ folder }))
  expect((await newsroom.editions.list())[0]!.pages.map(({ id, credits }) => [id, credits])).toEqual([
    ['p2', null],
    ['p3', null],
  ])
  const [second, third] = valueOf(await newsroom.pages.open('e')).states
  expect([second!.version, third!.version]).toEqual([7, 0])
  expect(third!.layout).toEqual({ paper: paperOf('tabloid-6x11'), frames: [], ignored: [] })
  const { paper, frames, ignored } = second!.layout
  expect([paper, ignored]).toEqual([paperOf('tabloid-7x10'), []])
  expect(frames.map(frame => frame.id)).toEqual(['folio', 'story-1', 'ad'])
  expect(frames[1]).toMatchObject({
    storyId: 's',
    regions: [],
    continues: false,
    looseness: 1,
    head: { ...headDefaults, size: '一号', space: 1 },
    photos: [{ column: 2, rowSpan: 12, crop: null, captionPlace: 'under', wrap: null }],
  })
  expect(frames[2]).toMatchObject({ client: '云岭农商行', label: adFrameDefaults.label })

  const change = {
    id: 'change-1',
    ops: [{ op: 'remove' as const, frameId: 'ad' }],
    undo: [],
    label: '删除文框',
    kind: 'do' as const,
    of: null,
  }
  const logged = valueOf(
    await newsroom.pages.submit(await actorOf(newsroom, 'p'), { pageId: 'p2', changes: [change] }),
  )
  expect(logged.map(({ version }) => version)).toEqual([8])
  await newsroom.close()
  const again = valueOf(await openNewsroom({ folder }))
  const state = valueOf(await again.pages.state('p2'))
  expect([state.version, state.layout.frames.length]).toEqual([8, 2])
  expect(pageLayoutSchema.parse(state.layout)).toEqual(state.layout)
  await again.close()
})

function migrated(): SqliteFile {
  const db = oldFile(temporaryFolder())
  valueOf(migrate(db, [firstNewsroom, pagesAreLogs]))
  db.exec(`
    INSERT INTO page_change VALUES ('p2', 8, 'change-1', 'p', 'now', '{}', zeroblob(32));
    INSERT INTO page_template (id, name, layout, at) VALUES ('t', '四栏', '{}', 'now');
  `)
  return db
}

test('every new table is STRICT', () => {
  const tables = migrated().pragma('table_list') as { name: string; type: string; strict: number }[]
  const own = tables.filter(table => table.type === 'table' && !table.name.startsWith('sqlite_'))
  expect(own.map(table => table.name)).toEqual(
    expect.arrayContaining([
      'cut_request',
      'page_change',
      'page_signature',
      'page_template',
      'paper',
      'placed_pdf',
      'signed_story',
    ]),
  )
  expect(own.filter(table => table.strict !== 1)).toEqual([])
})

const signature = (hash: string) =>
  `INSERT INTO page_signature (page_id, person_id, name, at, hash) VALUES ('p2', 'p', '周岚', 'now', '${hash}')`
const cut = (page: string, state: string) =>
  `INSERT INTO cut_request (id, story_id, page_id, asked_by, asked_at, lines, cuts, state)
   VALUES ('c', 's', ${page}, 'p', 'now', 1, '[]', '${state}')`

test.each([
  [
    'a version twice',
    "INSERT INTO page_change VALUES ('p2', 8, 'b', 'p', 'now', '{}', zeroblob(32))",
    'UNIQUE',
  ],
  [
    'a change twice',
    "INSERT INTO page_change VALUES ('p2', 9, 'change-1', 'p', 'now', '{}', zeroblob(32))",
    'UNIQUE',
  ],
  [
    'a change of no page',
    "INSERT INTO page_change VALUES ('x', 1, 'b', 'p', 'now', '{}', zeroblob(32))",
    'FOREIGN',
  ],
  [
    'a change of nobody',
    "INSERT INTO page_change VALUES ('p2', 9, 'b', 'x', 'now', '{}', zeroblob(32))",
    'FOREIGN',
  ],
  [
    'a change without its hash',
    "INSERT INTO page_change VALUES ('p2', 9, 'b', 'p', 'now', '{}', x'')",
    'CHECK',
  ],
  [
    'a change that is no JSON',
    "INSERT INTO page_change VALUES ('p2', 9, 'b', 'p', 'now', '{', zeroblob(32))",
    'CHECK',
  ],
  ['credits that are no JSON', "UPDATE page SET credits = '责编'", 'CHECK'],
  [
    'a template’s name twice',
    "INSERT INTO page_template (id, name, layout, at) VALUES ('u', '四栏', '{}', '')",
    'UNIQUE',
  ],
  ['a signature over no hash', signature('abc'), 'CHECK'],
  ['a cut in no known state', cut('NULL', 'perhaps'), 'CHECK'],
  ['a cut on no page', cut("'x'", 'open'), 'FOREIGN'],
  ['deleting a page with a log', "DELETE FROM page WHERE id = 'p2'", 'FOREIGN'],
] as const)('the file itself refuses %s', (_, sql, why) => {
  expect(() => migrated().exec(sql)).toThrow(why)
})

test('what is asked to be cut outlives the page', () => {
  const db = migrated()
  db.exec(cut("'p3'", 'open'))
  db.exec("DELETE FROM page WHERE id = 'p3'")
  expect(db.prepare('SELECT page_id, state FROM cut_request').all()).toEqual([
    { page_id: null, state: 'open' },
  ])
})
