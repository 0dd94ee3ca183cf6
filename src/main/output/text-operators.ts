import type { Ink, TextRun } from '../../shared/page/painting'
import type { GlyphCase } from './glyphs'

/**
 * A reader of PDFs takes a gap of a tenth of an em for a space, and glyphs that overlap by a fifth for the
 * start of other text. A line that is spread or squeezed further than this carries its text beside its glyphs
 * (ActualText), so that it is copied and found as it was written.
 */
const looseGap = 0.07
const tightGap = -0.15

const n = (value: number) => String(Math.round(value * 1000) / 1000)

/** The text of one printed line. */
export function lineText(runs: readonly TextRun[]): string {
  return runs.map(run => run.clusters.join('')).join('')
}

/**
 * PDF operators for the runs of one printed line, y counted upwards. Glyphs go out in arrays with the
 * differences between their advances and the setter's, thousands of them in a few kilobytes.
 */
export function paintLine(
  runs: readonly TextRun[],
  pageHeight: number,
  glyphs: GlyphCase,
  fill: (ink: Ink) => string,
): string {
  const out: string[] = []
  let needsText = false
  let lineEnd: number | null = null
  for (const run of runs) {
    const { size, stretch } = run
    let font = ''
    let array: string[] = []
    let hex = ''
    /** Where the pen stands, and where the last glyph's natural advance ends. */
    let pen = 0
    const closeArray = () => {
      if (hex) array.push(`<${hex}>`)
      if (array.length > 0) out.push(`[${array.join('')}] TJ`)
      array = []
      hex = ''
    }
    out.push(fill(run.ink), `${n(stretch * 100)} Tz`)
    for (let at = 0; at < run.clusters.length; at++) {
      const x = run.xs[at]!
      const glyph = glyphs.glyph(run.face, run.clusters[at]!)
      if (glyph.missing) needsText = true
      const gap = lineEnd === null ? 0 : (x - lineEnd) / size
      if (gap > looseGap || gap < tightGap) needsText = true
      if (glyph.font !== font) {
        closeArray()
        font = glyph.font
        glyphs.use(font)
        out.push(`/${font} ${n(size)} Tf`, `1 0 0 1 ${n(x)} ${n(pageHeight - run.y)} Tm`)
        pen = x
      }
      const shift = Math.round(((pen - x) * 10000) / (size * stretch)) / 10
      if (shift !== 0) {
        if (hex) array.push(`<${hex}>`)
        hex = ''
        array.push(String(shift))
        pen -= (shift * size * stretch) / 1000
      }
      hex += glyph.hex
      pen += (glyph.advance * size * stretch) / 1000
      lineEnd = pen
    }
    closeArray()
  }
  const body = `BT\n${out.join('\n')}\nET`
  return needsText ? `/Span <</ActualText <${utf16Hex(lineText(runs))}>>> BDC\n${body}\nEMC` : body
}

/** A text string of a PDF: UTF-16, big end first, with its mark. */
function utf16Hex(text: string): string {
  let hex = 'FEFF'
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}
