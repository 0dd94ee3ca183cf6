import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { contract } from '../../shared/contract'
import { CollabWriter } from '../newsroom/collab-writer.testing'
import { packageRoot } from '../newsroom/package-root'
import { temporaryFolder } from '../newsroom/temporary-newsroom.testing'

type Client = ContractRouterClient<typeof contract>

/** serve.ts as one file that plain Node can run; inside the project, where its packages are found. */
let bundle: string

beforeAll(async () => {
  const cache = join(packageRoot(), '.cache')
  mkdirSync(cache, { recursive: true })
  bundle = mkdtempSync(join(cache, 'serve-'))
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
})
afterAll(() => rmSync(bundle, { recursive: true, force: true }))

interface Running {
  readonly child: ChildProcess
  readonly origin: string
  readonly cookie: string
}

async function start(folder: string): Promise<Running> {
  const child = spawn(process.execPath, [join(bundle, 'serve.mjs'), '--data', folder, '--empty'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const entered = await fetch(url, { redirect: 'manual' })
  return { child, origin: new URL(url).origin, cookie: entered.headers.get('set-cookie')!.split(';')[0]! }
}

/** A line to the newsroom; calls on it fail when it drops, as the window's do. */
async function connect({ origin, cookie }: Running): Promise<{ client: Client; dropped: Promise<never> }> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
  await once(socket, 'open')
  socket.on('error', () => socket.terminate())
  const dropped = once(socket, 'close').then(() => {
    throw new Dropped()
  })
  dropped.catch(() => undefined)
  return {
    client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    dropped,
  }
}

class Dropped extends Error {}

test('killing the newsroom while two editors type loses no step that was acknowledged', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  const { client } = await connect(first)
  const by = (await client.people.list())[0]!.id
  const { id } = await client.stories.create({ by, template: null, plan: {} })
  const opened = await client.stories.open({ id })
  const writers = ['a', 'b'].map(clientId => new CollabWriter(opened, by, clientId))
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  let acknowledged = 0
  let resent = 0
  for (let round = 0; round < 30; round++) {
    const running = await start(folder)
    const line = await connect(running)
    // Whatever was acknowledged before the kill is there; what was not may be there too, and is taken once.
    const { row } = await line.client.stories.open({ id })
    expect(row.version).toBeGreaterThanOrEqual(acknowledged)
    resent += row.version - acknowledged

    const type = async (writer: CollabWriter) => {
      for (let stroke = 0; ; stroke++) {
        if (stroke % 5 === 4) writer.split(0.9)
        else writer.type((stroke * 0.37) % 1, stroke % 7 === 6 ? '' : '灯')
        const submit = line.client.stories.submit
        await Promise.race([
          writer.send(async sent => {
            const answer = await submit({ ...sent, steps: [...sent.steps] })
            if (answer.status === 'taken') taken(answer.version)
            return answer
          }),
          line.dropped,
        ])
      }
    }
    // Killed after a number of acknowledgements that is another in every round, at whatever it is doing then.
    let left = 1 + ((round * 7) % 17)
    const taken = (version: number) => {
      acknowledged = Math.max(acknowledged, version)
      if (--left === 0) setTimeout(() => running.child.kill('SIGKILL'), round % 5)
    }
    const typing = writers.map(type)
    for (const outcome of await Promise.allSettled(typing)) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(Dropped)
    }
    if (running.child.exitCode === null && running.child.signalCode === null)
      await once(running.child, 'exit')
    expect(running.child.signalCode).toBe('SIGKILL')
  }

  const last = await start(folder)
  onTestFinished(() => void last.child.kill('SIGKILL'))
  const { client: end } = await connect(last)
  // Both windows catch up and send what was never answered: their own steps among what they get come back as theirs.
  for (const _ of [1, 2]) {
    for (const writer of writers) {
      writer.receive(await end.stories.stepsSince({ id, version: writer.version }))
      while (await writer.send(sent => end.stories.submit({ ...sent, steps: [...sent.steps] })));
    }
  }
  const { row } = await end.stories.open({ id })
  const reader = new CollabWriter(await end.stories.open({ id }), by, 'reader')
  for (const writer of writers) {
    writer.receive(await end.stories.stepsSince({ id, version: writer.version }))
    expect(writer.pending).toBeNull()
    expect(writer.doc.toJSON()).toEqual(reader.doc.toJSON())
  }
  // Every step of either window stands in the log once: as many as they count as confirmed.
  expect(row.version).toBe(writers.reduce((sum, writer) => sum + writer.confirmed, 0))
  expect(acknowledged).toBeGreaterThan(100)
  console.info(`${acknowledged} steps acknowledged over 30 kills; ${resent} were stored and not acknowledged`)
}, 120_000)

test('a second process on the folder is told who has it; the first goes on', async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  onTestFinished(() => void first.child.kill('SIGKILL'))
  const second = spawn(process.execPath, [join(bundle, 'serve.mjs'), '--data', folder, '--empty'])
  let said = ''
  second.stderr.on('data', chunk => (said += String(chunk)))
  const [code] = (await once(second, 'close')) as [number]
  expect([code, said]).toEqual([1, expect.stringContaining(`进程 ${first.child.pid}`)])
  const { client } = await connect(first)
  expect(await client.people.list()).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')('a folder that cannot be written is said to be so', async () => {
  const folder = temporaryFolder()
  const { child } = await start(folder)
  child.kill('SIGTERM')
  await once(child, 'exit')
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
  // Nothing is read-only for root; nobody stands in for it.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const reader = spawn(process.execPath, [join(bundle, 'serve.mjs'), '--data', folder], user)
  let said = ''
  reader.stderr.on('data', chunk => (said += String(chunk)))
  expect((await once(reader, 'close'))[0]).toBe(1)
  expect(said).toContain('不能写入')
})

test('SIGTERM ends it cleanly with exit code 0', async () => {
  const { child } = await start(temporaryFolder())
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.each([
  [['--nonsense'], 2],
  [['--port', 'x'], 2],
  [['--port', '70000'], 2],
  [['--data', '/dev/null/x'], 1],
])('arguments %j end it with exit code %i and one sentence', async (args, code) => {
  const child = spawn(process.execPath, [join(bundle, 'serve.mjs'), ...args])
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  child.stdout.on('data', chunk => (said += `out: ${String(chunk)}`))
  expect((await once(child, 'close'))[0]).toBe(code)
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).toMatch(/[\u4e00-\u9fff]/)
})
