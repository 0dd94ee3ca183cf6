import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Result } from '../../shared/contract/failure'
import type { Actor } from '../../shared/review/actor'
import { openNewsroom, type Newsroom } from './newsroom'
import { packageRoot } from './package-root'
import type { World } from './world'

/** For tests only: newsrooms in folders that go when the test ends. */

/** A folder that is removed when the test ends; in memory where that can be had (memory-folder.testing.ts). */
export const temporaryFolder = (): string => folderIn(tmpdir())

/** The same among the project's own files, for newsrooms that are killed. */
export function diskFolder(): string {
  const cache = join(packageRoot(), '.cache')
  mkdirSync(cache, { recursive: true })
  return folderIn(cache)
}

function folderIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'dayang-'))
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
export function countedWorld(start = '2026-11-23T10:00:00.000Z'): World {
  let seconds = 0
  let ids = 0
  return {
    now: () => new Date(Date.parse(start) + 1000 * seconds++),
    newId: () => `id-${++ids}`,
  }
}

/** Somebody of a newsroom as one who speaks; the first on its list of people where nobody is named. */
export async function actorOf({ people }: Newsroom, personId?: string): Promise<Actor> {
  const [first] = await people.list()
  return valueOf(await people.actorAt(personId ?? first!.id))
}

/** What a window is told at which the first on the list of people sits. */
export const eventsOf = (newsroom: Newsroom, signal?: AbortSignal): ReturnType<Newsroom['desk']['events']> =>
  newsroom.desk.events({ actor: () => actorOf(newsroom), watch: () => () => undefined }, signal)

/** An open newsroom that is closed when the test ends; `actor` is somebody who sits at the desk. */
export async function temporaryNewsroom(
  options: { folder?: string; begin?: 'sample' | 'empty'; world?: World } = {},
): Promise<{ newsroom: Newsroom; actor: Actor; folder: string }> {
  const { folder = temporaryFolder(), begin = 'empty', world } = options
  const newsroom = valueOf(await openNewsroom({ folder, begin, ...(world && { world }) }))
  onTestFinished(() => newsroom.close())
  return { newsroom, actor: await actorOf(newsroom), folder }
}
