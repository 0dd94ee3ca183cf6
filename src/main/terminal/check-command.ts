import { done } from '../../shared/contract/failure'
import { importPage } from '../intake/page/page-text'
import { readArguments } from './arguments'
import type { Command } from './command'
import { readTextFile } from './read-files'

/** Reserved for house style: reads the text as the others do and has nothing to find yet. */
export const checkCommand: Command = {
  usage: 'FILE --json',
  does: '按本报用语规范检查（留待后续版本，现在不报问题）',
  doesInEnglish: 'house style (reserved: finds nothing yet)',
  async run(args, terminal) {
    const { files } = readArguments(args, { files: ['文件'], values: [], flags: ['json'] })
    const bytes = await readTextFile(files[0]!, terminal)
    if (!bytes.ok) return bytes
    const page = importPage(bytes.value)
    return page.ok ? done([{ findings: [] }]) : page
  },
}
