import type { SqliteFile } from './sqlite'

/** Made once and kept in derived.db. */
export class Thumbnails {
  readonly #read
  readonly #write

  constructor(db: SqliteFile) {
    this.#read = db.prepare<[string], Buffer>('SELECT jpeg FROM thumbnail WHERE hash = ?').pluck()
    this.#write = db.prepare('INSERT OR REPLACE INTO thumbnail (hash, jpeg) VALUES (?, ?)')
  }

  /** The JPEG of a photo; null when it has not been made yet. */
  read(hash: string): Uint8Array | null {
    return this.#read.get(hash) ?? null
  }

  keep(hash: string, jpeg: Uint8Array): void {
    this.#write.run(hash, jpeg)
  }
}
