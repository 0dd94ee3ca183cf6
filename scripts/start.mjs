import { showWindow } from './door/browser.mjs'
import { electronRuntime, ensureElectron, openElectron, withoutDisplay } from './door/electron.mjs'
import { startNewsroom } from './door/newsroom.mjs'
import { hasDisplay, readOptions, usage } from './door/options.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending, say } from './setup/root.mjs'

/** The Electron door, where it is wanted and can be had. Says why not, where it cannot. */
async function throughElectron(options) {
  if (options.browser || !options.open) return false
  if (!hasDisplay()) {
    say(withoutDisplay(electronRuntime() !== null))
    return false
  }
  const runtime = await ensureElectron()
  return runtime !== null && (await openElectron(runtime, options))
}

async function throughBrowser(options) {
  const newsroom = startNewsroom(options)
  // The browser starts while the newsroom is still being opened.
  const shown = newsroom.listening.then(door =>
    door && options.open && hasDisplay() ? showWindow(door.url, door.folder) : null,
  )
  const door = await newsroom.ready
  if (!door) void shown.then(window => window?.close())
  else {
    console.log(`大样已打开：${door.url}`)
    const window = await shown
    if (window) {
      say('按 Ctrl C 或关掉窗口结束。')
      void window.closed.then(() => newsroom.close())
      void newsroom.ended.then(() => window.close())
    } else say('在浏览器里打开上面的地址（只能用一次）。按 Ctrl C 结束。')
  }
  process.exitCode = await newsroom.ended
}

await ending(async () => {
  const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  if (!options || options.help) {
    if (options) console.log(usage)
    else say(usage)
    process.exitCode = options ? 0 : 2
    return
  }
  await ensureInstalled()
  await ensureBuilt()
  if (!(await throughElectron(options))) await throughBrowser(options)
})
