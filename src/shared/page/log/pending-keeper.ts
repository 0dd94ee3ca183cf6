import { z } from 'zod'
import type { KeptStorage } from '../../story/log/kept-storage'
import { readChange, toStored } from '../migrations/stored'
import type { PendingChange } from './page-log'

const keptSchema = z.array(z.object({ by: z.string(), change: z.unknown() }))

const prefix = 'dayang.page.'

/**
 * Keeps what the newsroom has not acknowledged where a crash of the window leaves it. Each window writes under
 * its own name, so two windows of one person never overwrite each other's; the next one that opens the page
 * takes over what is left, and sends it: the newsroom takes a change once however often it comes.
 */
export class PendingKeeper {
  constructor(
    private readonly storage: KeptStorage,
    private readonly windowId: string,
    /** Told when keeping fails: a full or forbidden storage costs only the net below the newsroom's own. */
    private readonly warn: (error: unknown) => void = () => undefined,
  ) {}

  #key(pageId: string): string {
    return `${prefix}${pageId}.${this.windowId}`
  }

  keep(pageId: string, pending: readonly PendingChange[]): void {
    this.#put(this.#key(pageId), pending)
  }

  #put(key: string, pending: readonly PendingChange[]): void {
    try {
      if (pending.length === 0) this.storage.removeItem(key)
      else {
        const kept = pending.map(({ by, change }) => ({ by, change: toStored(change) }))
        this.storage.setItem(key, JSON.stringify(kept))
      }
    } catch (error) {
      this.warn(error)
    }
  }

  /** Keeps work of somebody who does not sit here any more, until he does again. */
  setAside(pageId: string, pending: readonly PendingChange[]): void {
    for (const [by, own] of Map.groupBy(pending, one => one.by)) {
      this.#put(`${this.#key(pageId)}.${by}`, [...this.#kept(`${this.#key(pageId)}.${by}`), ...own])
    }
  }

  #kept = (key: string): PendingChange[] => parsed(this.storage.getItem(key)) ?? []

  /**
   * What any window left undelivered of one person's work on a page; whoever keeps it now says so with `keep`. Others'
   * stays where it is until they sit here, as does what cannot be read (a newer version of the program has written it).
   */
  takeOver(pageId: string, by: string): PendingChange[] {
    const page = `${prefix}${pageId}.`
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at)).filter(
      (key): key is string => (key?.startsWith(page) ?? false) && key !== this.#key(pageId),
    )
    const found = new Map<string, PendingChange>()
    const left: (readonly [key: string, others: PendingChange[]])[] = []
    for (const key of keys.sort()) {
      const read = parsed(this.storage.getItem(key))
      const own = read?.filter(one => one.by === by) ?? []
      if (!read || own.length === 0) continue
      for (const one of own) found.set(one.change.id, one)
      left.push([key, read.filter(one => one.by !== by)])
    }
    const pending = [...found.values()]
    // Kept under this window's name before it goes under the others'.
    if (pending.length > 0) this.keep(pageId, [...this.#kept(this.#key(pageId)), ...pending])
    for (const [key, others] of left) this.#put(key, others)
    return pending
  }
}

function parsed(text: string | null): PendingChange[] | null {
  try {
    const found = keptSchema.safeParse(JSON.parse(text ?? '[]'))
    if (!found.success) return null
    const pending = found.data.flatMap(({ by, change: kept }) => {
      const change = readChange(kept)
      return change ? [{ by, change }] : []
    })
    return pending.length === found.data.length ? pending : null
  } catch {
    return null
  }
}
