import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { build } from 'vite'
import { WebSocket } from 'ws'
import type { contract } from '../../shared/contract'
import { packageRoot } from '../newsroom/package-root'

/** For tests only: the newsroom behind the browser door, in processes of their own. */

export type Client = ContractRouterClient<typeof contract>

/** serve.ts as one file that plain Node can run; inside the project, where its packages are found. */
export interface ServeBundle {
  readonly program: string
  /** Starts it on a folder; a new one begins empty. */
  start(folder: string): Promise<Running>
  remove(): void
}

export async function bundleServe(): Promise<ServeBundle> {
  const cache = join(packageRoot(), '.cache')
  mkdirSync(cache, { recursive: true })
  const bundle = mkdtempSync(join(cache, 'serve-'))
  // Readable by everybody: one test runs it as a user who may write nowhere.
  chmodSync(bundle, 0o755)
  await build({
    configFile: false,
    logLevel: 'error',
    root: packageRoot(),
    build: {
      ssr: 'src/main/serve.ts',
      outDir: bundle,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'serve.mjs' } },
    },
  })
  const program = join(bundle, 'serve.mjs')
  return {
    program,
    start: folder => start(program, folder),
    remove: () => rmSync(bundle, { recursive: true, force: true }),
  }
}

export interface Running {
  readonly child: ChildProcess
  readonly origin: string
  readonly cookie: string
}

async function start(program: string, folder: string): Promise<Running> {
  const child = spawn(process.execPath, [program, '--data', folder, '--empty'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const entered = await fetch(url, { redirect: 'manual' })
  return { child, origin: new URL(url).origin, cookie: entered.headers.get('set-cookie')!.split(';')[0]! }
}

/** A line to the newsroom, on which its first person sits; calls on it fail when it drops, as the window's do. */
export async function connect({
  origin,
  cookie,
}: Running): Promise<{ client: Client; dropped: Promise<never>; personId: string }> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
  await once(socket, 'open')
  socket.on('error', () => socket.terminate())
  const dropped = once(socket, 'close').then(() => {
    throw new Dropped()
  })
  dropped.catch(() => undefined)
  const client: Client = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  )
  const personId = (await client.people.list())[0]!.id
  await client.desk.sit({ personId })
  return { client, dropped, personId }
}

/** Why a call on a line that dropped got no answer. */
export class Dropped extends Error {}
