import { done, failed, type Result } from '../../shared/contract/failure'
import type { StoryEncoding } from '../../shared/contract'
import type { Newsroom } from '../newsroom/newsroom'
import { readArguments } from './arguments'
import { UsageError, type Command, type Terminal } from './command'
import { withNewsroom } from './open-newsroom'
import { writeWhole } from './write-file'

export const storyCommand: Command = {
  usage: '稿号 --docx OUT.docx | --txt OUT.txt [--encoding utf-8|gbk] [--replace] [--data DIR]',
  does: '把稿库里的一篇稿件存成 Word 或小样；GBK 缺字先列出来，加 --replace 才写成〓',
  doesInEnglish:
    'a story of the budget as Word or text; lists what GBK lacks before it writes 〓 (--replace)',
  async run(args, terminal) {
    const known = { files: ['稿号'], values: ['docx', 'txt', 'encoding', 'data'], flags: ['replace', 'json'] }
    const given = readArguments(args, known)
    const [number] = given.files
    if (!/^\d{1,9}$/.test(number!)) throw new UsageError(`稿号是一个数，给的是“${number}”。`)
    const [docx, txt] = [given.text('docx'), given.text('txt')]
    if ((docx === undefined) === (txt === undefined)) throw new UsageError('--docx 和 --txt 要给一个。')
    const out = docx ?? txt
    if (!out) throw new UsageError('缺少存到哪里。')
    const encoding = given.text('encoding') ?? 'utf-8'
    if (!isEncoding(encoding)) throw new UsageError('--encoding 是 utf-8 或 gbk。')
    if (docx !== undefined && given.text('encoding') !== undefined)
      throw new UsageError('--encoding 只给 --txt 用。')

    const form = docx === undefined ? 'text' : 'docx'
    const order = { number: Number(number), form, out, encoding, replaces: given.isSet('replace') } as const
    return withNewsroom(given, terminal, newsroom => write(newsroom, order, terminal))
  },
}

interface StoryOrder {
  readonly number: number
  readonly form: 'docx' | 'text'
  readonly out: string
  readonly encoding: StoryEncoding
  /** Whether 〓 may stand for what GBK lacks. */
  readonly replaces: boolean
}

const isEncoding = (name: string): name is StoryEncoding => name === 'utf-8' || name === 'gbk'

async function write(
  newsroom: Newsroom,
  { number, form, out, encoding, replaces }: StoryOrder,
  terminal: Terminal,
): Promise<Result<readonly unknown[]>> {
  const rows = await newsroom.stories.budget(false)
  const row = rows.find(one => one.number === number)
  if (!row)
    return failed('terminal.no-story', `稿库里没有 ${number} 号稿。`, '请核对稿号；废稿箱里的先放回。')
  const gaps = form === 'text' && encoding === 'gbk' ? await newsroom.storyFiles.gaps([row.id]) : done([])
  if (!gaps.ok) return gaps
  const missing = gaps.value.flatMap(story => story.gaps)
  if (missing.length > 0 && !replaces) {
    const places = missing.map(({ character, code, part }) => `${character}（${code}，${part}）`).join('、')
    return failed(
      'terminal.beyond-gbk',
      `GBK 里没有 ${places}，没有写。`,
      '请改用 --encoding utf-8，或加 --replace 写成〓。',
    )
  }
  const made = await newsroom.storyFiles.make({ ids: [row.id], forms: [form], encoding, photos: false })
  if (!made.ok) return made
  const written = await writeWhole(out, made.value.bytes, terminal)
  if (!written.ok) return written
  const beyondGbk = missing.map(({ character, part }) => ({ character, part }))
  return done([{ file: out, number, headline: row.headline, characters: row.characters, beyondGbk }])
}
