import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { done, type Result } from '../shared/contract/failure'
import { openBrowserDoor } from './door/browser-door'
import { newToken } from './door/guard'
import { dataFolder } from './newsroom/data-folder'
import { openNewsroom, type NewsroomOptions } from './newsroom/newsroom'
import { packageRoot } from './newsroom/package-root'
import { createRouter } from './newsroom/router'

export interface ServeOptions extends NewsroomOptions {
  /** A free one when not given. */
  readonly port?: number
  /** A new one when not given. */
  readonly token?: string
  /** The built window; out/renderer when not given. */
  readonly windowFolder?: string
}

/** A newsroom behind the browser door. */
export interface Served {
  /** Address with the one-time token. */
  readonly url: string
  readonly port: number
  readonly folder: string
  close(): Promise<void>
}

/** Opens a folder's newsroom and the browser door to it. Fails as either does; nothing stays open then. */
export async function serve(options: ServeOptions): Promise<Result<Served>> {
  const opened = await openNewsroom(options)
  if (!opened.ok) return opened
  const newsroom = opened.value
  const door = await openBrowserDoor({
    router: createRouter(newsroom),
    windowFolder: options.windowFolder ?? join(packageRoot(), 'out', 'renderer'),
    port: options.port ?? 0,
    token: options.token ?? newToken(),
  })
  if (!door.ok) {
    await newsroom.close()
    return door
  }
  const { url, port } = door.value
  return done({
    url,
    port,
    folder: newsroom.folder,
    async close() {
      await door.value.close()
      await newsroom.close()
    },
  })
}

const usage = '用法：serve [--data 文件夹] [--port 端口] [--token 口令] [--empty]'

/** The start command's side: one line of JSON with the address, then runs until it is told to stop. */
async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (!options) {
    process.stderr.write(`${usage}\n`)
    process.exitCode = 2
    return
  }
  const served = await serve(options)
  if (!served.ok) {
    const { code, message, remedy } = served.failure
    process.stderr.write(`${message}${remedy}（${code}）\n`)
    process.exitCode = 1
    return
  }
  const { url, folder, close } = served.value
  process.stdout.write(`${JSON.stringify({ url, folder })}\n`)
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      void close().then(() => process.exit(0))
    })
  }
}

function readOptions(args: string[]): ServeOptions | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        token: { type: 'string' },
        empty: { type: 'boolean' },
      },
    })
    const port = values.port === undefined ? 0 : Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return null
    const system = { platform: process.platform, home: homedir(), env: process.env }
    return {
      folder: resolve(values.data ?? dataFolder(system)),
      port,
      begin: values.empty ? 'empty' : 'sample',
      ...(values.token && { token: values.token }),
    }
  } catch {
    // parseArgs throws for what it does not know.
    return null
  }
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === self) void main(process.argv.slice(2))
