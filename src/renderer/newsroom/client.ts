import { createORPCClient, DynamicLink, ORPCError, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract, Failure } from '../../shared/contract'

type Link = ClientLink<Record<never, never>>

/** What Electron's preload offers; absent in the browser. */
interface Bridge {
  /** Asks for a fresh port to the newsroom; it arrives as a window message with `dayang:port`. */
  connect(): void
}

declare global {
  interface Window {
    dayang?: Bridge
  }
}

const retryAfter = [200, 500, 1000, 2000, 4000]

/**
 * One line to the newsroom that comes back by itself. Calls made while it is down wait for the next one;
 * calls under way when it drops fail, and whoever made them decides whether to send again.
 */
class Connection {
  #link: Promise<Link>
  #tries = 0
  readonly #watchers = new Set<(up: boolean) => void>()
  up = false

  constructor() {
    this.#link = this.#open()
  }

  link = (): Promise<Link> => this.#link

  watch(watcher: (up: boolean) => void): () => void {
    this.#watchers.add(watcher)
    watcher(this.up)
    return () => this.#watchers.delete(watcher)
  }

  #tell(up: boolean): void {
    if (up === this.up) return
    this.up = up
    for (const watcher of this.#watchers) watcher(up)
  }

  #open(): Promise<Link> {
    return window.dayang ? this.#openPort(window.dayang) : this.#openSocket()
  }

  #openPort(bridge: Bridge): Promise<Link> {
    return new Promise(resolve => {
      // A new port replaces the old one whenever the newsroom process was started again.
      const take = (event: MessageEvent) => {
        if (event.source !== window || event.data !== 'dayang:port') return
        const port = event.ports[0]
        if (!port) return
        const link = new PortLink({ port }) as unknown as Link
        port.start()
        this.#link = Promise.resolve(link)
        this.#tell(false)
        this.#tell(true)
        resolve(link)
      }
      window.addEventListener('message', take)
      bridge.connect()
    })
  }

  #openSocket(): Promise<Link> {
    return new Promise(resolve => {
      const connect = () => {
        const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/rpc`)
        let opened = false
        socket.addEventListener('open', () => {
          opened = true
          this.#tries = 0
          this.#tell(true)
          resolve(new SocketLink({ websocket: socket }) as unknown as Link)
        })
        socket.addEventListener('close', () => {
          const wait = retryAfter[Math.min(this.#tries++, retryAfter.length - 1)]
          if (!opened) {
            setTimeout(connect, wait)
            return
          }
          this.#tell(false)
          this.#link = new Promise(next => setTimeout(() => next(this.#openSocket()), wait))
        })
      }
      connect()
    })
  }
}

export const connection = new Connection()

export type NewsroomClient = ContractRouterClient<typeof contract>

/** The newsroom, typed by the contract: the only thing in the window that leaves it. */
export const client: NewsroomClient = createORPCClient(new DynamicLink(connection.link))

/** Throws like a call that failed as expected. */
export const expected = (failure: Failure): Error => new ORPCError('EXPECTED', { data: failure })

/** What to show for an error that came back: the newsroom's own sentence, or one for a bug or a lost line. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError && error.code === 'EXPECTED') return error.data as Failure
  if (!connection.up) {
    return {
      code: 'window.offline',
      message: '与编务后台的连接断开了，窗口里的文字都还在。',
      remedy: '正在自动重连；若一直连不上，请重新启动大样。',
    }
  }
  console.error(error)
  return {
    code: 'window.unexpected',
    message: '大样内部出了差错，这一步没有做成，稿件没有变动。',
    remedy: '请再试一次；仍不行就重新启动大样。',
  }
}
