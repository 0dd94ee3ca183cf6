import { done, failed, type Result } from '../../shared/contract/failure'
import { em, milliem, setParagraph } from '../../shared/typeset'
import { maxTextBytes } from '../intake/decode'
import { emLength, measures, presetSetting, readArguments, wholeNumber } from './arguments'
import { UsageError, type Command } from './command'
import { tooLarge } from './read-files'

export const breakCommand: Command = {
  usage: '--measure EM [--indent EM] [--looseness N] [--exact-lines N[,N…]] [--preset NAME]',
  does: '把标准输入里的段落（一行一段）排成行，每段一个 JSON 数组',
  doesInEnglish: 'set paragraphs from standard input, one a line, into lines: a JSON array for each',
  async run(args, terminal) {
    const values = ['measure', 'indent', 'looseness', 'exact-lines', 'preset']
    const given = readArguments(args, { files: [], values, flags: ['json'] })
    const setting = presetSetting(given)
    const measure = emLength(given, 'measure', measures)
    const indent = emLength(given, 'indent', { least: 0, most: 100 }, setting.indent / 1000)
    if (indent >= measure && given.text('indent') !== undefined) {
      throw new UsageError('--indent 要比 --measure 小。')
    }
    const looseness = wholeNumber(given, 'looseness', { least: -2, most: 2 }, 0)
    const exact = lineCounts(given.text('exact-lines'))
    if (exact && given.text('looseness') !== undefined) {
      throw new UsageError('--exact-lines 和 --looseness 只能给一个。')
    }
    const text = decode(await terminal.readInput())
    if (!text.ok) return text
    const paragraphs = paragraphsOf(text.value)
    if (exact && exact.length > 1 && exact.length !== paragraphs.length) {
      throw new UsageError(`--exact-lines 给了 ${exact.length} 个行数，段落有 ${paragraphs.length} 个。`)
    }
    return done(
      paragraphs.map((paragraph, at) => {
        if (paragraph === '') return []
        const wanted = exact?.[exact.length === 1 ? 0 : at]
        const input = {
          text: paragraph,
          indent: milliem(Math.min(indent, Math.max(0, measure - em(1)))),
          looseness,
          ...(wanted !== undefined && { exactLines: wanted }),
        }
        return setParagraph(input, measure, setting).lines.map(line => paragraph.slice(line.start, line.end))
      }),
    )
  },
}

function lineCounts(text: string | undefined): number[] | null {
  if (text === undefined) return null
  const counts = text.split(',')
  if (counts.some(count => !/^\d{1,5}$/.test(count) || Number(count) < 1)) {
    throw new UsageError(`--exact-lines 要行数，或用逗号隔开的每段行数，给的是“${text}”。`)
  }
  return counts.map(Number)
}

/** A last line end closes its paragraph and opens none. */
function paragraphsOf(text: string): string[] {
  if (text === '') return []
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function decode(bytes: Uint8Array): Result<string> {
  if (bytes.length >= maxTextBytes) return tooLarge(bytes.length)
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failed('terminal.not-utf-8', '标准输入不是 UTF-8 文字。', '请先转成 UTF-8 再排。')
  }
}
