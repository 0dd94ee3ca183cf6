import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { inRoot, nodeBinary, root } from './root.mjs'

/**
 * Runs a program to its end in the project's folder. `quiet` keeps what it prints for the result instead of showing
 * it; otherwise both its streams go to standard error, or standard output where `stdout` asks for that.
 * @returns {Promise<{code: number, output: string}>} code 127 where the program could not be started
 */
export function run(file, args, { quiet = false, stdout = false, env = {} } = {}) {
  return new Promise(resolve => {
    let output = ''
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : stdout ? 'inherit' : process.stderr, quiet ? 'pipe' : 'inherit'],
      windowsHide: true,
    })
    child.stdout?.setEncoding('utf8').on('data', text => (output += text))
    child.stderr?.setEncoding('utf8').on('data', text => (output += text))
    child.on('error', error => resolve({ code: 127, output: error.message }))
    child.on('close', code => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a tool of the project (its script inside node_modules) on the project's Node. */
export function runTool(script, args, options = {}) {
  return run(nodeBinary(), [inRoot('node_modules', script), ...args], {
    ...options,
    env: { [pathName]: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter), ...options.env },
  })
}

/** Windows calls it Path, and a copy of the environment no longer looks names up in any case. */
const pathName = Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH'
