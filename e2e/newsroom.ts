import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { contract } from '../src/shared/contract'

/** The project's folder, where every test is started. */
export const root = process.cwd()

/** A newsroom behind the browser door, in a process of its own. */
export interface NewsroomProcess {
  /** Address with the one-time token. */
  readonly url: string
  /** Closes it as Ctrl C does; resolves when it has ended. */
  close(): Promise<void>
  /** Ends it as a power cut would end it. */
  kill(): Promise<void>
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Starts the built newsroom on a folder and a free port; what it says on standard error is in the failure. */
export async function startNewsroom(folder: string, ...options: string[]): Promise<NewsroomProcess> {
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--data', folder, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`The newsroom ended: ${complaints}`))),
  ])) as [string]
  const { url } = JSON.parse(line) as { url: string }
  return { url, close: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
}

export type NewsroomClient = ContractRouterClient<typeof contract>

/** Goes in by the address with the one-time token, as a browser does, and sits down as the first of its people. */
export async function enter(url: string): Promise<{ client: NewsroomClient; cookie: string }> {
  const { origin } = new URL(url)
  const answer = await fetch(url, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  // Ends with the newsroom.
  const websocket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
  const client: NewsroomClient = createORPCClient(
    new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket }),
  )
  const [person] = await client.people.list()
  await client.desk.sit({ personId: person!.id })
  return { client, cookie }
}
