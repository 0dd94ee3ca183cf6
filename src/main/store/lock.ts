import { rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { done, failed, type Result } from '../../shared/contract/failure'
import { holderFile, readHolder, type Holder } from './holder'

/** The one writer of a folder. */
export interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process. The lock is SQLite's own on a small file beside the store: the system
 * gives it back when its holder dies, however it dies, so a stale lock cannot be. Who holds it is written
 * beside it, for the sentence only. Fails with store.in-use.
 */
export function lockFolder(folder: string, now: Date): Result<FolderLock> {
  const db = new Sqlite(join(folder, 'newsroom.lock'), { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return inUse(readHolder(folder))
    }
    throw error
  }
  const holder: Holder = {
    host: hostname(),
    user: userInfo().username,
    pid: process.pid,
    since: now.toISOString(),
  }
  writeFileSync(holderFile(folder), JSON.stringify(holder))
  return done({
    release() {
      rmSync(holderFile(folder), { force: true })
      db.close()
    },
  })
}

function inUse(holder: Holder | null): Result<never> {
  const who = holder ? `（${holder.host} 上的 ${holder.user}，进程 ${holder.pid}）` : ''
  return failed(
    'store.in-use',
    `这个资料文件夹已在另一个大样里打开${who}，为免两边互相覆盖，没有再打开。`,
    '请用已打开的那个窗口，或先关掉它。',
  )
}
