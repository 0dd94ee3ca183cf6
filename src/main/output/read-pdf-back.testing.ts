import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'

/** PDFs as other programs read them: what the tests of our PDFs stand on. Nothing of the app imports this. */

const run = promisify(execFile)

/** Poppler's tools read a PDF as any other reader would; without them there is nothing to compare with. */
export const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
)
/** Put behind the title of tests that need poppler. */
export const withoutPoppler = hasPoppler ? '' : ' (skipped: poppler-utils is not installed)'

/** What one of poppler's programs says of a PDF: `pdftotext -raw`, `pdffonts`, `pdfinfo -box` … */
export async function poppler(bytes: Uint8Array, program: string, ...options: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'read-pdf-back-'))
  try {
    const file = join(folder, 'page.pdf')
    await writeFile(file, bytes)
    const toStandard = program === 'pdftotext' ? ['-'] : []
    const { stdout } = await run(program, [...options, file, ...toStandard], { maxBuffer: 64_000_000 })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A word as `pdftotext -bbox` places it, y downwards from the top of the sheet. */
export interface ReadWord {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly bottom: number
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of each page with their boxes. */
export async function wordsOf(bytes: Uint8Array): Promise<ReadWord[][]> {
  const html = await poppler(bytes, 'pdftotext', '-bbox')
  return html
    .split('<page ')
    .slice(1)
    .map(page =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, x, y, right, bottom, text]) => ({
        text: text!.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ''),
        x: Number(x),
        y: Number(y),
        right: Number(right),
        bottom: Number(bottom),
      })),
    )
}

/** A picture as `pdfimages -list` names it. */
export interface ReadImage {
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly components: number
  readonly bits: number
  readonly packed: string
  readonly ppi: readonly [across: number, down: number]
}

/** The pictures of a file, in the order in which they are painted. */
export async function imagesOf(bytes: Uint8Array): Promise<ReadImage[]> {
  const rows = (await poppler(bytes, 'pdfimages', '-list')).trim().split('\n').slice(2)
  return rows.map(row => {
    const cells = row.trim().split(/\s+/)
    return {
      width: Number(cells[3]),
      height: Number(cells[4]),
      colour: cells[5]!,
      components: Number(cells[6]),
      bits: Number(cells[7]),
      packed: cells[8]!,
      ppi: [Number(cells[12]), Number(cells[13])],
    }
  })
}

/** The sheet of a page in 1/72 inch as pixels, as poppler paints it: red, green and blue of a point on it. */
export async function pixelsOf(bytes: Uint8Array): Promise<(x: number, y: number) => number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'read-pdf-back-'))
  try {
    const file = join(folder, 'page.pdf')
    await writeFile(file, bytes)
    const { stdout } = await run('pdftoppm', ['-r', '72', '-singlefile', file], {
      encoding: 'buffer',
      maxBuffer: 64_000_000,
    })
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40))!
    const width = Number(head[1])
    return (x, y) => {
      const at = head[0].length + (Math.floor(y) * width + Math.floor(x)) * 3
      return [...stdout.subarray(at, at + 3)]
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Objects of a file that we wrote, each with its dictionary and, where it has one, its unpacked stream. */
export function objectsOf(bytes: Uint8Array): { dictionary: string; stream: Buffer | null }[] {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  return [...text.matchAll(/(?:^|\n)\d+ 0 obj\n/g)].map(({ 0: head, index }) => {
    const from = index + head.length
    const start = text.indexOf('stream\n', from)
    const end = text.indexOf('endobj', from)
    if (start < 0 || start > end) return { dictionary: text.slice(from, end), stream: null }
    const dictionary = text.slice(from, start)
    const length = Number(/\/Length (\d+)/.exec(dictionary)![1])
    const data = file.subarray(start + 7, start + 7 + length)
    const isPacked = dictionary.includes('/FlateDecode') && !dictionary.includes('/Predictor')
    return { dictionary, stream: isPacked ? inflateSync(data) : data }
  })
}

/** The operators of each page, in the order of pages. */
export function contentsOf(bytes: Uint8Array): string[] {
  const objects = objectsOf(bytes)
  return objects
    .filter(({ stream }) => stream !== null && /^1 0 0 -1 0 [\d.]+ cm\n/.test(stream.toString('latin1')))
    .map(({ stream }) => stream!.toString('latin1'))
}
