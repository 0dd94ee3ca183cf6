import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type {
  LoggedPageChange,
  LoggedStep,
  OpenedPages,
  OpenedStory,
  Submission,
} from '../../shared/contract'
import type { Result } from '../../shared/contract/failure'
import type { StepsSent } from './authority'
import type { LogAnswer, LogQuestion } from './log-process.testing'
import { packageRoot } from './package-root'
import type { ChangesSent } from './page-line.testing'
import { valueOf } from './temporary-newsroom.testing'

/** For tests only: the newsroom's logs in processes of their own, to be killed and started again. */

/** Why what was asked of a log got no answer. */
export class Killed extends Error {}

/** A newsroom's logs in a process of its own. What is asked when it dies fails with Killed. */
export class KillableLog {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (value: unknown) => void>()
  readonly up: Promise<void>
  readonly dead: Promise<never>
  #asked = 0

  constructor(program: string, folder: string, answers: number) {
    this.#child = fork(program, [folder, String(answers)], { execArgv: [] })
    this.dead = once(this.#child, 'exit').then(([code, signal]) => {
      throw signal === 'SIGKILL' ? new Killed() : new Error(`The log ended by itself: ${code} ${signal}`)
    })
    this.dead.catch(() => undefined)
    this.#child.on('error', () => undefined)
    this.up = Promise.race([new Promise<void>(resolve => this.#waiting.set(0, () => resolve())), this.dead])
    this.up.catch(() => undefined)
    this.#child.on('message', ({ id, value }: LogAnswer) => {
      this.#waiting.get(id)?.(value)
      this.#waiting.delete(id)
    })
  }

  async #ask<T>(question: LogQuestion): Promise<T> {
    const id = ++this.#asked
    const answer = new Promise<unknown>(resolve => this.#waiting.set(id, resolve))
    // A line that is gone already says so to its callback; `dead` tells of it.
    this.#child.send({ id, question }, () => undefined)
    return valueOf((await Promise.race([answer, this.dead])) as Result<T>)
  }

  open = (storyId: string) => this.#ask<OpenedStory>({ ask: 'open', storyId })
  since = (storyId: string, version: number) => this.#ask<LoggedStep[]>({ ask: 'since', storyId, version })
  submit = (sent: StepsSent) => this.#ask<Submission>({ ask: 'submit', sent })
  edition = (editionId: string) => this.#ask<OpenedPages>({ ask: 'edition', editionId })
  changesSince = (pageId: string, version: number) =>
    this.#ask<LoggedPageChange[]>({ ask: 'changesSince', pageId, version })
  recent = (pageId: string, limit: number) => this.#ask<LoggedPageChange[]>({ ask: 'recent', pageId, limit })
  change = (sent: ChangesSent) => this.#ask<LoggedPageChange[]>({ ask: 'change', sent })

  /** Kills it and waits until it is gone. */
  async end(): Promise<void> {
    this.kill()
    await this.dead.catch(() => undefined)
  }

  kill = () => void this.#child.kill('SIGKILL')
}

/** log-process.ts as one file, which starts in a fraction of the time that its modules take one by one. */
export interface LogBundle {
  /** `answers`: how many submissions it takes and answers before it takes one and dies. */
  start(folder: string, answers?: number): KillableLog
  remove(): void
}

export async function bundleLog(): Promise<LogBundle> {
  const cache = join(packageRoot(), '.cache')
  mkdirSync(cache, { recursive: true })
  const bundle = mkdtempSync(join(cache, 'log-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: packageRoot(),
    ssr: { noExternal: true },
    build: {
      ssr: 'src/main/newsroom/log-process.testing.ts',
      outDir: bundle,
      target: 'node24',
      rolldownOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'log.mjs' } },
    },
  })
  return {
    start: (folder, answers = Infinity) => new KillableLog(join(bundle, 'log.mjs'), folder, answers),
    remove: () => rmSync(bundle, { recursive: true, force: true }),
  }
}

/** Numbers from 0 to 1, the same in every run of a lane. */
export function dice(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
}
