import type { SqliteFile } from './sqlite'

/** What photos' files say of them: read once and kept in derived.db, as JSON. */
export class KeptPhotoFacts<Facts> {
  readonly #read
  readonly #write

  constructor(db: SqliteFile) {
    this.#read = db.prepare<[string], string>('SELECT facts FROM photo_facts WHERE hash = ?').pluck()
    this.#write = db.prepare('INSERT OR REPLACE INTO photo_facts (hash, facts) VALUES (?, ?)')
  }

  /** The facts of a photo; null when its file has not been read yet. */
  read(hash: string): Facts | null {
    const kept = this.#read.get(hash)
    return kept === undefined ? null : (JSON.parse(kept) as Facts)
  }

  keep(hash: string, facts: Facts): void {
    this.#write.run(hash, JSON.stringify(facts))
  }
}
