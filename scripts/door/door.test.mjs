import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../setup/chromium.mjs'
import { appWindowArgs, defaultBrowser } from './browser.mjs'
import { electronRuntime, fetchReason, withoutDisplay, withoutRuntime } from './electron.mjs'
import { hasDisplay, readOptions } from './options.mjs'

const plain = { data: undefined, port: undefined, browser: false, open: true, help: false }

describe('the options of the start command', () => {
  it.each([
    [[], plain],
    [['--data', 'a b'], { ...plain, data: resolve('/desk', 'a b') }],
    [['--port', '8080'], { ...plain, port: 8080, browser: true }],
    [['--port=0'], { ...plain, port: 0, browser: true }],
    [['--browser'], { ...plain, browser: true }],
    [['--no-open'], { ...plain, open: false }],
    [['--help'], { ...plain, help: true }],
    [['--port', '80a'], null],
    [['--port', '65536'], null],
    [['--port', '1.5'], null],
    [['--port'], null],
    [['--data'], null],
    [['--data='], null],
    [['--fast'], null],
    [['file.txt'], null],
  ])('%j', (args, options) => {
    expect(readOptions(args, '/desk')).toEqual(options)
  })
})

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['win32', {}, true],
  ['darwin', {}, true],
])('a display on %s with %j: %s', (platform, env, there) => {
  expect(hasDisplay(platform, env)).toBe(there)
})

it.each([
  ['Error: getaddrinfo ENOTFOUND example.com', '找不到下载地址'],
  ['connect ECONNREFUSED 127.0.0.1:9', '连不上下载地址'],
  ['TypeError: fetch failed', '连不上下载地址'],
  ['HTTPError: Response code 403 (Forbidden)', '下载地址不给文件'],
  ['unable to verify the first certificate', '下载地址的证书不对'],
  ['Generated checksum for "electron.zip" did not match', '下载的文件不完整'],
  ['ENOSPC: no space left on device', '磁盘满了'],
  ['', '下载没有成功'],
])('a download that ended with “%s”', (output, reason) => {
  expect(fetchReason(output)).toBe(reason)
})

it('names the mirror in one sentence wherever the runtime is missing', () => {
  for (const sentence of [withoutRuntime('连不上下载地址'), withoutDisplay(false)]) {
    expect(sentence).toContain('ELECTRON_MIRROR')
    expect(sentence.match(/。/g)).toHaveLength(1)
  }
})

it.each([
  ['linux', 'xdg-open'],
  ['darwin', 'open'],
  ['win32', 'rundll32'],
])('the default browser of %s is asked through %s', (platform, program) => {
  const [file, args] = defaultBrowser('http://127.0.0.1:1/?token=a&b', platform)
  expect(file).toBe(program)
  expect(args.at(-1)).toBe('http://127.0.0.1:1/?token=a&b')
})

it('opens an app window with a profile of its own', () => {
  expect(appWindowArgs('http://127.0.0.1:1/', '/data/browser').slice(0, 2)).toEqual([
    '--app=http://127.0.0.1:1/',
    '--user-data-dir=/data/browser',
  ])
})

describe('what stands on this machine', () => {
  let folder
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dayang-door-'))
    mkdirSync(join(folder, 'dist'))
    for (const name of ['electron', 'electron.exe', 'chromium'])
      writeFileSync(join(folder, 'dist', name), '', { mode: 0o755 })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is no Electron before path.txt is written, and one after', () => {
    expect(electronRuntime(folder, {})).toBeNull()
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(electronRuntime(folder, {})).toBe(join(folder, 'dist', 'electron'))
    writeFileSync(join(folder, 'path.txt'), 'elsewhere')
    expect(electronRuntime(folder, {})).toBeNull()
  })

  it('is an Electron in a folder that the environment names', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(electronRuntime(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') })).toBe(
      join(folder, 'dist', 'electron'),
    )
    expect(electronRuntime(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'missing') })).toBeNull()
  })

  it('is the browser that the environment names, or none', () => {
    const chromium = join(folder, 'dist', 'chromium')
    expect(findChromium({ DAYANG_CHROMIUM: chromium })).toBe(chromium)
    expect(findChromium({ DAYANG_CHROMIUM: join(folder, 'missing') })).toBeUndefined()
  })

  it.runIf(process.platform === 'linux')('is the first browser on the PATH', () => {
    expect(findChromium({ PATH: `${join(folder, 'missing')}:${join(folder, 'dist')}` }, 'linux')).toBe(
      join(folder, 'dist', 'chromium'),
    )
    expect(findChromium({ PATH: join(folder, 'missing') }, 'linux')).toBeUndefined()
  })
})
