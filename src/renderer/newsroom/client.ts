import { createORPCClient, DynamicLink, ORPCError } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { Failure } from '../../shared/contract'
import {
  Connection,
  expectedFailure,
  isLineEnded,
  type Dial,
  type Link,
  type NewsroomClient,
} from './connection'

export type { NewsroomClient } from './connection'

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

/** Electron: a new port replaces the old one whenever the newsroom process was started again. */
const dialPort =
  (bridge: Bridge): Dial =>
  ({ opened, dropped }) => {
    const take = (event: MessageEvent) => {
      if (event.source !== window || event.data !== 'dayang:port') return
      const port = event.ports[0]
      if (!port) return
      const link = new PortLink({ port }) as unknown as Link
      port.start()
      opened(link, () => {
        window.removeEventListener('message', take)
        port.close()
        dropped()
      })
    }
    window.addEventListener('message', take)
    bridge.connect()
  }

const dialSocket: Dial = ({ opened, dropped }) => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/rpc`)
  socket.addEventListener('open', () =>
    opened(new SocketLink({ websocket: socket }) as unknown as Link, () => socket.close()),
  )
  socket.addEventListener('close', dropped)
}

export const connection = new Connection(
  window.dayang ? dialPort(window.dayang) : dialSocket,
  (work, ms) => void setTimeout(work, ms),
)

/** The newsroom, typed by the contract: the only thing in the window that leaves it. */
export const client: NewsroomClient = createORPCClient(new DynamicLink(connection.link))

/** Throws like a call that failed as expected. */
export const expected = (failure: Failure): Error => new ORPCError('EXPECTED', { data: failure })

/** What to show for an error that came back: the newsroom's own sentence, or one for a bug or a lost line. */
export function failureOf(error: unknown): Failure {
  const failure = expectedFailure(error)
  // Nobody sits there because whoever did could not sit down again: that is what he has to know.
  if (failure) return (failure.code === 'actor.none' && connection.lostSeat) || failure
  if (!connection.up || isLineEnded(error)) {
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
