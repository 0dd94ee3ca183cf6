/// <reference lib="dom" />
/** Speed against Chromium and Typst, growth, and memory. Ratios of one run; medians. */
import type { Page } from 'playwright-core'
import { em, newspaper, setColumns, setParagraph } from '../src/shared/typeset'
import type { ColumnShape, FlowInput, SetColumns } from '../src/shared/typeset'
import { median, ms, quantile, table } from './measured'
import type { ours as OursInPage } from './ours-in-page'
import { newsText, numbers } from './text'
import { openTypst, typstPage } from './typst'

const characters = 12_000
const sixColumns: ColumnShape[] = Array.from({ length: 6 }, () => ({ measure: em(11), lines: 200 }))

/** The same edits by both setters in one page; each sample is one keystroke, or one page of fresh text. */
async function againstChromium(page: Page) {
  const next = numbers(7)
  const texts = newsText(characters)
  // Every other stroke deletes, so that the page keeps its length.
  const edits = Array.from({ length: 9000 }, (_, i) => {
    const paragraph = next(texts.length)
    return { paragraph, at: next(50), text: i % 2 ? '' : ('一二三四五六七八九十'[next(10)] as string) }
  })
  const fresh = Array.from({ length: 30 }, (_, i) => newsText(characters, 100 + i))
  return page.evaluate(
    ({ texts, edits, fresh, columns }) => {
      const { ours } = globalThis as unknown as { ours: typeof OursInPage }
      const host = document.createElement('div')
      Object.assign(host.style, {
        columnCount: '6',
        columnGap: '1em',
        width: '71em',
        height: '280em',
        columnFill: 'auto',
      })
      document.body.append(host)
      const build = (texts: readonly string[]) => {
        host.replaceChildren(
          ...texts.map(text => {
            const p = document.createElement('p')
            p.textContent = text
            return p
          }),
        )
      }
      // Reading the last paragraph's place makes the browser lay out everything before it.
      const layOut = () => host.lastElementChild?.getBoundingClientRect().left ?? 0
      const samples = {
        theirKeys: [] as number[],
        ourKeys: [] as number[],
        theirPages: [] as number[],
        ourPages: [] as number[],
      }
      const sink: number[] = []

      for (const page of [...fresh, ...fresh]) sink.push(ours.place(ours.set(page, columns)))
      build(texts)
      sink.push(layOut())
      const current = [...texts]
      let set = ours.set(current, columns)
      for (const { paragraph, at, text } of edits) {
        const node = host.children[paragraph]?.firstChild as Text
        const start = performance.now()
        if (text) node.insertData(at, text)
        else node.deleteData(at, 1)
        sink.push(layOut())
        samples.theirKeys.push(performance.now() - start)
      }
      for (const { paragraph, at, text } of edits) {
        const old = current[paragraph] as string
        const start = performance.now()
        current[paragraph] = old.slice(0, at) + text + old.slice(text ? at : at + 1)
        set = ours.edit(set, paragraph, current[paragraph], columns)
        sink.push(ours.placeOne(set, paragraph))
        samples.ourKeys.push(performance.now() - start)
      }
      for (const page of fresh) {
        build(page)
        let start = performance.now()
        sink.push(layOut())
        samples.theirPages.push(performance.now() - start)
        start = performance.now()
        sink.push(ours.place(ours.set(page, columns)))
        samples.ourPages.push(performance.now() - start)
      }
      host.remove()
      // The first edits warm both engines up.
      samples.theirKeys.splice(0, 3000)
      samples.ourKeys.splice(0, 3000)
      return { ...samples, isolated: crossOriginIsolated, sink: sink.length }
    },
    { texts, edits, fresh, columns: sixColumns },
  )
}

const flow = (texts: readonly string[]): FlowInput[] =>
  texts.map(text => ({ kind: 'paragraph', text, indent: em(2) }))

function againstTypst() {
  const compiler = openTypst()
  // Both have run before the clock starts: the app stays open, and so does its compiler's warmth.
  for (let i = 0; i < 60; i++) setColumns(flow(newsText(characters, 600 + i)), sixColumns, newspaper)
  for (let i = 0; i < 60; i++) placedPage(flow(newsText(characters, 600 + i)))
  for (let i = 0; i < 5; i++) typstPage(compiler, newsText(characters, 495 + i))
  const typst: number[] = []
  const own: number[] = []
  const placed: number[] = []
  for (let i = 0; i < 40; i++) {
    typst.push(typstPage(compiler, newsText(characters, 500 + i)))
    // The same text, made anew for each setting: nothing of it has been read before.
    const input = flow(newsText(characters, 500 + i))
    let start = performance.now()
    setColumns(input, sixColumns)
    own.push(performance.now() - start)
    const again = flow(newsText(characters, 500 + i))
    start = performance.now()
    placedPage(again)
    placed.push(performance.now() - start)
  }
  return { typst, own, placed }
}

/** A page with every glyph's place worked out. */
const placedPage = (input: readonly FlowInput[]) => setColumns(input, sixColumns, newspaper, undefined, true)

function growth() {
  const rows: (string | number)[][] = []
  for (const size of [1000, 10_000, 100_000, 1_000_000, 10_000_000]) {
    const input = flow(newsText(size, 3))
    const total = input.reduce((sum, { text }) => sum + text.length, 0)
    const columns = [{ measure: em(11), lines: 1000 }]
    const samples: number[] = []
    for (let i = 0; i < (size > 100_000 ? 3 : 15); i++) {
      const start = performance.now()
      setColumns(input, columns)
      samples.push(performance.now() - start)
    }
    const took = median(samples)
    rows.push([
      total.toLocaleString('en'),
      ms(took),
      ((took * 1e6) / total).toFixed(0),
      (total / took / 1000).toFixed(2),
    ])
  }
  return rows
}

/** One paragraph of growing length: the lines of a paragraph must not cost more as it grows. */
function longParagraph() {
  return [500, 5000, 50_000, 500_000].map(size => {
    const text = newsText(size, 9).join('').slice(0, size)
    const samples: number[] = []
    for (let i = 0; i < 7; i++) {
      const start = performance.now()
      setParagraph({ text, indent: em(2) }, em(11))
      samples.push(performance.now() - start)
    }
    const took = median(samples)
    return [size.toLocaleString('en'), ms(took), ((took * 1e6) / size).toFixed(0)]
  })
}

function memory(): string {
  const gc = (globalThis as { gc?: () => void }).gc
  if (!gc) return 'not measured (run with --expose-gc)'
  const pages = Array.from({ length: 40 }, (_, i) => flow(newsText(characters, 900 + i)))
  const total = pages.flat().reduce((sum, { text }) => sum + text.length, 0)
  const held = () => {
    gc()
    gc()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = held()
  const kept: SetColumns[] = pages.map(page => setColumns(page, sixColumns))
  const bytes = (held() - before) / total
  return `${bytes.toFixed(0)} bytes a character kept for a set page (${kept.length} pages held)`
}

/** The tables of speed and size. */
export async function speed(page: Page | undefined): Promise<string> {
  const parts: string[] = []
  const bytes = memory()
  if (page) {
    const s = await againstChromium(page)
    // The clock ticks every 5 µs: medians are of batches of ten strokes, the same for both.
    const batches = (keys: number[]) =>
      Array.from({ length: Math.floor(keys.length / 10) }, (_, i) =>
        keys.slice(i * 10, i * 10 + 10).reduce((sum, key) => sum + key / 10, 0),
      )
    const line = (what: string, share: number, theirs: number[], own: number[]) => {
      const [a, b] = [quantile(theirs, share), quantile(own, share)]
      return [what, ms(a), ms(b), `${(a / b).toFixed(0)}×`]
    }
    parts.push(
      table(
        ['12,000 characters, six columns (ms)', 'Chromium', '大样', 'ratio'],
        [
          line('keystroke, median', 0.5, batches(s.theirKeys), batches(s.ourKeys)),
          line('keystroke, 99th percentile', 0.99, s.theirKeys, s.ourKeys),
          line('whole page of fresh text, median', 0.5, s.theirPages, s.ourPages),
        ],
      ),
      `Both in the same browser page${s.isolated ? ', isolated for a fine clock' : ''}.`,
    )
  }
  const t = againstTypst()
  parts.push(
    table(
      ['12,000 characters, six columns (ms)', 'Typst', '大样', 'ratio'],
      [
        [
          'whole page, every glyph placed, median',
          ms(median(t.typst)),
          ms(median(t.placed)),
          `${(median(t.typst) / median(t.placed)).toFixed(0)}×`,
        ],
        [
          'whole page, lines only, median',
          ms(median(t.typst)),
          ms(median(t.own)),
          `${(median(t.typst) / median(t.own)).toFixed(0)}×`,
        ],
      ],
    ),
    table(['characters', 'ms', 'ns a character', 'million characters a second'], growth()),
    table(['characters in one paragraph', 'ms', 'ns a character'], longParagraph()),
    `Memory: ${bytes}.`,
  )
  return parts.join('\n\n')
}
