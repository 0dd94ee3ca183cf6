import { describe, expect, it } from 'vitest'
import { safeHeaders } from '../door/door-pages'
import { leavingQuestion, wayOf } from './navigation'
import { appUrl, originOf } from './origin'
import { permits } from './permissions'
import { isTrustedSender } from './senders'

const contentSecurityPolicy = safeHeaders['content-security-policy']
const development = 'http://localhost:5173/'

describe('the origin of a page', () => {
  it.each([
    ['dayang://app/index.html', 'dayang://app'],
    ['dayang://other/index.html', 'dayang://other'],
    ['http://localhost:5173/x?y#z', 'http://localhost:5173'],
    ['https://user@app/', null],
    ['file:///etc/passwd', null],
    ['about:blank', null],
    ['not a url', null],
    ['', null],
  ])('%s → %s', (url, origin) => {
    expect(originOf(url)).toBe(origin)
  })
})

describe('where a link leads', () => {
  it.each([
    ['dayang://app/index.html#budget', appUrl, 'inside'],
    ['dayang://app/other.html', appUrl, 'inside'],
    ['dayang://evil/index.html', appUrl, 'deny'],
    ['dayang://app@evil/index.html', appUrl, 'deny'],
    ['dayang:app', appUrl, 'deny'],
    ['https://example.com/', appUrl, 'ask'],
    ['HTTPS://EXAMPLE.COM/', appUrl, 'ask'],
    ['mailto:desk@example.com', appUrl, 'ask'],
    ['http://example.com/', appUrl, 'deny'],
    ['file:///etc/passwd', appUrl, 'deny'],
    ['javascript:alert(1)', appUrl, 'deny'],
    ['data:text/html,x', appUrl, 'deny'],
    ['blob:dayang://app/1', appUrl, 'deny'],
    ['smb://server/share', appUrl, 'deny'],
    ['ms-msdt:/id', appUrl, 'deny'],
    ['nonsense', appUrl, 'deny'],
    ['http://localhost:5173/index.html', appUrl, 'deny'],
    ['http://localhost:5173/index.html', development, 'inside'],
    ['http://localhost:5174/', development, 'deny'],
    ['http://localhost:5173.example.com/', development, 'deny'],
    ['dayang://app/index.html', development, 'deny'],
  ])('%s from %s: %s', (url, home, way) => {
    expect(wayOf(url, home)).toBe(way)
  })

  it('asks with the whole address, or both its ends', () => {
    expect(leavingQuestion('mailto:desk@example.com').message).toBe('用邮件程序打开这个地址？')
    expect(leavingQuestion('https://example.com/').detail).toBe('https://example.com/')
    const long = leavingQuestion(`https://example.com/${'a'.repeat(500)}/end`).detail
    expect(long).toMatch(/^https:\/\/example\.com\/a+ … a+\/end$/)
  })
})

describe('permissions', () => {
  it.each([
    ['clipboard-sanitized-write', appUrl, true],
    ['clipboard-sanitized-write', 'dayang://app', true],
    ['clipboard-sanitized-write', 'https://example.com/', false],
    ['clipboard-sanitized-write', '', false],
    ['clipboard-read', appUrl, false],
    ['media', appUrl, false],
    ['geolocation', appUrl, false],
    ['notifications', appUrl, false],
    ['openExternal', appUrl, false],
    ['fileSystem', appUrl, false],
    ['unknown', appUrl, false],
    ['constructor', appUrl, false],
  ])('%s for %s: %s', (permission, url, granted) => {
    expect(permits(permission, url, appUrl)).toBe(granted)
  })
})

describe('senders', () => {
  it.each([
    ['the top frame of the app', { url: appUrl, parent: null }, true],
    ['a frame inside it', { url: appUrl, parent: {} }, false],
    ['another page', { url: 'https://example.com/', parent: null }, false],
    ['a page that has no address yet', { url: '', parent: null }, false],
    ['a frame that is gone', null, false],
  ])('%s: %o → %s', (_, frame, heard) => {
    expect(isTrustedSender(frame, appUrl)).toBe(heard)
  })
})

describe('the content security policy', () => {
  const directive = (name: string) =>
    contentSecurityPolicy.split('; ').find(part => part.startsWith(`${name} `))

  it.each([
    ['default-src', "default-src 'self'"],
    ['script-src', "script-src 'self' 'wasm-unsafe-eval'"],
    ['img-src', "img-src 'self' data: blob:"],
    ['connect-src', "connect-src 'self'"],
    ['object-src', "object-src 'none'"],
    ['base-uri', "base-uri 'none'"],
    ['frame-ancestors', "frame-ancestors 'none'"],
  ])('%s', (name, whole) => {
    expect(directive(name)).toBe(whole)
  })

  it('allows inline code nowhere but in styles, and evaluates no text', () => {
    const inline = contentSecurityPolicy.split('; ').filter(part => part.includes("'unsafe-inline'"))
    expect(inline).toEqual(["style-src 'self' 'unsafe-inline'"])
    expect(contentSecurityPolicy).not.toContain("'unsafe-eval'")
    expect(contentSecurityPolicy).not.toMatch(/https?:|\*/)
  })
})
