import { spawn } from 'node:child_process'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending, inRoot, nodeBinary } from './setup/root.mjs'

await ending(async () => {
  await ensureInstalled()
  await ensureBuilt()
  // npm starts this in the project's folder; files that the user names stand where the user is.
  const child = spawn(nodeBinary(), [inRoot('out/main/cli.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('close', code => (process.exitCode = code ?? 1))
})
