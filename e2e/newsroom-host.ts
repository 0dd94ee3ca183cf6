import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root, type NewsroomProcess } from './newsroom'

/** What the host answers to a request of the same id. */
interface Answer {
  readonly id: number
  readonly value?: string
  readonly error?: string
}

/** One host process at a time, in which the newsrooms of a worker's cases open, each on its own folder. */
export class NewsroomHost {
  #child: ChildProcess | null = null
  #complaints = ''
  #asked = 0

  /** Opens a folder's newsroom; `kill` of it ends the whole host, and the next newsroom gets a new one. */
  async open(folder: string): Promise<NewsroomProcess> {
    const child = (this.#child ??= this.#start())
    const url = await this.#ask(child, 'open', folder)
    return {
      url: url!,
      close: async () => {
        if (isAlive(child)) await this.#ask(child, 'close', folder)
      },
      kill: () => this.#end(child, 'SIGKILL'),
    }
  }

  /** Ends the process, so that the next newsroom knows only what the folder holds. */
  async end(): Promise<void> {
    if (this.#child) await this.#end(this.#child, 'SIGTERM')
  }

  #start(): ChildProcess {
    const child = fork(join(root, 'e2e/newsroom-host.mjs'), [], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child.setMaxListeners(0)
    this.#complaints = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#complaints += text))
    return child
  }

  async #end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (this.#child === child) this.#child = null
    if (!isAlive(child)) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  #ask(child: ChildProcess, ask: 'open' | 'close', folder: string): Promise<string | undefined> {
    const id = ++this.#asked
    return new Promise((resolve, reject) => {
      const hear = (answer: Answer) => {
        if (answer.id !== id) return
        leave()
        if (answer.error === undefined) resolve(answer.value)
        else reject(new Error(answer.error))
      }
      const gone = () => {
        leave()
        if (this.#child === child) this.#child = null
        reject(new Error(`The newsrooms' host ended: ${this.#complaints}`))
      }
      const leave = () => child.off('message', hear).off('exit', gone)
      child.on('message', hear).on('exit', gone)
      child.send({ id, ask, folder })
    })
  }
}

const isAlive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null
