import { z } from 'zod'
import { pageChangeSchema } from '../../shared/page'
import type { PendingChange } from './page-log'

/** The little of `Storage` that keeping needs. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const keptSchema = z.array(z.object({ by: z.string(), change: pageChangeSchema }))

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
  ) {}

  #key(pageId: string): string {
    return `${prefix}${pageId}.${this.windowId}`
  }

  keep(pageId: string, pending: readonly PendingChange[]): void {
    try {
      if (pending.length === 0) this.storage.removeItem(this.#key(pageId))
      else this.storage.setItem(this.#key(pageId), JSON.stringify(pending))
    } catch (error) {
      // A full or forbidden storage costs only the net below the newsroom's own.
      console.warn(error)
    }
  }

  /** What any window left undelivered on a page, from now on kept under this window's name. */
  takeOver(pageId: string): PendingChange[] {
    const own = `${prefix}${pageId}.`
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at)).filter(
      (key): key is string => key?.startsWith(own) ?? false,
    )
    const found = new Map<string, PendingChange>()
    for (const key of keys.sort()) {
      for (const one of parsed(this.storage.getItem(key))) found.set(one.change.id, one)
    }
    const pending = [...found.values()]
    if (keys.length > 0) this.keep(pageId, pending)
    for (const key of keys) if (key !== this.#key(pageId)) this.storage.removeItem(key)
    return pending
  }
}

function parsed(text: string | null): PendingChange[] {
  if (text === null) return []
  try {
    const found = keptSchema.safeParse(JSON.parse(text))
    return found.success ? found.data : []
  } catch {
    return []
  }
}
