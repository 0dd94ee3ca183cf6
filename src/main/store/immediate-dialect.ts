import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely'
import type { SqliteFile } from './sqlite'

/**
 * Begins every transaction IMMEDIATE. A deferred one that reads first and then writes fails at once with
 * SQLITE_BUSY_SNAPSHOT, whatever the busy timeout, and all of ours read before they write.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: SqliteFile

  constructor(database: SqliteFile) {
    super({ database })
    this.#database = database
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk makes SQLite roll back by itself; asking for it again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** Kysely over an open better-sqlite3 file. */
export class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteFile

  constructor(database: SqliteFile) {
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database)
  }
}
