/** Shares of the printed line ends that each setter finds. */
import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { newspaper, scorePress } from '../src/shared/typeset'
import type { LineEnds, PressScore, PressStory } from '../src/shared/typeset'
import { answered, chromiumLineEnds } from './chromium'
import { table } from './measured'
import { openTypst, typstLineEnds } from './typst'

const path = new URL('../../shared/press/lines.json', `file://${process.cwd()}/bench/`)

/** The printed stories, where this machine has them. */
export function readPress(): PressStory[] | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PressStory[]) : undefined
}

/** Everything that scoring asks a setter. */
function questions(stories: readonly PressStory[]) {
  const asked: { text: string; indentEm: number; measureEm: number }[] = []
  const listen: LineEnds = (text, indentEm, measureEm) => {
    asked.push({ text, indentEm, measureEm })
    return []
  }
  scorePress(stories, listen)
  return asked
}

const share = ({ found, of }: { found: number; of: number }) =>
  `${found}/${of} ${((100 * found) / of).toFixed(1)}%`
const row = (name: string, score: PressScore, exact: boolean) => [
  name,
  share(score.lines),
  share(score.ruled),
  share(score.whole),
  score.whole.lineDifferences.map(n => (n > 0 ? `+${n}` : `${n}`)).join(', '),
  exact ? share(score.exact) : 'n/a',
  exact ? `${score.exact.countsMet}/${score.exact.paragraphs}` : 'n/a',
]

/** The table of fidelity, and the lines no rule of ours explains. */
export async function fidelity(page: Page | undefined): Promise<string> {
  const stories = readPress()
  if (!stories)
    return 'No printed page on this machine (`../shared/press/lines.json`): fidelity was not measured.'
  const score = scorePress(stories, newspaper)
  const asked = questions(stories)
  const rows = [row('大样', score, true)]
  if (page) {
    const ends = await chromiumLineEnds(page, asked)
    rows.push(row('Chromium', scorePress(stories, answered(asked, ends)), false))
  }
  const compiler = openTypst()
  for (const linebreaks of ['simple', 'optimized'] as const) {
    const ends = typstLineEnds(compiler, asked, linebreaks)
    if (ends) rows.push(row(`Typst, ${linebreaks}`, scorePress(stories, answered(asked, ends)), false))
  }
  const missed = score.lines.missed.map(miss => [
    miss.story,
    miss.paragraph,
    miss.line,
    miss.off > 0 ? `${miss.off} more` : `${-miss.off} fewer`,
  ])
  return [
    table(
      [
        'setter',
        'line by line',
        'not set loose',
        'whole paragraphs',
        'lines off, each story',
        'counts given',
        'counts met',
      ],
      rows,
    ),
    '',
    'Line ends that differ from the print (line by line; our line takes so many characters):',
    '',
    table(['story', 'paragraph', 'line', 'ours'], missed),
  ].join('\n')
}
