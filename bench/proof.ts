/** A page that shows our lines over the printed ones, differences marked, for a person to judge. */
import { em, newspaper, setParagraph } from '../src/shared/typeset'
import type { SetParagraph } from '../src/shared/typeset'
import { readPress } from './fidelity'

const escape = (text: string) => text.replace(/[&<>]/g, c => `&#${c.charCodeAt(0)};`)

function ourLines(set: SetParagraph, printedEnds: ReadonlySet<number>): string {
  return set.lines
    .map((line, n) => {
      const isLast = n === set.lines.length - 1
      const tint = line.adjust < 0 ? 'squeezed' : line.adjust > 0 ? 'spread' : ''
      const same = isLast || printedEnds.has(line.end) ? '' : 'differs'
      const glyphs = Array.from(line.xs, (x, i) => {
        const cluster = set.clusters[line.from + i] ?? ''
        return `<i style="left:${x / 1000}em">${escape(cluster)}</i>`
      }).join('')
      return `<div class="line ${tint} ${same}${line.runt ? ' runt' : ''}">${glyphs}<b>${line.adjust || ''}</b></div>`
    })
    .join('')
}

/** The page as HTML; `undefined` where there is nothing printed to compare with. */
export function proofPage(): string | undefined {
  const stories = readPress()
  if (!stories) return undefined
  const body = stories.map(story => {
    const paragraphs = story.paragraphs.map(({ text, lines }) => {
      let at = 0
      const ends = new Set(lines.map(line => (at += line.length)))
      const input = { text, indent: em(story.indent_em) }
      const own = setParagraph(input, em(story.measure_em), newspaper)
      const exact = setParagraph({ ...input, exactLines: lines.length }, em(story.measure_em), newspaper)
      const ourEnds = new Set(own.lines.map(line => line.end))
      at = 0
      const printed = lines.map((line, n) => {
        at += line.length
        const differs = n < lines.length - 1 && !ourEnds.has(at)
        return `<div class="line plain ${differs ? 'differs' : ''}">${n === 0 ? '　　' : ''}${escape(line)}</div>`
      })
      const width = `style="width:${story.measure_em + 3}em"`
      return `<tr><td ${width}>${printed.join('')}</td><td ${width}>${ourLines(own, ends)}</td><td ${width}>${ourLines(exact, ends)}</td></tr>`
    })
    return `<h2>${story.name}, ${story.measure_em} em</h2><table><tr><th>print</th><th>大样</th><th>大样, printed number of lines given</th></tr>${paragraphs.join('')}</table>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Our lines over the printed ones</title><style>
body { font: 16px/1.5 "Noto Serif SC", "Noto Serif CJK SC", serif; margin: 2em }
td { vertical-align: top; padding: 0.5em 1em } th { text-align: left; font-weight: normal; color: #666 }
.line { position: relative; height: 1.5em; white-space: pre } .line i { position: absolute; font-style: normal }
.line b { position: absolute; right: 0; font: 10px/2.4 sans-serif; color: #888 }
.squeezed { background: #e8f1fb } .spread { background: #fdf3e0 } .differs { outline: 1px solid #c33 } .runt { border-bottom: 2px solid #c33 }
</style><p>Blue: squeezed. Yellow: spread, in thousandths of an em. Red frame: the line ends elsewhere than the print.</p>${body.join('')}</html>`
}
