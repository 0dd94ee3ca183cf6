import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { done, type Result } from '../shared/contract/failure'
import { openBrowserDoor, type BrowserDoor } from './door/browser-door'
import { newToken } from './door/guard'
import { surviveBugs } from './door/log-bugs'
import { keepPort, lastPort } from './door/last-port'
import { dataFolder } from './newsroom/data-folder'
import type { Newsroom, NewsroomOptions } from './newsroom/newsroom'
import { packageRoot } from './newsroom/package-root'
import { looksClosed } from './store/holder'

export interface ServeOptions extends NewsroomOptions {
  /** The folder's last one, where it is free, or another, when not given. */
  readonly port?: number
  /** A new one when not given. */
  readonly token?: string
  /** The built window; out/renderer when not given. */
  readonly windowFolder?: string
  /**
   * Hears the address once the window's files are served, while the newsroom is still being opened; not where it looks as
   * if it could not be.
   */
  readonly listening?: (url: string) => void
}

/** A newsroom behind the browser door. */
export interface Served {
  /** Address with the one-time token. */
  readonly url: string
  readonly port: number
  readonly folder: string
  close(): Promise<void>
}

/** The newsroom's code is most of the program: the door listens before it has been read. */
async function openBehind(options: NewsroomOptions) {
  const [{ openNewsroom }, { createRouter }] = await Promise.all([
    import('./newsroom/newsroom'),
    import('./newsroom/router'),
  ])
  const opened = await openNewsroom(options)
  return opened.ok ? done({ newsroom: opened.value, router: createRouter(opened.value) }) : opened
}

/** Opens the door at the port that was asked for, else at the folder's last one, else at any. */
async function openDoor(
  options: ServeOptions,
  router: Parameters<typeof openBrowserDoor>[0]['router'],
): Promise<Result<BrowserDoor>> {
  const at = (port: number) =>
    openBrowserDoor({
      router,
      windowFolder: options.windowFolder ?? join(packageRoot(), 'out', 'renderer'),
      port,
      token: options.token ?? newToken(),
    })
  if (options.port) return at(options.port)
  const last = await lastPort(options.folder)
  const door = await at(last)
  return door.ok || last === 0 ? door : at(0)
}

/** Why a call that waited for the newsroom has none. */
const noNewsroom = new Error('The newsroom could not be opened')

/** Opens a folder's newsroom and the browser door to it. Fails as either does; nothing stays open then. */
export async function serve(options: ServeOptions): Promise<Result<Served>> {
  const isClosed = looksClosed(options.folder)
  const opening = openBehind(options)
  const router = opening.then(opened => (opened.ok ? opened.value.router : Promise.reject(noNewsroom)))
  // Told by `opening`.
  router.catch(() => undefined)
  const door = await openDoor(options, router)
  if (door.ok && isClosed) options.listening?.(door.value.url)
  const opened = await opening
  if (!opened.ok) {
    if (door.ok) await door.value.close()
    return opened
  }
  const newsroom: Newsroom = opened.value.newsroom
  if (!door.ok) {
    await newsroom.close()
    return door
  }
  const { url, port } = door.value
  await keepPort(options.folder, port)
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

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const usage = '用法：serve [--data 文件夹] [--port 端口] [--token 口令] [--empty] [--early]'

/**
 * The start command's side: one line of JSON with the address and the folder, then runs until it is told to stop.
 * `--early`: the same as `listening` in a line before, while the newsroom is still being opened.
 */
async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  if (!options) {
    process.stderr.write(`${usage}\n`)
    process.exitCode = 2
    return
  }
  surviveBugs()
  const served = await serve(options)
  if (!served.ok) {
    const { code, message, remedy } = served.failure
    process.stderr.write(`${message}${remedy}（${code}）\n`)
    process.exitCode = 1
    return
  }
  const { url, folder, close } = served.value
  say({ url, folder })
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
        early: { type: 'boolean' },
      },
    })
    const port = values.port === undefined ? 0 : Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return null
    const system = { platform: process.platform, home: homedir(), env: process.env }
    const folder = resolve(values.data ?? dataFolder(system))
    return {
      folder,
      port,
      begin: values.empty ? 'empty' : 'sample',
      ...(values.token && { token: values.token }),
      ...(values.early && { listening: (url: string) => say({ listening: { url, folder } }) }),
    }
  } catch {
    // parseArgs throws for what it does not know.
    return null
  }
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === self) void main(process.argv.slice(2))
