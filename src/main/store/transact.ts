import type { Kysely, Transaction } from 'kysely'
import type { Result } from '../../shared/contract/failure'
import { expecting } from './failures'
import type { NewsroomTables } from './tables'

/** The newsroom's tables, within a transaction or outside one: what repositories work on. */
export type Tables = Kysely<NewsroomTables>

class Rollback extends Error {
  constructor(readonly result: Result<never>) {
    super('rolled back')
  }
}

/**
 * Runs `work` in one IMMEDIATE transaction. A failure that it returns rolls everything back and is handed on,
 * as is one of SQLite's that the user can do something about (a full disk, for example).
 */
export function transact<T>(
  tables: Tables,
  work: (tables: Transaction<NewsroomTables>) => Promise<Result<T>>,
): Promise<Result<T>> {
  return expecting(async () => {
    try {
      return await tables.transaction().execute(async transaction => {
        const result = await work(transaction)
        if (!result.ok) throw new Rollback(result)
        return result
      })
    } catch (error) {
      if (error instanceof Rollback) return error.result
      throw error
    }
  })
}
