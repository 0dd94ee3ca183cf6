import type { TextRun } from '../../shared/page/painting'
import type { GlyphCase } from './glyphs'
import { n, type PageOperators } from './page-operators'

/**
 * A reader of PDFs takes a gap of a tenth of an em for a space, and glyphs that overlap by a fifth for the
 * start of other text. A line that is spread or squeezed further than this carries its text beside its glyphs
 * (ActualText), so that it is copied and found as it was written.
 */
const looseGap = 0.07
const tightGap = -0.15

/** The text of one printed line. */
export function lineText(runs: readonly TextRun[]): string {
  return runs.map(run => run.clusters.join('')).join('')
}

/**
 * Writes the runs of one printed line. Glyphs go out in arrays with the differences between their advances and
 * the setter's, thousands of them in a few kilobytes; glyphs that lie on their side go out one by one.
 */
export function paintLine(
  runs: readonly TextRun[],
  pageHeight: number,
  glyphs: GlyphCase,
  out: PageOperators,
): void {
  const needsText = needsActualText(runs, glyphs)
  if (needsText) out.add(`/Span <</ActualText <${utf16Hex(lineText(runs))}>>> BDC`)
  out.add('BT')
  for (const run of runs) {
    out.fill(run.ink)
    out.stretch(run.stretch * 100)
    if (run.turn) paintTurned(run, pageHeight, glyphs, out)
    else paintRun(run, pageHeight, glyphs, out)
  }
  out.add('ET')
  if (needsText) out.add('EMC')
}

/** Whether a reader would not find the line's text by its glyphs alone: no mere row of them, or gaps in it. */
function needsActualText(runs: readonly TextRun[], glyphs: GlyphCase): boolean {
  const y = runs[0]?.y
  if (runs.some(run => run.turn || run.y !== y)) return true
  let end: number | null = null
  for (const run of runs) {
    const { clusters, xs, size, stretch } = run
    for (let at = 0; at < clusters.length; at++) {
      const x = xs[at]!
      const glyph = glyphs.glyph(run, clusters[at]!)
      if (glyph.missing) return true
      const gap = end === null ? 0 : (x - end) / size
      if (gap > looseGap || gap < tightGap) return true
      end = x + (glyph.advance * size * stretch) / 1000
    }
  }
  return false
}

function paintRun(run: TextRun, pageHeight: number, glyphs: GlyphCase, out: PageOperators): void {
  const { size, stretch } = run
  let font = ''
  let array = ''
  let hex = ''
  /** Where the pen stands. */
  let pen = 0
  const closeArray = () => {
    if (hex) array += `<${hex}>`
    if (array) out.add(`[${array}] TJ`)
    array = ''
    hex = ''
  }
  for (let at = 0; at < run.clusters.length; at++) {
    const x = run.xs[at]!
    const glyph = glyphs.glyph(run, run.clusters[at]!)
    if (glyph.font !== font) {
      closeArray()
      font = glyph.font
      glyphs.use(font)
      out.add(`/${font} ${n(size)} Tf 1 0 0 1 ${n(x)} ${n(pageHeight - run.y)} Tm`)
      pen = x
    }
    const shift = Math.round(((pen - x) * 10000) / (size * stretch)) / 10
    if (shift !== 0) {
      if (hex) array += `<${hex}>`
      hex = ''
      array += String(shift)
      pen -= (shift * size * stretch) / 1000
    }
    hex += glyph.hex
    pen += (glyph.advance * size * stretch) / 1000
  }
  closeArray()
}

function paintTurned(run: TextRun, pageHeight: number, glyphs: GlyphCase, out: PageOperators): void {
  let font = ''
  run.clusters.forEach((cluster, at) => {
    const glyph = glyphs.glyph(run, cluster)
    if (glyph.font !== font) {
      font = glyph.font
      glyphs.use(font)
      out.add(`/${font} ${n(run.size)} Tf`)
    }
    // Along the glyph's own baseline the page goes down.
    out.add(`0 -1 1 0 ${n(run.xs[at]!)} ${n(pageHeight - run.y)} Tm <${glyph.hex}> Tj`)
  })
}

/** A text string of a PDF: UTF-16, big end first, with its mark. */
function utf16Hex(text: string): string {
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}
