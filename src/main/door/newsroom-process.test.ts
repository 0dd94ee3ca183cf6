import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../newsroom/temporary-newsroom.testing'
import { bundleServe, connect, type ServeBundle } from './newsroom-process.testing'

let bundle: ServeBundle
beforeAll(async () => void (bundle = await bundleServe()))
afterAll(() => bundle.remove())

test('a second process on the folder is told who has it; the first goes on', async () => {
  const folder = temporaryFolder()
  const first = await bundle.start(folder)
  onTestFinished(() => void first.child.kill('SIGKILL'))
  const second = spawn(process.execPath, [bundle.program, '--data', folder, '--empty'])
  let said = ''
  second.stderr.on('data', chunk => (said += String(chunk)))
  const [code] = (await once(second, 'close')) as [number]
  expect([code, said]).toEqual([1, expect.stringContaining(`进程 ${first.child.pid}`)])
  const { client } = await connect(first)
  expect(await client.people.list()).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')('a folder that cannot be written is said to be so', async () => {
  const folder = temporaryFolder()
  const { child } = await bundle.start(folder)
  child.kill('SIGTERM')
  await once(child, 'exit')
  chmodSync(folder, 0o555)
  onTestFinished(() => chmodSync(folder, 0o755))
  // Nothing is read-only for root; nobody stands in for it.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const reader = spawn(process.execPath, [bundle.program, '--data', folder], user)
  let said = ''
  reader.stderr.on('data', chunk => (said += String(chunk)))
  expect((await once(reader, 'close'))[0]).toBe(1)
  expect(said).toContain('不能写入')
})

test('SIGTERM ends it cleanly with exit code 0', async () => {
  const { child } = await bundle.start(temporaryFolder())
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.each([
  [['--nonsense'], 2],
  [['--port', 'x'], 2],
  [['--port', '70000'], 2],
  [['--data', '/dev/null/x'], 1],
])('arguments %j end it with exit code %i and one sentence', async (args, code) => {
  const child = spawn(process.execPath, [bundle.program, ...args])
  let said = ''
  child.stderr.on('data', chunk => (said += String(chunk)))
  child.stdout.on('data', chunk => (said += `out: ${String(chunk)}`))
  expect((await once(child, 'close'))[0]).toBe(code)
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).toMatch(/[\u4e00-\u9fff]/)
})
