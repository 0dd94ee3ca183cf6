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
    try {
      if (pending.length === 0) this.storage.removeItem(this.#key(pageId))
      else {
        const kept = pending.map(({ by, change }) => ({ by, change: toStored(change) }))
        this.storage.setItem(this.#key(pageId), JSON.stringify(kept))
      }
    } catch (error) {
      this.warn(error)
    }
  }

  /**
   * What any window left undelivered on a page, from now on kept under this window's name. What cannot be read
   * (a newer version of the program has written it) stays where it is, for whoever can.
   */
  takeOver(pageId: string): PendingChange[] {
    const own = `${prefix}${pageId}.`
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at)).filter(
      (key): key is string => key?.startsWith(own) ?? false,
    )
    const found = new Map<string, PendingChange>()
    const taken: string[] = []
    for (const key of keys.sort()) {
      const read = parsed(this.storage.getItem(key))
      if (!read) continue
      taken.push(key)
      for (const one of read) found.set(one.change.id, one)
    }
    const pending = [...found.values()]
    if (taken.length > 0) this.keep(pageId, pending)
    for (const key of taken) if (key !== this.#key(pageId)) this.storage.removeItem(key)
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
