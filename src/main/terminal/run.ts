import { UsageError, type Command, type Terminal } from './command'
import { breakCommand } from './break-command'
import { checkCommand } from './check-command'
import { faultsCommand } from './faults-command'
import { fitCommand } from './fit-command'
import { importCommand } from './import-command'
import { pageCommand } from './page-command'
import { proofCommand } from './proof-command'
import { storyCommand } from './story-command'

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  break: breakCommand,
  fit: fitCommand,
  proof: proofCommand,
  faults: faultsCommand,
  page: pageCommand,
  story: storyCommand,
  check: checkCommand,
}

/** What a run leaves behind. */
export interface Outcome {
  /** 0; 1 for what can be expected to fail; 2 for arguments that were not understood. */
  readonly code: 0 | 1 | 2
  readonly output: string
  readonly errors: string
}

/** The help, Chinese first. */
export const help = [
  '大样：终端命令。结果是标准输出上的 JSON；出错说明在标准错误（退出码 1 出错，2 用法不对）。',
  'Dayang on the terminal: JSON on standard output; exit code 1 for a failure, 2 for usage.',
  '',
  ...Object.entries(commands).flatMap(([name, { usage, does, doesInEnglish }]) => [
    `  ${name} ${usage}`,
    `      ${does}`,
    `      ${doesInEnglish}`,
  ]),
  '  --help',
  '',
  'EM：以字为单位的长度，可带小数（14.5）。--preset：newspaper（报纸，默认）或 magazine（杂志）。',
  'EM: a length in characters, decimals allowed. --story counts from 1.',
  '',
].join('\n')

/** Runs one command line. Never throws what a user can cause, and never shows a stack. */
export async function runTerminal(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const [name, ...rest] = args
  if (args.some(arg => arg === '--help' || arg === '-h')) return { code: 0, output: help, errors: '' }
  try {
    if (name === undefined) throw new UsageError('缺少命令。')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new UsageError(`没有“${name}”这个命令。`)
    const result = await command.run(rest, terminal)
    if (result.ok) {
      return { code: 0, output: result.value.map(value => `${JSON.stringify(value)}\n`).join(''), errors: '' }
    }
    const { message, remedy } = result.failure
    return { code: 1, output: '', errors: `${message}${remedy}\n` }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { code: 2, output: '', errors: `${error.message}用 --help 看用法。\n` }
  }
}
