import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './child.mjs'
import { alone } from './lock.mjs'
import { inRoot, say, SetupFailure } from './root.mjs'

const stampFile = inRoot('node_modules', '.dayang-stamp')
/** What npm writes at the end of an installation: the lock of what is really there. */
const installedFile = inRoot('node_modules', '.package-lock.json')

/**
 * Whether what is installed is what the lock asks for. Optional packages may be absent: they belong to other systems.
 * @param {{packages: Record<string, {version?: string, optional?: boolean}>}} wanted package-lock.json
 * @param {{packages: Record<string, {version?: string}>}} installed node_modules/.package-lock.json
 */
export function installedMatches(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true
    const there = installed.packages[path]
    return there ? there.version === entry.version : entry.optional === true
  })
}

const json = file => JSON.parse(readFileSync(file, 'utf8'))

function stampOf() {
  const lock = readFileSync(inRoot('package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

/** npm's own script, run by this Node: a bare `npm` is a shell script that Windows cannot spawn. */
function npmCommand() {
  const beside = dirname(process.execPath)
  const found = [
    process.env.npm_execpath,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find(file => file?.endsWith('.js') && existsSync(file))
  return found ? [process.execPath, found] : ['npm']
}

async function install() {
  const started = Date.now()
  const fresh = !existsSync(installedFile)
  say(fresh ? '正在安装依赖，第一次要一两分钟…' : '依赖有变化，正在更新…')
  const [npm, ...before] = npmCommand()
  const npmRun = command =>
    run(
      npm,
      [...before, ...command, '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'],
      {
        quiet: true,
      },
    )
  // `ci` refuses a lock that leaves out the builds of other systems, which npm writes where its source lacks them. An
  // update in place leaves alone the Node that runs this very script, which Windows would not let `ci` remove.
  const inPlace = ['install', '--no-save']
  let result = await npmRun(fresh ? ['ci'] : inPlace)
  if (result.code !== 0) {
    const refused = fresh && result.output.includes('EUSAGE')
    if (refused || !fresh) result = await npmRun(refused ? inPlace : ['ci'])
  }
  if (result.code !== 0) {
    say(result.output.trim().split('\n').slice(0, 12).join('\n'))
    throw new SetupFailure(
      '依赖没有装上，多半是连不上 npm 源：检查网络，或用 npm config set registry 换一个镜像，再运行一次。',
    )
  }
  say(`依赖已装好，用时 ${Math.round((Date.now() - started) / 1000)} 秒。`)
}

/** Makes node_modules what package-lock.json says. Does nothing, in a few milliseconds, where it already is. */
export async function ensureInstalled() {
  const stamp = stampOf()
  const stamped = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (stamped()) return
  await alone(async () => {
    if (stamped()) return
    const there =
      existsSync(installedFile) && installedMatches(json(inRoot('package-lock.json')), json(installedFile))
    if (!there) await install()
    writeFileSync(stampFile, stamp)
  })
}
