import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Result } from '../../shared/contract/failure'
import { openNewsroom, type Newsroom } from './newsroom'
import type { Surroundings } from './surroundings'

/** For tests only: newsrooms in folders that go when the test ends. */

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dayang-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a result holds; a failure fails the test with its sentence. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

/** The code of a failure; undefined for what went well. */
export const codeOf = (result: Result<unknown>): string | undefined =>
  result.ok ? undefined : result.failure.code

/** A clock that counts seconds from a moment, and identifiers that count up. */
export function countedWorld(start = '2026-11-23T10:00:00.000Z'): Surroundings {
  let seconds = 0
  let ids = 0
  return {
    now: () => new Date(Date.parse(start) + 1000 * seconds++),
    newId: () => `id-${++ids}`,
  }
}

/** An open newsroom that is closed when the test ends; `by` is somebody who sits at the desk. */
export async function temporaryNewsroom(
  options: { folder?: string; begin?: 'sample' | 'empty'; world?: Surroundings } = {},
): Promise<{ newsroom: Newsroom; by: string; folder: string }> {
  const { folder = temporaryFolder(), begin = 'empty', world } = options
  const newsroom = valueOf(await openNewsroom({ folder, begin, ...(world && { world }) }))
  onTestFinished(() => newsroom.close())
  const [person] = await newsroom.people.list()
  return { newsroom, by: person!.id, folder }
}
