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

/** A browser that lives this long (milliseconds) has its window open; one that ends sooner handed the address on. */
const settled = 3000

/**
 * Starts a program. Null where it could not be started or ended at once with an error; `closed` settles when the
 * window that it holds open is closed, which is never where it only handed the address to another program.
 */
function launch(file, args) {
  return new Promise(resolve => {
    const child = spawn(file, args, { stdio: 'ignore' })
    const closed = new Promise(end => {
      const timer = setTimeout(() => {
        child.once('exit', end)
        resolve({ closed, close: () => child.kill() })
      }, settled)
      child.once('error', () => {
        clearTimeout(timer)
        resolve(null)
      })
      child.once('exit', code => {
        clearTimeout(timer)
        resolve(code === 0 ? { closed, close() {} } : null)
      })
    })
  })
}

/**
 * Shows the address: in an app window of the system's Edge, Chrome or Chromium, else in the default browser.
 * @returns {Promise<{closed: Promise<unknown>, close(): void} | null>} null where neither could be started
 */
export async function showWindow(url, folder) {
  const chromium = findChromium()
  const window = chromium && (await launch(chromium, appWindowArgs(url, join(folder, 'browser'))))
  return window || launch(...defaultBrowser(url))
}
