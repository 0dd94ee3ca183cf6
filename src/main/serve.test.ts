import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { enterDoor } from './door/enter-door.testing'
import { codeOf, temporaryFolder, valueOf } from './newsroom/temporary-newsroom.testing'
import { serve } from './serve'

function windowFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>大样</title>')
  writeFileSync(join(folder, 'assets', 'a-1f.js'), 'export {}')
  return folder
}

const door = () => enterDoor({ folder: temporaryFolder(), begin: 'empty', windowFolder: windowFolder() })

/** A request as raw as Node sends it: fetch does not let a Host header through. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body: Buffer | null = Buffer.alloc(0),
) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const sent = httpRequest({ port, host: '127.0.0.1', path, headers, method }, answer => {
        let text = ''
        answer.on('data', chunk => (text += String(chunk)))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }))
      })
      sent.on('error', reject)
      if (body === null) sent.flushHeaders()
      else sent.end(body)
    },
  )
}

test('the address of the start command opens the window, and a reload finds it open', async () => {
  const { served, origin, cookie } = await door()
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  for (const reload of [1, 2]) {
    const page = await fetch(origin, { headers: { cookie } })
    expect([reload, page.status, await page.text()]).toEqual([
      reload,
      200,
      '<!doctype html><title>大样</title>',
    ])
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
  }
  const asset = await fetch(`${origin}/assets/a-1f.js`, { headers: { cookie } })
  expect(asset.headers.get('cache-control')).toContain('immutable')
  const used = await fetch(served.url, { headers: { cookie }, redirect: 'manual' })
  expect([used.status, used.headers.get('location')]).toEqual([303, '/'])
})

test.each([
  ['no cookie', '/', {}],
  ['the used token alone', '/?token=USED', {}],
  ['a foreign host', '/', { host: 'paper.example' }],
  ['a foreign origin', '/', { origin: 'http://paper.example' }],
])('with %s there is only a calm page', async (_, path, headers) => {
  const { served, cookie } = await door()
  const used = new URL(served.url).searchParams.get('token')!
  const own: Record<string, string> = 'host' in headers || 'origin' in headers ? { cookie } : {}
  const answer = await ask(served.port, path.replace('USED', used), {
    ...own,
    ...(headers as Record<string, string>),
  })
  expect(answer.status).toBe(403)
  expect(answer.text).toContain('这个地址要从启动命令显示的完整链接打开')
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test.each([
  ['/rpc/desk/open', 26_000_000, 413],
  ['/rpc/photos/add', 106_000_000, 413],
  ['/rpc/photos/addPlaced', 106_000_000, 413],
  ['/rpc/nothing/here', 10, 404],
  ['/rpc/desk/nothing', 10, 404],
])('POST %s of %i bytes is answered %i', async (path, bytes, status) => {
  const { served, origin, cookie } = await door()
  const headers = { cookie, origin, 'content-type': 'application/json', 'content-length': String(bytes) }
  // The body of what is too large never comes: the answer does not wait for it.
  const body = bytes > 1000 ? null : Buffer.alloc(bytes, ' ')
  expect((await ask(served.port, path, headers, 'POST', body)).status).toBe(status)
})

test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is not for files', async method => {
  const { served, origin, cookie } = await door()
  expect((await ask(served.port, '/', { cookie, origin }, method)).status).toBe(405)
})

test.each([
  ['no cookie', (own: Record<string, string>) => ({ origin: own['origin']! }), '/rpc'],
  [
    'a foreign origin',
    (own: Record<string, string>) => ({ cookie: own['cookie']!, origin: 'http://paper.example' }),
    '/rpc',
  ],
  ['another path', (own: Record<string, string>) => own, '/other'],
])('a WebSocket with %s is turned away', async (_, headersOf, path) => {
  const { origin, cookie } = await door()
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, {
    headers: headersOf({ cookie, origin }),
  })
  const outcome = await new Promise<string>(resolve => {
    socket.on('open', () => resolve('open'))
    socket.on('error', error => resolve(error.message))
  })
  expect(outcome).toBe('Unexpected server response: 403')
})

test.each(['/photos/add', '/photos/addPlaced', '/intake/read', '/intake/acceptStory'])(
  'a socket may carry a file to %s, and goes on',
  async method => {
    const { origin, cookie } = await door()
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
    const heard = await new Promise<string>(resolve => {
      socket.on('open', () => socket.send(JSON.stringify({ i: '1', p: { u: method, b: 'x'.repeat(26e6) } })))
      socket.on('message', () => resolve('an answer'))
      socket.on('close', code => resolve(`closed ${code}`))
    })
    socket.close()
    expect(heard).toBe('an answer')
  },
)

test('a socket whose call is larger than calls are is closed', async () => {
  const { origin, cookie } = await door()
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
  const code = await new Promise<number>(resolve => {
    socket.on('open', () =>
      socket.send(JSON.stringify({ i: '1', p: { u: '/desk/remember', b: 'x'.repeat(26e6) } })),
    )
    socket.on('close', resolve)
  })
  expect(code).toBe(1009)
})

test('a port that is taken, and a folder that is in use, are told', async () => {
  const { served } = await door()
  expect(codeOf(await serve({ folder: temporaryFolder(), begin: 'empty', port: served.port }))).toBe(
    'door.port-in-use',
  )
  expect(codeOf(await serve({ folder: served.folder, begin: 'empty' }))).toBe('store.in-use')
})

test('closing ends the events of every window and gives the folder back', async () => {
  const folder = temporaryFolder()
  const served = valueOf(await serve({ folder, begin: 'empty' }))
  await served.close()
  const again = valueOf(await serve({ folder, begin: 'empty' }))
  onTestFinished(() => again.close())
  expect(again.folder).toBe(folder)
})

/** Sends bytes as they are and waits until the door has hung up or answered. */
function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise(resolve => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', data => (heard += data.toString('latin1')))
    socket.on('error', () => resolve(heard))
    socket.on('close', () => resolve(heard))
  })
}

test.each([
  '//',
  '///',
  '/\\',
  'http://[',
  '//:0',
  '//x:99999/',
  '*',
  'rpc',
  '/rpc?token=%',
  '/%00',
  '//a@b',
])('a request line of %j, with or without a WebSocket, leaves the door open', async line => {
  const { served, origin, cookie } = await door()
  const head = `GET ${line} HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nConnection: `
  const upgrade =
    'Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='
  for (const bytes of [`${head}close\r\n\r\n`, `${head}${upgrade}\r\n\r\n`])
    expect(await sendRaw(served.port, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect((await fetch(origin, { headers: { cookie } })).status).toBe(200)
})

test('no bytes that come in at the door close it', async () => {
  const { served, origin, cookie } = await door()
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)),
        fc
          .tuple(
            fc.constantFrom('GET', 'POST', 'BREW', ''),
            fc.string({ maxLength: 40, unit: 'binary' }),
            fc.boolean(),
          )
          .map(([method, line, upgrades]) =>
            Buffer.from(
              `${method} ${line} HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\n${upgrades ? 'Connection: Upgrade\r\nUpgrade: websocket\r\n' : ''}\r\n`,
            ),
          ),
      ),
      async bytes => {
        await sendRaw(served.port, bytes)
      },
    ),
    { numRuns: 60 },
  )
  expect((await fetch(origin, { headers: { cookie } })).status).toBe(200)
})

test('the window is served while the newsroom is still being opened, and its calls wait', async () => {
  const folder = temporaryFolder()
  await valueOf(await serve({ folder, begin: 'empty' })).close()
  const early: { url: string; status: number }[] = []
  let entering: Promise<void> | null = null
  const served = valueOf(
    await serve({
      folder,
      begin: 'empty',
      windowFolder: windowFolder(),
      listening(url) {
        entering = fetch(url, { redirect: 'manual' }).then(answer => {
          early.push({ url, status: answer.status })
        })
      },
    }),
  )
  onTestFinished(() => served.close())
  await entering
  expect(early).toEqual([{ url: served.url, status: 303 }])
})

test('a folder keeps its port, and takes another where that one is taken', async () => {
  const folder = temporaryFolder()
  const first = valueOf(await serve({ folder, begin: 'empty' }))
  await first.close()
  const again = valueOf(await serve({ folder, begin: 'empty' }))
  expect(again.port).toBe(first.port)
  await again.close()
  const elsewhere = valueOf(await serve({ folder: temporaryFolder(), begin: 'empty', port: first.port }))
  onTestFinished(() => elsewhere.close())
  const moved = valueOf(await serve({ folder, begin: 'empty' }))
  onTestFinished(() => moved.close())
  expect(moved.port).not.toBe(first.port)
})

test('a folder that somebody has open is not told of early', async () => {
  const { served } = await door()
  const early: string[] = []
  const second = await serve({ folder: served.folder, begin: 'empty', listening: url => early.push(url) })
  expect([codeOf(second), early]).toEqual(['store.in-use', []])
})
