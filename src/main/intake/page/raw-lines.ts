import type { ChangeKind } from '../../../shared/contract/imported-page'
import { lineEnd, oddSpace, shownUnprintable, unprintable } from '../../../shared/style/unprintable'

/** A change before it is known which story it belongs to. */
export interface NotedChange {
  readonly kind: ChangeKind
  readonly before: string
  readonly after: string
}

/** A line of the page's text that holds something, without the spaces at its ends. */
export interface RawLine {
  readonly text: string
  /** Whether an empty line stands above it: the end of a paragraph, or a turn to the next column. */
  readonly blankBefore: boolean
  /** Spaces at its left edge in em: U+3000 counts 1, others ½. */
  readonly indent: number
  readonly changes: readonly NotedChange[]
}

/** The lines of a page's text that hold something. Empty lines become `blankBefore`. */
export function rawLines(text: string): RawLine[] {
  const rows = text.split(lineEnd)
  const lines: RawLine[] = []
  let blank = false
  for (const row of rows) {
    const changes: NotedChange[] = []
    const clean = row.replace(unprintable, '')
    if (clean !== row) {
      const shown = row.replace(unprintable, shownUnprintable)
      changes.push({ kind: 'control-removed', before: shown, after: clean })
    }
    const spaced = clean.replace(oddSpace, ' ')
    const trimmed = spaced.trim()
    if (trimmed === '') {
      blank = true
      continue
    }
    const edge = /^[ \u3000]*/u.exec(spaced)?.[0] ?? ''
    if (edge !== '') changes.push({ kind: 'indent-removed', before: clean.trimEnd(), after: trimmed })
    const indent = [...edge].reduce((sum, char) => sum + (char === '\u3000' ? 1 : 0.5), 0)
    lines.push({ text: trimmed, blankBefore: blank, indent, changes })
    blank = false
  }
  return withoutDoubleSpacing(lines, rows.length)
}

/** Where an empty line stands after nearly every line, it says nothing. */
function withoutDoubleSpacing(lines: RawLine[], rows: number): RawLine[] {
  const blanks = lines.filter(line => line.blankBefore).length
  const wrapped = lines.filter(line => !/[。！？…”）]$/u.test(line.text)).length
  if (lines.length < 8 || blanks < lines.length * 0.9 || rows < lines.length * 1.8) return lines
  // Paragraphs one a line, parted by empty lines, look the same but end in closing marks.
  if (wrapped < lines.length * 0.6) return lines
  return lines.map(line => ({ ...line, blankBefore: false }))
}
