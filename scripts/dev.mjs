import { watch } from 'node:fs'
import { electronRuntime } from './door/electron.mjs'
import { startNewsroom } from './door/newsroom.mjs'
import { hasDisplay, readOptions, usage } from './door/options.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { runTool } from './setup/child.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending, inRoot, say } from './setup/root.mjs'

/** Editors write a file in several strokes; a build begins when they have rested this long (milliseconds). */
const rest = 300

/** Resolves when something in src/ has changed and then rested. */
const change = () =>
  new Promise(resolve => {
    let timer
    const watcher = watch(inRoot('src'), { recursive: true }, (_event, file) => {
      if (file?.includes('.test.')) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        watcher.close()
        resolve('changed')
      }, rest)
    })
  })

/** Builds and serves again after every change, until the newsroom is stopped by hand. */
async function serveAndWatch(options) {
  for (;;) {
    const changed = change()
    try {
      await ensureBuilt()
    } catch (failure) {
      say(failure.message)
      await changed
      continue
    }
    const newsroom = startNewsroom(options)
    const door = await newsroom.ready
    if (door) say(`大样已打开：${door.url}\n改动源码后会重新构建，地址随之更新。按 Ctrl C 结束。`)
    const why = await Promise.race([changed, newsroom.ended])
    if (why !== 'changed') {
      process.exit(why)
    }
    await newsroom.close()
  }
}

await ending(async () => {
  const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  if (!options || options.help) {
    say(usage.replace('npm start', 'npm run dev'))
    process.exitCode = options ? 0 : 2
    return
  }
  await ensureInstalled()
  if (!options.browser && hasDisplay() && electronRuntime()) {
    const args = ['dev', '--watch', ...(options.data ? ['--', '--data', options.data] : [])]
    process.exitCode = (await runTool('electron-vite/bin/electron-vite.js', args)).code
  } else await serveAndWatch(options)
})
