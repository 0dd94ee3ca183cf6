import Sqlite from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql as statement } from 'kysely'
import { expect, test } from 'vitest'
import { codeOf, temporaryFolder, valueOf } from '../newsroom/temporary-newsroom.testing'
import { storeFailure } from './failures'
import { applicationId } from './migrate'
import { openStore } from './store'

/** A folder with a whole newsroom in it, closed. */
async function madeFolder(): Promise<string> {
  const folder = temporaryFolder()
  await valueOf(await openStore(folder)).close()
  return folder
}

const faults: readonly (readonly [what: string, damage: (folder: string) => void, code: string])[] = [
  [
    'garbage',
    folder => writeFileSync(join(folder, 'newsroom.db'), '这不是数据库。'.repeat(500)),
    'store.not-a-newsroom',
  ],
  ['a newer file', folder => sql(folder, 'PRAGMA user_version = 99'), 'store.newer'],
  ['another program’s file', folder => sql(folder, 'PRAGMA application_id = 1'), 'store.not-a-newsroom'],
  ['an emptied file', folder => emptied(folder), 'store.lost'],
  ['a file that is gone', folder => rmSync(join(folder, 'newsroom.db')), 'store.lost'],
  ['a folder in its place', folder => folderInPlace(folder), 'store.cannot-open'],
  ['a torn file after an unclean stop', folder => torn(folder), 'store.damaged'],
]

const sql = (folder: string, text: string) => {
  const db = new Sqlite(join(folder, 'newsroom.db'))
  db.exec(text)
  db.close()
}
const emptied = (folder: string) => writeFileSync(join(folder, 'newsroom.db'), '')
const folderInPlace = (folder: string) => {
  rmSync(join(folder, 'newsroom.db'))
  mkdirSync(join(folder, 'newsroom.db', 'inside'), { recursive: true })
}
const torn = (folder: string) => {
  sql(folder, "INSERT INTO meta VALUES ('running', 'yesterday')")
  const bytes = readFileSync(join(folder, 'newsroom.db'))
  bytes.fill(0xa5, 4096 * 2, 4096 * 6)
  writeFileSync(join(folder, 'newsroom.db'), bytes)
}

test.each(faults)('says what is wrong with %s and does not touch it', async (_, damage, code) => {
  const folder = await madeFolder()
  damage(folder)
  const file = join(folder, 'newsroom.db')
  const before = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null
  expect(codeOf(await openStore(folder))).toBe(code)
  const after = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null
  expect(after?.equals(before!) ?? null).toBe(before === null ? null : true)
  // The folder was given back: it fails in the same way again, not as one in use.
  expect(codeOf(await openStore(folder))).toBe(code)
})

test('an empty file where nothing else was is a new newsroom', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'newsroom.db'), '')
  const store = valueOf(await openStore(folder))
  expect(store.wasUnclean).toBe(false)
  await store.close()
})

test('a path through a file is no folder', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(codeOf(await openStore(join(file, 'data')))).toBe('store.no-folder')
})

test('a folder has one writer, whose name the second is told', async () => {
  const folder = temporaryFolder()
  const store = valueOf(await openStore(folder))
  const second = await openStore(folder)
  expect(codeOf(second)).toBe('store.in-use')
  expect(second.ok || second.failure.message).toContain(`进程 ${process.pid}`)
  await store.close()
  await valueOf(await openStore(folder)).close()
})

test('a disk that takes nothing more does not keep the store from closing; the next start looks it over', async () => {
  const folder = await madeFolder()
  const store = valueOf(await openStore(folder))
  // As near to a full disk as SQLite comes without one: nothing can be written any more.
  await statement`PRAGMA query_only = ON`.execute(store.tables)
  await store.close()
  const again = valueOf(await openStore(folder))
  expect(again.wasUnclean).toBe(true)
  await again.close()
})

test('an unclean stop is known, checked and forgotten', async () => {
  const folder = await madeFolder()
  sql(folder, "INSERT INTO meta VALUES ('running', 'yesterday')")
  const store = valueOf(await openStore(folder))
  expect(store.wasUnclean).toBe(true)
  await store.close()
  const again = valueOf(await openStore(folder))
  expect(again.wasUnclean).toBe(false)
  await again.close()
})

test.each([
  ['deleted', (file: string) => rmSync(file)],
  ['emptied', (file: string) => writeFileSync(file, '')],
  ['garbage', (file: string) => writeFileSync(file, '坏'.repeat(4000))],
  ['of another version', (file: string) => new Sqlite(file).exec('PRAGMA user_version = 500').close()],
  [
    'an index that disagrees',
    (file: string) =>
      new Sqlite(file)
        .exec('DROP TRIGGER story_text_in')
        .exec("INSERT INTO story_text VALUES (5, 'x', 0, NULL, '水', '', '')")
        .close(),
  ],
] as const)('derived.db is made anew when it is %s', async (_, damage) => {
  const folder = await madeFolder()
  damage(join(folder, 'derived.db'))
  const store = valueOf(await openStore(folder))
  expect(store.search.stamps().size).toBe(0)
  store.search.put([{ id: 's', number: 1, revision: 0, editor: null, headline: '冬灌', body: '', names: '' }])
  expect(store.search.find('灌')).toEqual(['s'])
  await store.close()
  expect(new Sqlite(join(folder, 'newsroom.db')).pragma('application_id', { simple: true })).toBe(
    applicationId,
  )
})

test.each([
  ['SQLITE_FULL', 'store.full'],
  ['SQLITE_READONLY_DIRECTORY', 'store.read-only'],
  ['SQLITE_IOERR_WRITE', 'store.disk'],
  ['SQLITE_BUSY_SNAPSHOT', 'store.busy'],
  ['SQLITE_CORRUPT_VTAB', 'store.damaged'],
  ['SQLITE_NOTADB', 'store.not-a-newsroom'],
  ['SQLITE_CANTOPEN', 'store.cannot-open'],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ['SQLITE_ERROR', undefined],
])('%s becomes %s', (code, expected) => {
  expect(storeFailure(new Sqlite.SqliteError('x', code))?.code).toBe(expected)
})
