import { done, failed, type Result } from '../../shared/contract/failure'
import type { SqliteFile } from './sqlite'

/** One step of the file's shape. One file each, with a test, and never edited once released. */
export interface Migration {
  /** `user_version` after it; they count up from 1 without a gap. */
  readonly version: number
  readonly sql: string
}

/** Marks the file as a newsroom's (`application_id`): "DaYg". */
export const applicationId = 0x44615967

/**
 * Brings a file to the newest shape, each migration in one IMMEDIATE transaction. Fails with store.newer on a
 * file that a newer version made, and with store.not-a-newsroom on another program's; neither is touched.
 */
export function migrate(db: SqliteFile, migrations: readonly Migration[]): Result<void> {
  const newest = migrations.at(-1)?.version ?? 0
  const current = db.pragma('user_version', { simple: true }) as number
  const owner = db.pragma('application_id', { simple: true }) as number
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (owner !== applicationId && !(isEmpty && owner === 0 && current === 0)) {
    return failed(
      'store.not-a-newsroom',
      '这个文件不是大样的资料库，没有动它。',
      '请换一个文件夹，或把这个文件移走。',
    )
  }
  if (current > newest) {
    return failed(
      'store.newer',
      `这份资料由更新版的大样写成（格式 ${current}，本机只认得 ${newest}），没有打开。`,
      '请把大样升级到新版，或用旧版的备份恢复。',
    )
  }
  for (const { version, sql } of migrations) {
    if (version <= current) continue
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${version}`)
    }).immediate()
  }
  return done(undefined)
}
