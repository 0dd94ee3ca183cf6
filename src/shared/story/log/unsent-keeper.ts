import { z } from 'zod'
import type { KeptStorage } from './kept-storage'
import type { LogClientIdentity, Unconfirmed } from './log-client'
import { stepJsonSchema } from './submission'
import type { UnsentSteps } from './unsent-steps'

const prefix = 'dayang.story.'

/** Steps in one entry of the storage: at every key only the last entry is written anew. */
const stepsInBlock = 50

const blockSchema = z.object({
  windowId: z.string(),
  storyId: z.string(),
  clientId: z.string(),
  personId: z.string(),
  version: z.number().int().min(0),
  /** Of the first step of all that waited, and of this entry's first. */
  first: z.number().int().min(0),
  sequence: z.number().int().min(0),
  steps: z.array(stepJsonSchema),
})
type Block = z.infer<typeof blockSchema>

/** An entry of the storage. */
interface Entry {
  /** Steps that it holds. */
  readonly size: number
  /** Its text where another window wrote it: should that one live after all, what it adds is its own. */
  readonly found: string | null
}

/** What stands in the storage for a client, by the entries' keys. */
interface Kept {
  readonly version: number
  readonly entries: ReadonlyMap<string, Entry>
}

/**
 * Keeps what the log has not acknowledged where a crash of the window leaves it. What goes on another version is
 * written whole before what it replaces is taken away: one of the two is there whenever the window dies, and either
 * is good, because the log takes each step once.
 */
export class UnsentKeeper {
  readonly #kept = new Map<string, Kept>()

  constructor(
    private readonly storage: KeptStorage,
    private readonly windowId: string,
    /** Told when keeping fails: a full or forbidden storage costs only the net below the newsroom's own. */
    private readonly warn: (error: unknown) => void,
  ) {}

  keep(identity: LogClientIdentity, unconfirmed: Unconfirmed | null): void {
    const { clientId } = identity
    const before = this.#kept.get(clientId)
    if (!before && !unconfirmed) return
    try {
      const entries = new Map(unconfirmed && this.#write(identity, unconfirmed, before))
      if (unconfirmed) this.#kept.set(clientId, { version: unconfirmed.version, entries })
      else this.#kept.delete(clientId)
      for (const [key, { found }] of before?.entries ?? []) {
        const isOurs = found === null || found === this.storage.getItem(key)
        if (!entries.has(key) && isOurs) this.storage.removeItem(key)
      }
    } catch (error) {
      this.warn(error)
    }
  }

  #write(identity: LogClientIdentity, unconfirmed: Unconfirmed, before?: Kept): [string, Entry][] {
    const { storyId, clientId, personId } = identity
    const { version, sequence, steps } = unconfirmed
    const written: [string, Entry][] = []
    for (let from = 0; from < steps.length; from += stepsInBlock) {
      const own = steps.slice(from, from + stepsInBlock)
      const key = `${prefix}${storyId}.${clientId}.${version}.${from}`
      const there = before?.version === version ? before.entries.get(key) : undefined
      // On one version steps are only added: an entry of as many is the same.
      if (there?.size === own.length) {
        written.push([key, there])
        continue
      }
      written.push([key, { size: own.length, found: null }])
      const block: Block = {
        windowId: this.windowId,
        storyId,
        clientId,
        personId,
        version,
        first: sequence,
        sequence: sequence + from,
        steps: own.map(step => step.toJSON() as Record<string, unknown>),
      }
      this.storage.setItem(key, JSON.stringify(block))
    }
    return written
  }

  /**
   * What windows that are gone have left undelivered, each client's once. From now on this window answers for it:
   * it goes from the storage when `keep` is told so. What cannot be read stays, for a program that can.
   */
  takeOver(isAlive: (windowId: string) => boolean): UnsentSteps[] {
    const found = new Map<string, { readonly key: string; readonly text: string; readonly block: Block }[]>()
    for (let at = 0; at < this.storage.length; at++) {
      const key = this.storage.key(at)
      const text = key?.startsWith(prefix) ? this.storage.getItem(key) : null
      const block = text === null ? null : readBlock(text)
      if (
        key === null ||
        text === null ||
        !block ||
        isAlive(block.windowId) ||
        this.#kept.has(block.clientId)
      )
        continue
      found.set(block.clientId, [...(found.get(block.clientId) ?? []), { key, text, block }])
    }
    return [...found].flatMap(([clientId, all]) => {
      // Of two versions the newer may not have been written to its end, unless the older is being taken away already:
      // from its beginning.
      const begun = all.filter(({ block }) => block.sequence === block.first)
      if (begun.length === 0) return []
      const version = Math.min(...begun.map(({ block }) => block.version))
      const entries = new Map(
        all.map(({ key, text, block }) => [key, { size: block.steps.length, found: text }]),
      )
      this.#kept.set(clientId, { version, entries })
      const blocks = all.map(({ block }) => block).filter(block => block.version === version)
      return [joined(blocks.toSorted((a, b) => a.sequence - b.sequence))]
    })
  }
}

/** The steps of blocks that follow each other; what follows a gap cannot be used. */
function joined(blocks: readonly Block[]): UnsentSteps {
  const { storyId, clientId, personId, version, first } = blocks[0]!
  const steps: Record<string, unknown>[] = []
  for (const block of blocks) if (block.sequence === first + steps.length) steps.push(...block.steps)
  return { storyId, clientId, personId, version, sequence: first, steps }
}

function readBlock(text: string): Block | null {
  try {
    return blockSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
