import { rmSync } from 'node:fs'
import { openSqlite, type SqliteFile } from './sqlite'

/** Counts up with every change of the derived file's shape; another version's file is made anew. */
const derivedVersion = 3

/** Text is split into tokens before it comes in (search-terms.ts); `unicode61` only cuts at the spaces. */
const shape = `
  CREATE TABLE story_text (
    number INTEGER PRIMARY KEY,
    story_id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    editor TEXT,
    headline TEXT NOT NULL,
    body TEXT NOT NULL,
    names TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE story_search USING fts5 (
    headline, body, names,
    content = 'story_text', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE TRIGGER story_text_in AFTER INSERT ON story_text BEGIN
    INSERT INTO story_search (rowid, headline, body, names)
    VALUES (new.number, new.headline, new.body, new.names);
  END;
  CREATE TRIGGER story_text_out AFTER DELETE ON story_text BEGIN
    INSERT INTO story_search (story_search, rowid, headline, body, names)
    VALUES ('delete', old.number, old.headline, old.body, old.names);
  END;
  CREATE TABLE thumbnail (
    hash TEXT PRIMARY KEY,
    jpeg BLOB NOT NULL
  ) STRICT;
  CREATE TABLE photo_facts (
    hash TEXT PRIMARY KEY,
    facts TEXT NOT NULL
  ) STRICT;
`

/**
 * Opens derived.db: search and previews, all of which can be had again from newsroom.db. A file that is
 * missing, damaged or of another version is made anew; only what the disk itself refuses throws.
 */
export function openDerived(file: string): SqliteFile {
  try {
    const db = openSqlite(file, 'NORMAL')
    if (isSound(db)) return db
    db.close()
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true })
  const db = openSqlite(file, 'NORMAL')
  db.transaction(() => {
    db.exec(shape)
    db.pragma(`user_version = ${derivedVersion}`)
  }).immediate()
  return db
}

/** The right version, and an index that agrees with its text. */
function isSound(db: SqliteFile): boolean {
  if (db.pragma('user_version', { simple: true }) !== derivedVersion) return false
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
  db.exec("INSERT INTO story_search (story_search, rank) VALUES ('integrity-check', 1)")
  return true
}

const isDamage = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(?:CORRUPT|NOTADB|ERROR|READONLY_DBMOVED)/.test(String(error.code))
