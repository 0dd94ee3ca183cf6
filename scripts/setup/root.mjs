import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whatever folder the command was given in. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts)

/** Progress goes to standard error, so that a command's own output stays clean. */
export const say = sentence => process.stderr.write(`${sentence}\n`)

/** An expected failure of the set-up: its message is a Chinese sentence for the person at the terminal. */
export class SetupFailure extends Error {}

/** Runs `main` and turns an expected failure into its sentence and exit code 1; a bug keeps its stack. */
export async function ending(main) {
  try {
    await main()
  } catch (failure) {
    if (!(failure instanceof SetupFailure)) throw failure
    say(failure.message)
    process.exitCode = 1
  }
}

/**
 * The Node that runs the newsroom, the build and the tests: the one that came with the packages (Electron's own
 * major), else this one where it knows Node-API 10, without which better-sqlite3 ends the process silently.
 */
export function nodeBinary() {
  const folder = inRoot(
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  )
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest)) {
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
    const file = join(folder, typeof bin === 'string' ? bin : bin.node)
    if (existsSync(file)) return file
  }
  if (Number(process.versions.napi) >= 10) return process.execPath
  throw new SetupFailure(`Node ${process.versions.node} 太旧，请装 Node 24（22.14 起也可以）再运行。`)
}
