import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import type { Failure } from '../../shared/contract'
import type { NewsroomMessage, ShellMessage } from './newsroom-messages'
import { afterDeath } from './restarts'

/** What the shell must know of the newsroom. */
export interface NewsroomWatcher {
  opened(folder: string): void
  /** The folder could not be opened. */
  failed(failure: Failure): void
  /** It died too often to be started again. */
  lost(): void
}

/**
 * The newsroom in a process of its own: a long query stops no window, a crash takes none down. Starts it again when
 * it dies and gives every connected window a new port; the windows send again what was not acknowledged.
 */
export class NewsroomProcess {
  readonly #windows = new Set<WebContents>()
  #child: UtilityProcess
  #deaths: number[] = []
  #closing = false
  #failed = false

  constructor(
    readonly entry: string,
    readonly args: string[],
    readonly watcher: NewsroomWatcher,
  ) {
    this.#child = this.#start()
  }

  /** Hands a window its port, now and after every restart. */
  connect(window: WebContents): void {
    if (!this.#windows.has(window)) {
      this.#windows.add(window)
      window.once('destroyed', () => this.#windows.delete(window))
    }
    this.#handPort(window)
  }

  /** Lets the newsroom close its files; resolves when its process has ended. */
  close(): Promise<void> {
    this.#closing = true
    if (this.#child.pid === undefined) return Promise.resolve()
    return new Promise(resolve => {
      this.#child.once('exit', () => resolve())
      this.#child.postMessage({ kind: 'close' } satisfies ShellMessage)
      // Every acknowledged step is on the disk already: a newsroom that hangs may be ended.
      setTimeout(() => this.#child.kill(), 5000)
    })
  }

  #handPort(window: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#child.postMessage({ kind: 'window' } satisfies ShellMessage, [port1])
    window.postMessage('dayang:port', null, [port2])
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(this.entry, this.args, { serviceName: '大样编务', stdio: 'inherit' })
    child.on('message', (message: NewsroomMessage) => {
      if (message.kind === 'open') this.watcher.opened(message.folder)
      else {
        this.#failed = true
        this.watcher.failed(message.failure)
      }
    })
    child.once('exit', () => {
      if (!this.#closing && !this.#failed) this.#revive()
    })
    return child
  }

  #revive(): void {
    const { deaths, wait } = afterDeath(this.#deaths, Date.now())
    this.#deaths = deaths
    if (wait === null) {
      this.watcher.lost()
      return
    }
    setTimeout(() => {
      if (this.#closing) return
      this.#child = this.#start()
      for (const window of this.#windows) this.#handPort(window)
    }, wait)
  }
}
