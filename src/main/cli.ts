import { homedir } from 'node:os'
import { dataFolder } from './newsroom/data-folder'
import { runTerminal } from './terminal/run'

/** Standard input whole; a little over the bound is enough to know that it is too much. */
async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > 32_000_000) break
  }
  return Buffer.concat(chunks)
}

// Whoever reads our output may stop reading (`| head`): no reason to complain.
process.stdout.on('error', () => process.exit(0))

try {
  const { code, output, errors } = await runTerminal(process.argv.slice(2), {
    readInput,
    folder: process.cwd(),
    data: dataFolder({ platform: process.platform, home: homedir(), env: process.env }),
    now: () => new Date(),
  })
  process.stdout.write(output)
  process.stderr.write(errors)
  process.exitCode = code
} catch (error) {
  // A bug of ours. Its stack helps nobody at a terminal; whoever looks for it asks for it.
  process.stderr.write('大样内部出了差错，没有做成。请把所用的命令和文件告诉开发者。\n')
  if (process.env['DAYANG_DEBUG']) console.error(error)
  process.exitCode = 1
}
