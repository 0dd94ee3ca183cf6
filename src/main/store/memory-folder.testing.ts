import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const inMemory = '/dev/shm'
/** A container may have as little as 64 MB there. */
const leastFree = 1_000_000_000

/** Where the system keeps files in memory and has room for them; else where its temporary files lie. */
function parent(): string {
  try {
    accessSync(inMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize >= leastFree ? inMemory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/**
 * For tests only: a folder for the passing newsrooms of one run, in memory where it can be. A newsroom waits for the
 * disk at every step, and no order of steps depends on that; what outlives a kill does lie on a disk (`diskFolder`).
 */
export function memoryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(parent(), 'dayang-tests-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** vitest's global set-up: temporary files of all tests go into one such folder. */
export default function setUp(): () => void {
  const { folder, remove } = memoryFolder()
  process.env['TMPDIR'] = folder
  return remove
}
