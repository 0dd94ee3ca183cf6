import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot, nodeBinary, root, say } from '../setup/root.mjs'

/** How long a start waits for the runtime before it goes on without; what it waits for may come later. */
const patience = 10_000
/** A start does not wait again for a download that failed less than a day ago. */
const memory = 24 * 3600 * 1000
const failureFile = inRoot('.cache', 'electron-fetch.json')

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/**
 * The runtime's executable, or null. Only files are looked at: asking the package itself starts a download.
 * @returns {string | null}
 */
export function electronRuntime(folder = inRoot('node_modules', 'electron'), env = process.env) {
  const pathFile = join(folder, 'path.txt')
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!override && !existsSync(pathFile)) return null
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8')
    : (executables[process.platform] ?? 'electron')
  const file = join(override || join(folder, 'dist'), name)
  return existsSync(file) ? file : null
}

/** Why a download failed, in a few words, from what the downloader wrote. */
export function fetchReason(output) {
  const rows = [
    [/ENOTFOUND|EAI_AGAIN/, '找不到下载地址'],
    [/ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/i, '连不上下载地址'],
    [/certificate|CERT_|SELF_SIGNED/i, '下载地址的证书不对'],
    [/\b40[0-9]\b/, '下载地址不给文件'],
    [/ENOSPC/, '磁盘满了'],
    [/checksum/i, '下载的文件不完整'],
    [/fetch failed|network|HTTP/i, '连不上下载地址'],
  ]
  return rows.find(([pattern]) => pattern.test(output))?.[1] ?? '下载没有成功'
}

const mirrorHint = '可设 ELECTRON_MIRROR 指向镜像后重试'

/** The one sentence for a runtime that is not there. */
export const withoutRuntime = reason => `没有 Electron 运行时（${reason}；${mirrorHint}），改从浏览器进入。`

export const withoutDisplay = runtime =>
  runtime
    ? '这里没有图形界面，Electron 窗口打不开，改从浏览器进入。'
    : `这里没有图形界面，不下载 Electron 运行时（有图形界面而下载不到时${mirrorHint}），改从浏览器进入。`

function lastFailure() {
  try {
    const { at, mirror, reason } = JSON.parse(readFileSync(failureFile, 'utf8'))
    return Date.now() - at < memory && mirror === (process.env.ELECTRON_MIRROR ?? '') ? reason : null
  } catch {
    return null
  }
}

function remember(reason) {
  mkdirSync(inRoot('.cache'), { recursive: true })
  const mirror = process.env.ELECTRON_MIRROR ?? ''
  writeFileSync(failureFile, JSON.stringify({ at: Date.now(), mirror, reason }))
}

/** Starts the package's own downloader. `done` settles with null, or with the reason why it failed. */
function startFetch() {
  const child = spawn(nodeBinary(), [inRoot('node_modules', 'electron', 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', text => (output += text))
  const done = new Promise(resolve => {
    child.on('error', error => resolve(fetchReason(error.message)))
    child.on('close', code => resolve(code === 0 && electronRuntime() ? null : fetchReason(output)))
  })
  // The download must not outlive the start command, nor keep it from ending.
  process.on('exit', () => child.kill())
  child.unref()
  child.stderr.unref()
  return done
}

/**
 * The runtime, fetched where it is missing; null after `patience` at the latest, with the reason said. A download
 * that takes longer goes on beside the browser door and serves the next start.
 * @returns {Promise<string | null>}
 */
export async function ensureElectron() {
  const there = electronRuntime()
  if (there) return there
  const failed = lastFailure()
  if (!failed) say('正在下载 Electron 运行时…')
  const fetching = startFetch()
  void fetching.then(reason => (reason === null ? rmSync(failureFile, { force: true }) : remember(reason)))
  const reason = failed
    ? `上次${failed}`
    : await Promise.race([fetching, sleep(patience, '下载得慢，在后台继续')])
  if (reason === null) return electronRuntime()
  say(withoutRuntime(reason))
  return null
}

/** A window that ends sooner than this with an error never opened. */
const stillborn = 8000

/**
 * Opens the Electron window and stays until it is closed.
 * @returns {Promise<boolean>} false where it could not be opened on this system; the reason is said
 */
export function openElectron(runtime, { data }) {
  const started = Date.now()
  const child = spawn(runtime, [root, ...(data ? ['--data', data] : [])], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', text => (output = (output + text).slice(-4000)))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise(resolve => {
    const ended = (code, why) => {
      const opened = code === 0 || Date.now() - started > stillborn
      if (!opened) say(`Electron 窗口没有打开（${why}），改从浏览器进入。`)
      else process.exitCode = code
      resolve(opened)
    }
    child.on('error', error => ended(1, error.message))
    child.on('close', code => ended(code ?? 0, output.trim().split('\n').at(-1) || `退出码 ${code}`))
  })
}
