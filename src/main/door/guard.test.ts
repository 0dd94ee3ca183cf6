import { expect, test } from 'vitest'
import { addressOf, Guard, newToken } from './guard'

const host = '127.0.0.1:4000'
const origin = 'http://127.0.0.1:4000'

/** A guard whose token has been used, and the cookie that came for it. */
function entered() {
  const guard = new Guard(4000, 'secret')
  const verdict = guard.judge({ method: 'GET', url: '/?token=secret', headers: { host }, isUpgrade: false })
  if (verdict.kind !== 'enter') throw new Error(verdict.kind)
  return { guard, set: verdict.cookie, cookie: verdict.cookie.split(';')[0]! }
}

const knock = (method: string, url: string, headers: Record<string, string>, isUpgrade = false) => ({
  method,
  url,
  headers,
  isUpgrade,
})

test('the token lets in once, for a cookie that no script and no other site sees', () => {
  const { guard, set } = entered()
  expect(set).toMatch(/^dayang-4000=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(guard.judge(knock('GET', '/?token=secret', { host })).kind).toBe('stranger')
})

test.each([
  ['GET', '/', { host }, false, 'pass'],
  ['GET', '/assets/a.js', { host: 'localhost:4000' }, false, 'pass'],
  ['GET', '/', { host: '[::1]:4000' }, false, 'pass'],
  ['POST', '/rpc/desk/open', { host, origin }, false, 'pass'],
  ['GET', '/rpc', { host, origin }, true, 'pass'],
  ['GET', '/?token=secret', { host }, false, 'home'],
  ['GET', '/?token=other', { host }, false, 'home'],
  ['GET', '/', { host: 'paper.example:4000' }, false, 'foreign'],
  ['GET', '/', { host: '127.0.0.1:4001' }, false, 'foreign'],
  ['GET', '/', { host: '127.0.0.1' }, false, 'foreign'],
  ['GET', '/', {}, false, 'foreign'],
  ['GET', '/', { host, origin: 'http://paper.example' }, false, 'foreign'],
  ['POST', '/rpc/desk/open', { host }, false, 'foreign'],
  ['POST', '/rpc/desk/open', { host, origin: 'null' }, false, 'foreign'],
  ['POST', '/rpc/desk/open', { host, origin: 'http://localhost:4000' }, false, 'foreign'],
  ['POST', '/rpc/desk/open', { host, origin: 'https://127.0.0.1:4000' }, false, 'foreign'],
  ['GET', '/rpc', { host }, true, 'foreign'],
  ['GET', '/rpc', { host, origin: 'http://127.0.0.1:5000' }, true, 'foreign'],
] as const)('with the cookie %s %s %j (socket: %s) is %s', (method, url, headers, isUpgrade, kind) => {
  const { guard, cookie } = entered()
  const withCookie = { ...headers, cookie: `theme=dark; ${cookie}; other=1` }
  expect(guard.judge(knock(method, url, withCookie, isUpgrade)).kind).toBe(kind)
})

test.each([
  ['nothing', undefined],
  ['another session', 'dayang-4000=AAAA'],
  ['an empty one', 'dayang-4000='],
  ['another port’s name', 'dayang-4001=%'],
  ['rubbish', ';;;=;'],
] as const)('with %s for a cookie it is a stranger', (_, cookie) => {
  const { guard } = entered()
  const headers = { host, origin, ...(cookie !== undefined && { cookie }) }
  for (const isUpgrade of [false, true]) {
    expect(guard.judge(knock('GET', '/', headers, isUpgrade)).kind).toBe('stranger')
  }
})

test('a token that is wrong, or not in a reading, does not let in', () => {
  const guard = new Guard(4000, 'secret')
  for (const url of ['/?token=', '/?token=Secret', '/?token=secret2', '/']) {
    expect(guard.judge(knock('GET', url, { host })).kind).toBe('stranger')
  }
  expect(guard.judge(knock('POST', '/?token=secret', { host, origin })).kind).toBe('stranger')
  expect(guard.judge(knock('GET', '/?token=secret', { host, origin }, true)).kind).toBe('stranger')
  expect(guard.judge(knock('GET', '/?token=secret', { host })).kind).toBe('enter')
})

test('tokens are 256 bits and never the same', () => {
  const tokens = new Set(Array.from({ length: 100 }, newToken))
  expect(tokens.size).toBe(100)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test.each([
  ['/', '/'],
  ['/rpc?token=a', '/rpc'],
  ['//', null],
  ['///', null],
  ['/\\', null],
  ['http://[', null],
  ['//:0', null],
  ['//door:99999/', null],
  ['//paper.example/rpc', null],
  ['http://paper.example/rpc', null],
  ['', '/'],
])('the line %j of a request names %j', (line, pathname) => {
  expect(addressOf(line)?.pathname ?? null).toBe(pathname)
})
