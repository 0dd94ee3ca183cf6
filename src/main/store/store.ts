import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { done, failed, type Failure, type Result } from '../../shared/contract/failure'
import type { PhotoFacts } from '../../shared/contract'
import { openDerived } from './derived'
import { storeFailure } from './failures'
import { ImmediateDialect } from './immediate-dialect'
import { lockFolder } from './lock'
import { readMeta, removeMeta, writeMeta } from './meta'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { SearchIndex } from './search-index'
import { KeptPhotoFacts } from './photo-facts'
import { openSqlite, type SqliteFile } from './sqlite'
import type { NewsroomTables } from './tables'
import { Thumbnails } from './thumbnails'
import type { Tables } from './transact'

/** A newsroom's folder, open for this process alone. */
export interface Store {
  readonly folder: string
  readonly tables: Tables
  readonly search: SearchIndex
  readonly thumbnails: Thumbnails
  readonly photoFacts: KeptPhotoFacts<PhotoFacts>
  /** The last process that had the folder did not stop cleanly; the file has been checked and is sound. */
  readonly wasUnclean: boolean
  /** Ends the store cleanly. Nothing can be asked of it afterwards. */
  close(): Promise<void>
}

/**
 * Opens the folder's two files, making them where there are none, and takes the folder for this process.
 * Fails with a sentence when it is in use, cannot be written, was made by a newer version, or is damaged;
 * nothing is changed then.
 */
export async function openStore(folder: string, now: Date = new Date()): Promise<Result<Store>> {
  const truth = join(folder, 'newsroom.db')
  const derivedFile = join(folder, 'derived.db')
  const opened: (() => void)[] = []
  try {
    mkdirSync(folder, { recursive: true })
    const lock = lockFolder(folder, now)
    if (!lock.ok) return lock
    opened.push(() => lock.value.release())
    const refuse = (result: Result<unknown>): Result<never> => {
      for (const close of opened.reverse()) close()
      return result as Result<never>
    }

    // derived.db comes after a whole newsroom.db: with it there, an empty newsroom.db has lost its content.
    if (existsSync(derivedFile) && !(existsSync(truth) && statSync(truth).size > 0))
      return refuse(lostTruth())
    const db = openSqlite(truth, 'FULL')
    opened.push(() => db.close())
    const migrated = migrate(db, migrations)
    if (!migrated.ok) return refuse(migrated)
    const tables = new Kysely<NewsroomTables>({ dialect: new ImmediateDialect(db) })
    const wasUnclean = (await readMeta(tables, 'running')) !== null
    if (wasUnclean && !passesCheck(db)) return refuse(damaged())
    await writeMeta(tables, 'running', now.toISOString())

    const derived = openDerived(derivedFile)
    opened.push(() => derived.close())
    return done({
      folder,
      tables,
      search: new SearchIndex(derived),
      thumbnails: new Thumbnails(derived),
      photoFacts: new KeptPhotoFacts(derived),
      wasUnclean,
      async close() {
        try {
          await removeMeta(tables, 'running')
        } catch (error) {
          // A full disk takes no mark: what is stored is whole, and the next start looks it over.
          if (!storeFailure(error)) throw error
        }
        derived.close()
        await tables.destroy()
        lock.value.release()
      },
    })
  } catch (error) {
    for (const close of opened.reverse()) close()
    const failure = storeFailure(error) ?? folderFailure(error)
    if (!failure) throw error
    return { ok: false, failure }
  }
}

const passesCheck = (db: SqliteFile) => db.pragma('quick_check(1)', { simple: true }) === 'ok'

const damaged = () =>
  failed('store.damaged', '资料文件有损坏，没有动它。', '请退出大样，保留资料文件夹，用最近的备份恢复。')

const lostTruth = () =>
  failed(
    'store.lost',
    '这个文件夹里的资料库不见了或已成空文件，为免盖掉线索没有新建。',
    '请用最近的备份恢复 newsroom.db；若要从头开始，请换一个空文件夹。',
  )

/** What the file system may say about the folder itself. */
function folderFailure(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code)) {
    return {
      code: 'store.read-only',
      message: '资料文件夹不能写入，没有打开。',
      remedy: '请检查文件夹的权限，或换一个文件夹。',
    }
  }
  if (/^(?:ENOTDIR|EEXIST|ENOENT)$/.test(code)) {
    return {
      code: 'store.no-folder',
      message: '资料文件夹建不起来：路径上有同名的文件，或路径不存在。',
      remedy: '请换一个文件夹。',
    }
  }
  if (code === 'ENOSPC') {
    return { code: 'store.full', message: '磁盘满了，资料没有打开。', remedy: '请清出磁盘空间，再打开。' }
  }
  return null
}
