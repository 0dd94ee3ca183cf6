import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { inRoot, nodeBinary, root } from '../setup/root.mjs'

/** A newsroom that has not closed its files after this long is ended; what it acknowledged is on the disk. */
const closingTime = 5000

/**
 * Starts the newsroom behind the browser door. `listening` gives its address and folder as soon as the window can be
 * fetched there, `ready` once the newsroom is open; null where it ended first (its sentence is on standard error).
 * `ended` gives its exit code. Ctrl C, a polite kill and `close` close it first.
 */
export function startNewsroom({ data, port }) {
  const args = [
    '--early',
    ...(data ? ['--data', data] : []),
    ...(port === undefined ? [] : ['--port', String(port)]),
  ]
  const child = spawn(nodeBinary(), [inRoot('out', 'main', 'serve.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    // What Node made of the code at the last start need not be made again.
    env: { NODE_COMPILE_CACHE: inRoot('.cache', 'compiled'), ...process.env },
  })
  let stopping = false
  const stop = signal => {
    if (stopping) return
    stopping = true
    // On Windows a signal is a kill, and the console has told the newsroom of Ctrl C already.
    if (process.platform !== 'win32') child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), closingTime).unref()
  }
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, stop)

  const lines = createInterface({ input: child.stdout })
  const ended = new Promise(resolve => {
    child.on('error', () => resolve(1))
    child.on('close', code => resolve(stopping ? 0 : (code ?? 1)))
  })
  void ended.then(() => {
    for (const signal of signals) process.off(signal, stop)
  })
  const heard = wanted =>
    new Promise(resolve => {
      lines.on('line', line => {
        const said = wanted(JSON.parse(line))
        if (said) resolve(said)
      })
      void ended.then(() => resolve(null))
    })
  const listening = heard(said => said.listening ?? said)
  const ready = heard(said => (said.listening ? null : said))
  const close = () => {
    stop('SIGTERM')
    return ended
  }
  return { listening, ready, ended, close }
}
