/** Typst, as a library: line ends from the text of its PDF, and whole pages against the clock. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)

/** A compiler with the face our table has. */
export function openTypst(): NodeCompiler {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  return NodeCompiler.create({ fontArgs: [{ fontPaths: [join(fonts, '400Regular')] }] })
}

const head = (rest: string) =>
  `#set text(font: "Noto Serif SC", size: 10pt, lang: "zh", region: "cn")\n#set par(justify: true, ${rest})\n`
const quoted = (text: string) => text.replace(/[#$*_`<>@\\\-~=+/[\]]/g, '\\$&')

/** Line ends of each text on a page of its own; `undefined` where there is no pdftotext to read them with. */
export function typstLineEnds(
  compiler: NodeCompiler,
  asked: readonly { text: string; indentEm: number; measureEm: number }[],
  linebreaks: 'simple' | 'optimized',
): number[][] | undefined {
  const pages = asked.map(
    ({ text, indentEm, measureEm }) =>
      `#page(width: ${measureEm * 10 + 20}pt, height: 600pt, margin: 10pt)[#h(${indentEm}em)${quoted(text)}]`,
  )
  const pdf = compiler.pdf({ mainFileContent: head(`linebreaks: "${linebreaks}"`) + pages.join('\n') })
  // A stretched line comes out as many words, so words of one height are put together again.
  const args = ['-bbox', '-', '-']
  const read = spawnSync('pdftotext', args, { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (read.status !== 0) return undefined
  const pagesRead = read.stdout.split('<page ').slice(1, asked.length + 1)
  return pagesRead.map((page, i) => {
    const { text } = asked[i] as { text: string }
    const ends: number[] = []
    let at = 0
    let height = NaN
    for (const [, yMax, word] of page.matchAll(/<word [^>]*yMax="([\d.]+)">(.*?)<\/word>/gu)) {
      if (Math.abs(Number(yMax) - height) > 5) ends.push(at)
      height = Number(yMax)
      const length = (word ?? '').replace(/&\w+;/gu, '&').replace(/\s/gu, '').length
      for (let seen = 0; seen < length && at < text.length; at++) if (!/\s/u.test(text[at] ?? '')) seen++
    }
    ends.push(at)
    return ends
  })
}

/** Milliseconds Typst takes to lay out a page of six columns of 11 em from nothing. */
export function typstPage(compiler: NodeCompiler, texts: readonly string[]): number {
  const source =
    '#set page(width: 730pt, height: 4000pt, margin: 10pt, columns: 6)\n#set columns(gutter: 10pt)\n' +
    head('first-line-indent: (amount: 2em, all: true)') +
    texts.map(quoted).join('\n\n')
  compiler.evictCache(0)
  const start = performance.now()
  const { result } = compiler.compile({ mainFileContent: source })
  const took = performance.now() - start
  if (!result) throw new Error('Typst did not compile the bench text')
  return took
}
