import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { safeHeaders } from '../door/door-pages'
import { answerAppRequest, resolveAppPath } from './scheme'

const contentSecurityPolicy = safeHeaders['content-security-policy']
const root = join(tmpdir(), 'dayang-app')
const inside = (...names: string[]) => join(root, ...names)

describe('the file that an address asks for', () => {
  it.each([
    ['dayang://app/', inside('index.html')],
    ['dayang://app', inside('index.html')],
    ['dayang://app/index.html', inside('index.html')],
    ['dayang://app/index.html?x=1#budget', inside('index.html')],
    ['dayang://app/assets/index-1a2b.js', inside('assets', 'index-1a2b.js')],
    ['dayang://app/assets/%E5%AD%97.ttf', inside('assets', '字.ttf')],
    ['dayang://app/assets/../index.html', inside('index.html')],
    ['dayang://other/index.html', null],
    ['file:///etc/passwd', null],
    ['http://app/index.html', null],
    ['dayang://app/..%2f..%2fetc%2fpasswd.html', null],
    ['dayang://app/%2e%2e/%2e%2e/secret.html', inside('secret.html')],
    ['dayang://app/..%5c..%5csecret.html', null],
    ['dayang://app/C:%5cWindows%5cwin.html', null],
    ['dayang://app/C:/Windows/win.html', null],
    ['dayang://app//etc/passwd.html', inside('etc', 'passwd.html')],
    ['dayang://app/assets//x.js', inside('assets', 'x.js')],
    ['dayang://app/assets/', inside('assets', 'index.html')],
    ['dayang://app/.env.json', null],
    ['dayang://app/index.html%00.js', null],
    ['dayang://app/index.js.map', null],
    ['dayang://app/secret', null],
    ['dayang://app/newsroom.db', null],
    ['dayang://app/%ff.html', null],
    ['nonsense', null],
  ])('%s → %s', (url, file) => {
    expect(resolveAppPath(url, root)?.path ?? null).toBe(file)
  })

  it('never leaves its folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      'a',
      'index.html',
      ':',
      '%00',
      '字',
      '',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const file = resolveAppPath(`dayang://app/${pieces.join('/')}`, root)
        return file === null || file.path.startsWith(inside('x').slice(0, -1))
      }),
    )
  })
})

describe('an answer', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dayang-scheme-'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html>大样')
    mkdirSync(join(folder, 'folder.js'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const ask = (path: string, method = 'GET') =>
    answerAppRequest(new Request(`dayang://app${path}`, { method }), folder)

  it('is the file with its type and the policy', async () => {
    const answer = await ask('/')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('<!doctype html>大样')
  })

  it.each([
    ['a file that is not there', '/missing.js', 'GET'],
    ['a folder', '/folder.js', 'GET'],
    ['a file outside', '/..%2fsecret.html', 'GET'],
    ['a POST', '/index.html', 'POST'],
  ])('to %s is 404, with the policy', async (_, path, method) => {
    const answer = await ask(path, method)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })
})
