import type { KeptStorage } from './kept-storage'

/** For tests only: a window's storage. */
export class MemoryStorage implements KeptStorage {
  readonly items = new Map<string, string>()
  /** What is written was written by so many calls. */
  writes = 0

  get length(): number {
    return this.items.size
  }

  key(at: number): string | null {
    return [...this.items.keys()][at] ?? null
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null
  }

  setItem(key: string, text: string): void {
    this.writes++
    this.items.set(key, text)
  }

  removeItem(key: string): void {
    this.items.delete(key)
  }
}

/** The same storage, seen from a window that dies after so many more changes of it. */
export class DyingStorage implements KeptStorage {
  changesLeft = Infinity

  constructor(private readonly whole: KeptStorage) {}

  get length(): number {
    return this.whole.length
  }

  key = (at: number): string | null => this.whole.key(at)

  getItem = (key: string): string | null => this.whole.getItem(key)

  setItem(key: string, text: string): void {
    if (this.changesLeft-- > 0) this.whole.setItem(key, text)
  }

  removeItem(key: string): void {
    if (this.changesLeft-- > 0) this.whole.removeItem(key)
  }
}
