import { expect, test } from 'vitest'
import { staticFile } from './static-files'

test.each([
  ['/', '/window/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', '/window/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/a-1f.js', '/window/assets/a-1f.js', 'text/javascript; charset=utf-8', 'immutable'],
  ['/assets/%E5%AD%97.ttf', '/window/assets/字.ttf', 'font/ttf', 'immutable'],
  ['/icon.SVG', '/window/icon.SVG', 'image/svg+xml', 'no-cache'],
])('%s is %s', (pathname, path, type, cache) => {
  expect(staticFile('/window', pathname)).toMatchObject({ path, type })
  expect(staticFile('/window', pathname)!.cacheControl).toContain(cache)
})

test.each([
  '/../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/%2e%2e%2fsecret.js',
  '/assets/..%5c..%5csecret.js',
  '/assets/../../secret.js',
  '//etc/passwd',
  '/.git/config.json',
  '/assets/.hidden.js',
  '/C:/windows/a.js',
  '/a.js%00.html',
  '/%',
  '/%ff.js',
  '/newsroom.db',
  '/noextension',
  '/a.php',
  'a.js',
  '',
])('%j is not there', pathname => {
  expect(staticFile('/window', pathname)).toBeNull()
})
