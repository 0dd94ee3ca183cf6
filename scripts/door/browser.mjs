import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from '../setup/chromium.mjs'

/** What makes a browser look like a program: no tabs, no address bar, a profile of its own. */
export const appWindowArgs = (url, profile) => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
]

/** The system's command that opens an address in the default browser. */
export function defaultBrowser(url, platform = process.platform) {
  if (platform === 'darwin') return ['open', [url]]
  // `start` is the shell's own, and would read the & of an address; this is the program behind it.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

/** Resolves with false when the program could not be started or ended at once with an error. */
function launched(file, args) {
  return new Promise(resolve => {
    const child = spawn(file, args, { stdio: 'ignore', detached: true })
    const settle = works => {
      clearTimeout(timer)
      child.unref()
      resolve(works)
    }
    const timer = setTimeout(() => settle(true), 3000)
    child.on('error', () => settle(false))
    child.on('exit', code => settle(code === 0))
  })
}

/**
 * Shows the address: in an app window of the system's Edge, Chrome or Chromium, else in the default browser.
 * @returns {Promise<boolean>} false where neither could be started
 */
export async function showWindow(url, folder) {
  const chromium = findChromium()
  if (chromium && (await launched(chromium, appWindowArgs(url, join(folder, 'browser'))))) return true
  return launched(...defaultBrowser(url))
}
