import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'
import { say, SetupFailure } from './root.mjs'

/** Names on the PATH, best first: the app window needs any of them, the tests a plain Chromium if there is one. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const windowsApps = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
]

const runnable = file => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The file of a program on the PATH, or undefined. */
export const onPath = (name, env = process.env) =>
  (env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(runnable)

/**
 * Where a browser of Chromium's family stands on this machine: DAYANG_CHROMIUM where that is set, else the system's.
 * @returns {string | undefined}
 */
export function findChromium(env = process.env, platform = process.platform) {
  if (env.DAYANG_CHROMIUM) return existsSync(env.DAYANG_CHROMIUM) ? env.DAYANG_CHROMIUM : undefined
  if (platform === 'darwin') return macApps.find(existsSync)
  if (platform === 'win32')
    return [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap(folder => windowsApps.map(app => `${folder}\\${app}`))
      .find(existsSync)
  return names.map(name => onPath(name, env)).find(Boolean)
}

/** The Debian packages that the tests need and do not find: a browser, a Chinese font, the PDF readers. */
async function missingPackages() {
  const chinese = await run('fc-list', [':lang=zh-cn', 'family'], { quiet: true })
  return [
    ['chromium', !findChromium()],
    ['fonts-noto-cjk', chinese.code !== 0 || chinese.output.trim() === ''],
    ['poppler-utils', !onPath('pdftotext')],
  ]
    .filter(([, missing]) => missing)
    .map(([name]) => name)
}

async function aptInstall(packages) {
  say(`测试要用 ${packages.join('、')}，正在用 apt-get 安装…`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { quiet: true, env })
  const result = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    quiet: true,
    env,
  })
  if (result.code !== 0) say(result.output.trim().split('\n').slice(-5).join('\n'))
}

/**
 * The Chromium that the tests drive. On Debian as root, what is missing is installed first; elsewhere a missing
 * browser ends with a sentence that says what to install.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  if (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    onPath('apt-get') &&
    !process.env.DAYANG_CHROMIUM
  ) {
    const packages = await missingPackages()
    if (packages.length > 0) await aptInstall(packages)
  }
  const found = findChromium()
  if (found) return found
  throw new SetupFailure(
    process.env.DAYANG_CHROMIUM
      ? `DAYANG_CHROMIUM 指的文件不在：${process.env.DAYANG_CHROMIUM}。`
      : '没有找到 Chromium、Chrome 或 Edge。端到端测试要用：装一个（Debian：apt-get install chromium fonts-noto-cjk poppler-utils），或用 DAYANG_CHROMIUM 指明它的路径。',
  )
}
