import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failed, type Result } from '../../shared/contract/failure'
import type { Newsroom } from '../newsroom/newsroom'
import type { GivenArguments } from './arguments'
import type { Terminal } from './command'

/**
 * Opens the newsroom of --data, does something in it and closes it. Fails with terminal.no-newsroom, as opening
 * does (a desk that is open keeps the newsroom to itself), and as `work` does.
 */
export async function withNewsroom<T>(
  given: GivenArguments,
  terminal: Terminal,
  work: (newsroom: Newsroom) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = resolve(terminal.folder, given.text('data') ?? terminal.data)
  // Looking must not found a newsroom where there is none.
  if (!existsSync(join(folder, 'newsroom.db'))) {
    return failed('terminal.no-newsroom', `“${folder}”里没有大样的数据。`, '请用 --data 指明数据文件夹。')
  }
  // The other commands need no database: it is loaded when it is asked for.
  const { openNewsroom } = await import('../newsroom/newsroom')
  const { realWorld } = await import('../newsroom/world')
  const world = { ...realWorld, now: () => terminal.now() }
  const opened = await openNewsroom({ folder, world })
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
