import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './child.mjs'
import { alone } from './lock.mjs'
import { inRoot, say, SetupFailure } from './root.mjs'

/** What a build is made of; tests are not part of it. */
const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const stampFile = inRoot('out', '.dayang-stamp.json')
const products = [
  'main/index.js',
  'main/utility.js',
  'main/serve.js',
  'main/cli.js',
  'preload/index.cjs',
  'renderer/index.html',
]

function filesUnder(path) {
  const full = inRoot(path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap(name => filesUnder(join(path, name)))
    .filter(file => !/\.(test|testing)\.tsx?$/.test(file))
}

/** Two digests of the sources: `quick` of names, sizes and times, `content` of names and bytes. */
export function digests(files = sources.flatMap(filesUnder)) {
  const quick = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(inRoot(file))
    quick.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return {
    quick: quick.digest('hex'),
    content() {
      const content = createHash('sha256')
      for (const file of files)
        content
          .update(`${file}\0`)
          .update(readFileSync(inRoot(file)))
          .update('\n')
      return content.digest('hex')
    },
  }
}

function lastStamp() {
  try {
    if (!products.every(file => existsSync(inRoot('out', file)))) return {}
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

async function build() {
  const started = Date.now()
  say('正在构建…')
  rmSync(stampFile, { force: true })
  const result = await runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], {
    quiet: true,
  })
  if (result.code !== 0) {
    say(result.output.trim())
    throw new SetupFailure('构建没有完成，原因见上。')
  }
  say(`构建完成，用时 ${Math.round((Date.now() - started) / 1000)} 秒。`)
}

/** Builds `out/` where the sources changed since the last build (`force`: in any case). */
export async function ensureBuilt({ force = false } = {}) {
  if (!force && lastStamp().quick === digests().quick) return
  await alone(async () => {
    const now = digests()
    const last = lastStamp()
    if (!force && last.quick === now.quick) return
    const content = now.content()
    // A checkout or a copy changes times, not contents.
    if (force || last.content !== content) await build()
    writeFileSync(stampFile, JSON.stringify({ quick: now.quick, content }))
  })
}
