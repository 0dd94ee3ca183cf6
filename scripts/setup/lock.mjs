import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot, say } from './root.mjs'

const file = inRoot('.cache', 'setup.lock')

/** Whether the process that holds the lock still lives; a file that names nobody is left over from a crash. */
function holderLives() {
  try {
    process.kill(Number(readFileSync(file, 'utf8')) || Number.NaN, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Runs `work` while no other terminal installs or builds in this folder. */
export async function alone(work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let waited = 0; !take(); waited++) {
    if (!holderLives()) rmSync(file, { force: true })
    else if (waited === 10) say('另一个终端正在安装或构建，等它完成…')
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
