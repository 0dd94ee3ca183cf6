import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './door'
import { root } from './newsroom'

test.describe('npm start', () => {
  let folder: string
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dayang-start-'))
  })
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs the start command, as on a machine without a display, until it shows its address. */
  async function start(...options: string[]) {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--data', folder, ...options], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
    const ended = once(child, 'close').then(([code]) => code as number)
    await Promise.race([
      expect.poll(() => said.out + said.err, { timeout: 30_000 }).toContain('Ctrl C'),
      ended,
    ])
    return {
      said,
      ended,
      url: /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}/.exec(said.out)?.[0] ?? '',
      stop() {
        child.kill('SIGINT')
        return ended
      },
    }
  }

  test('serves at a loopback address whose token lets one in', async () => {
    const app = await start()
    try {
      const entered = await fetch(app.url, { redirect: 'manual' })
      expect(entered.status).toBe(303)
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
      const home = new URL('/', app.url)
      expect((await fetch(home, { headers: { cookie } })).status).toBe(200)
      expect((await fetch(app.url, { redirect: 'manual' })).status).toBe(403)
      expect((await fetch(home)).status).toBe(403)
    } finally {
      expect(await app.stop()).toBe(0)
    }
  })

  test('installs and builds nothing that did not change', async () => {
    await (await start('--no-open')).stop()
    const again = await start('--no-open')
    await again.stop()
    expect(again.url).not.toBe('')
    expect(again.said.err).not.toMatch(/正在安装|正在构建|正在更新/)
  })

  test.describe('without a display', () => {
    test.skip(process.platform !== 'linux', 'Windows and macOS always have a display.')

    test('says in one sentence why there is no Electron window', async () => {
      const app = await start()
      await app.stop()
      expect(app.said.err.split('\n').filter(line => line.includes('Electron'))).toHaveLength(1)
      expect(app.said.err).toContain('改从浏览器进入。')
    })
  })

  test('says so when the folder is open already', async () => {
    const app = await start('--no-open')
    try {
      const second = await start('--no-open')
      expect(await second.ended).toBe(1)
      expect(second.said.err).toContain('已在另一个大样里打开')
      expect(second.said.err).not.toMatch(/\n\s+at /)
    } finally {
      await app.stop()
    }
  })

  for (const [name, options] of [
    ['an unknown option', ['--quick']],
    ['a port that is none', ['--port', '70000']],
  ] as const) {
    test(`shows the options after ${name}`, async () => {
      const app = await start(...options)
      expect(await app.ended).toBe(2)
      expect(app.said.err).toContain('用法：npm start')
      expect(app.said.out).toBe('')
    })
  }
})
