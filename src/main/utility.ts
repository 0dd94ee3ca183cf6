import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { logBugs, surviveBugs } from './door/log-bugs'
import { dataFolder } from './newsroom/data-folder'
import { openNewsroom } from './newsroom/newsroom'
import { createRouter } from './newsroom/router'
import { newConnection } from './newsroom/seat'
import { readShellOptions } from './shell/command-line'
import type { NewsroomMessage, ShellMessage } from './shell/newsroom-messages'

/**
 * Electron's newsroom: the services in a process of their own, one port to each window. Messages that come before the
 * folder is open wait for it.
 */
const shell = process.parentPort
const tell = (message: NewsroomMessage) => shell.postMessage(message)

async function main(): Promise<void> {
  surviveBugs()
  const system = { platform: process.platform, home: homedir(), env: process.env }
  const { data } = readShellOptions(process.argv)
  const opened = openNewsroom({ folder: resolve(data ?? dataFolder(system)), begin: 'sample' })
  const handler = opened.then(result =>
    result.ok ? new RPCHandler(createRouter(result.value), { interceptors: [logBugs] }) : null,
  )

  shell.on('message', ({ data, ports }) => {
    const message = data as ShellMessage
    if (message.kind === 'close') {
      void opened.then(async result => {
        if (result.ok) await result.value.close()
        process.exit(0)
      })
      return
    }
    const [port] = ports
    if (!port) return
    void handler.then(calls => {
      // A window's port is its line: whoever sits at that window sits there.
      calls?.upgrade(port, { context: newConnection() })
      port.start()
    })
  })

  const result = await opened
  tell(
    result.ok ? { kind: 'open', folder: result.value.folder } : { kind: 'failed', failure: result.failure },
  )
}

void main()
