import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, _electron, expect, type Browser, type Page } from '@playwright/test'
import type { MadePages } from './made-newsrooms'
import { root } from './newsroom'
import { NewsroomHost } from './newsroom-host'
import { caseFolder, inRunFolder } from './run-folder'

/** The door through which a run of the suite goes: one project each. */
export interface DoorOptions {
  door: 'browser' | 'electron'
}

/** What the newsroom holds when it opens. */
interface StartOptions {
  pages: MadePages
  /** Whether what opens and closes moves, as it does for people; elsewhere nothing slides away from under a click. */
  moves: boolean
}

/** A desk at work: a newsroom on a folder of its own, and the window on it. */
export interface Desk {
  readonly door: DoorOptions['door']
  /** The newsroom's folder; a new one holds the sample newsroom. */
  readonly folder: string
  /** The window now open. */
  readonly page: Page
  /** Closes window and newsroom and opens both again on the same folder. `kill`: as a power cut would. */
  reopen(how?: 'close' | 'kill'): Promise<Page>
  /** A second window on the same newsroom; through the browser door only. */
  anotherWindow(): Promise<Page>
}

/** What an open door gives to the desk. */
interface Opened {
  readonly page: Page
  anotherWindow(): Promise<Page>
  close(how: 'close' | 'kill'): Promise<void>
}

const view = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const

/** Keys are heard from here on. */
const deskStands = (page: Page): Promise<void> => page.getByRole('navigation', { name: '视图' }).waitFor()

async function openInBrowser(
  browser: Browser,
  host: NewsroomHost,
  folder: string,
  moves: boolean,
): Promise<Opened> {
  const newsroom = await host.open(folder)
  const context = await browser.newContext({ ...view, reducedMotion: moves ? 'no-preference' : 'reduce' })
  const page = await context.newPage()
  await page.goto(newsroom.url)
  await deskStands(page)
  return {
    page,
    async anotherWindow() {
      const second = await context.newPage()
      await second.goto(new URL('/', newsroom.url).href)
      await deskStands(second)
      return second
    },
    async close(how) {
      if (how === 'kill') await newsroom.kill()
      await context.close()
      await newsroom.close()
    },
  }
}

/** Electron's runtime as its package keeps it; looked for, never asked for, because asking starts a download. */
function electronRuntime(): string | null {
  const packageFolder = join(root, 'node_modules/electron')
  const pathFile = join(packageFolder, 'path.txt')
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!dist && !existsSync(pathFile)) return null
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const file = join(dist ?? join(packageFolder, 'dist'), name)
  return existsSync(file) ? file : null
}

async function openInElectron(executablePath: string, folder: string): Promise<Opened> {
  const app = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--data', folder],
  })
  const page = await app.firstWindow()
  await deskStands(page)
  return {
    page,
    anotherWindow: () => Promise.reject(new Error('Electron opens one window on a newsroom')),
    async close(how) {
      if (how === 'kill') app.process().kill('SIGKILL')
      else await app.close()
    },
  }
}

const runtime = electronRuntime()
const noRuntime = 'Electron’s runtime is not here (node_modules/electron/path.txt): its door is not tested.'

/** What a test may ask for besides `page`: the whole desk, or one thing that it does. */
interface DeskFixtures extends Pick<Desk, 'reopen' | 'anotherWindow'> {
  runtimeIsThere: void
  desk: Desk
}

/** Every flow is written once, on `page` and `desk`, and runs through both doors. */
export const test = base.extend<DoorOptions & StartOptions & DeskFixtures, { host: NewsroomHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const host = new NewsroomHost()
      await use(host)
      await host.end()
    },
    { scope: 'worker' },
  ],
  door: ['browser', { option: true }],
  pages: ['sample', { option: true }],
  moves: [false, { option: true }],

  runtimeIsThere: [
    async ({ door }, use, testInfo) => {
      testInfo.skip(door === 'electron' && runtime === null, noRuntime)
      await use()
    },
    { auto: true },
  ],

  desk: async ({ door, pages, moves, browser, host }, use, testInfo) => {
    const folder = caseFolder()
    cpSync(inRunFolder(pages), folder, { recursive: true })
    const faults: string[] = []
    const open = async () => {
      const opened = await (door === 'electron' && runtime
        ? openInElectron(runtime, folder)
        : openInBrowser(browser, host, folder, moves))
      opened.page.on('pageerror', error => faults.push(error.stack ?? error.message))
      opened.page.on('console', message => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text())
      })
      return opened
    }
    let opened = await open()
    await use({
      door,
      folder,
      get page() {
        return opened.page
      },
      async reopen(how = 'close') {
        await opened.close(how)
        await host.end()
        opened = await open()
        return opened.page
      },
      anotherWindow: () => opened.anotherWindow(),
    })
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('window', { body: await opened.page.screenshot(), contentType: 'image/png' })
    await opened.close('close')
    rmSync(folder, { recursive: true, force: true })
    // What no user should see and no test asked about: an error that nobody caught, a file that the policy refused.
    expect(faults).toEqual([])
  },

  page: ({ desk }, use) => use(desk.page),
  reopen: ({ desk }, use) => use(how => desk.reopen(how)),
  anotherWindow: ({ desk }, use) => use(() => desk.anotherWindow()),
})

export { expect }

/** Keeps a picture of the window among the run's output, for eyes. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'test-results/pictures', `${name}.png`) })
}
