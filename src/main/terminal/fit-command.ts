import { done, failed } from '../../shared/contract/failure'
import { flowOf } from '../../shared/page/compose/body'
import { cheapestCuts, cheapestFillers, setColumns, type SetColumns } from '../../shared/typeset'
import { importPage } from '../intake/page/page-text'
import { partsOfImported } from '../intake/story/story-parts'
import { emLength, measures, presetSetting, readArguments, wholeNumber } from './arguments'
import type { Command } from './command'
import { readTextFile } from './read-files'

export const fitCommand: Command = {
  usage: 'FILE --measure EM --columns N --depth LINES [--story N] [--preset NAME] [--cuts]',
  does: '把一篇稿件排进等宽的几栏，看溢文、欠文；--cuts 列出删几字收一行',
  doesInEnglish: 'set a story (the first, or the Nth) into columns: fit, and with --cuts the cheapest cuts',
  async run(args, terminal) {
    const values = ['measure', 'columns', 'depth', 'story', 'preset']
    const given = readArguments(args, { files: ['文件'], values, flags: ['cuts', 'json'] })
    const setting = presetSetting(given)
    const measure = emLength(given, 'measure', measures)
    const columns = wholeNumber(given, 'columns', { least: 1, most: 40 })
    const depth = wholeNumber(given, 'depth', { least: 1, most: 1000 })
    const number = wholeNumber(given, 'story', { least: 1, most: 1000 }, 1)
    const bytes = await readTextFile(given.files[0]!, terminal)
    if (!bytes.ok) return bytes
    const page = importPage(bytes.value)
    if (!page.ok) return page
    const story = page.value.stories[number - 1]
    if (!story) {
      const count = page.value.stories.length
      return failed('terminal.no-story', `文字里只有 ${count} 篇稿件。`, '请换一个 --story，从 1 数起。')
    }
    const { inputs } = flowOf(partsOfImported(story), measure)
    const set = setColumns(
      inputs,
      Array.from({ length: columns }, () => ({ measure, lines: depth })),
      setting,
    )
    const { lines, available, overset, underset } = set
    const fit = { lines, available, overset, underset, columns: textColumns(set) }
    if (!given.isSet('cuts')) return done([fit])
    const cuts = cheapestCuts(inputs, measure, setting).map(cut => ({
      paragraph: cut.paragraph + 1,
      characters: cut.characters,
      lines: cut.linesWon,
    }))
    const fillers = cheapestFillers(inputs, measure, setting).map(filler => ({
      paragraph: filler.paragraph + 1,
      characters: filler.characters,
      lines: 1,
    }))
    return done([{ ...fit, cuts, fillers }])
  },
}

/** The printed lines of each column; a byline that runs in stands on the line of the text before it. */
function textColumns(set: SetColumns): string[][] {
  return set.columns.map(placed => {
    const rows = new Map<number, string>()
    for (const { paragraph, line, row } of placed) {
      const own = set.paragraphs[paragraph]!
      const { start, end } = own.lines[line]!
      const before = rows.get(row)
      const text = own.text.slice(start, end)
      rows.set(row, before === undefined ? text : `${before}\u3000${text}`)
    }
    return [...rows.values()]
  })
}
