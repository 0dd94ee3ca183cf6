import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who has a folder's newsroom open: written beside the lock, for sentences and guesses only. */
export interface Holder {
  readonly host: string
  readonly user: string
  readonly pid: number
  readonly since: string
}

export const holderFile = (folder: string): string => join(folder, 'newsroom.holder.json')

export function readHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderFile(folder), 'utf8')) as Holder
  } catch {
    // The name is a courtesy: without it the sentence is still true.
    return null
  }
}

/** Whether a folder holds a newsroom that was closed cleanly and that nobody has open, as far as its files tell. */
export const looksClosed = (folder: string): boolean =>
  existsSync(join(folder, 'newsroom.db')) && !existsSync(holderFile(folder))
