import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { done, type Result } from '../../shared/contract/failure'
import type { Terminal } from './command'
import { fileFailure } from './read-files'

/** Writes beside the place and moves there: what stands under the name is always whole. */
export async function writeWhole(name: string, bytes: Uint8Array, terminal: Terminal): Promise<Result<void>> {
  const path = resolve(terminal.folder, name)
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await writeFile(draft, bytes)
    await rename(draft, path)
    return done(undefined)
  } catch (error) {
    await rm(draft, { force: true })
    const failure = fileFailure(error, name)
    if (!failure) throw error
    return { ok: false, failure }
  }
}
