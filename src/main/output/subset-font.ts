import { createHash } from 'node:crypto'
import type { FaceGlyph, ReadFont } from './open-faces'
import type { PdfDocument, PdfObject } from './page-pdf-document'

/** A face in a document: one subset for all of its pages, written when they are done (ISO 32000-1, 9.7). */
export class SubsetFont {
  /** Name among a page's resources. */
  readonly name: string
  /** What pages refer to; written by `finish`. */
  readonly object: PdfObject
  readonly #document: PdfDocument
  readonly #font: ReadFont
  readonly #subset: ReturnType<ReadFont['createSubset']>
  /** By number in the subset: advances in thousandths, and the text that each glyph stands for. */
  readonly #advances: number[]
  readonly #texts: string[] = ['']
  /** Numbers in the subset by glyph and text. */
  readonly #numbers = new Map<string, number>()

  constructor(document: PdfDocument, font: ReadFont, name: string) {
    this.name = name
    this.object = document.later()
    this.#document = document
    this.#font = font
    // Its first glyph is the one for what is missing.
    this.#subset = font.createSubset()
    this.#advances = [font.getGlyph(0).advanceWidth * (1000 / font.unitsPerEm)]
  }

  /**
   * Takes in the glyphs of a cluster and gives their numbers, four hexadecimal digits each. A glyph that stands
   * for two characters (⼀ and 一) is entered twice, so that each is copied as what it was.
   */
  enter(text: string, glyphs: readonly FaceGlyph[]): string {
    const characters = [...text]
    let hex = ''
    glyphs.forEach(({ id, advance }, at) => {
      // Where glyphs and characters do not pair, the first stands for the whole text.
      const meant = glyphs.length === characters.length ? characters[at]! : at === 0 ? text : ''
      const key = `${id} ${meant}`
      let number = this.#numbers.get(key)
      if (number === undefined) {
        number = this.#subset.glyphs.push(id) - 1
        this.#advances[number] = advance
        this.#texts[number] = meant
        this.#numbers.set(key, number)
      }
      hex += hex4(number)
    })
    return hex
  }

  /** Writes the font; nothing can be entered any more. */
  finish(): void {
    const { unitsPerEm, ascent, descent, capHeight, xHeight, italicAngle, bbox, postscriptName } = this.#font
    const scale = 1000 / unitsPerEm
    const program = this.#subset.encode()
    // Other subsets of the face, in files that a plate-maker joins with this one, must have other names.
    const digest = createHash('sha256').update(program).digest()
    const tag = String.fromCharCode(...digest.subarray(0, 6).map(byte => 65 + (byte % 26)))
    const name = `${tag}+${postscriptName}`
    const file = this.#document.object({ Length1: program.length }, [program])
    const descriptor = this.#document.object({
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: its characters are no standard Latin set.
      Flags: 4,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(side => side * scale),
      ItalicAngle: italicAngle,
      Ascent: ascent * scale,
      Descent: descent * scale,
      CapHeight: (capHeight || ascent) * scale,
      XHeight: (xHeight || 0) * scale,
      StemV: 80,
      FontFile2: file,
    })
    const descendant = this.#document.object({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: new String('Adobe'),
        Ordering: new String('Identity'),
        Supplement: 0,
      },
      CIDToGIDMap: 'Identity',
      FontDescriptor: descriptor,
      DW: 1000,
      W: widthsOf(this.#advances),
    })
    Object.assign(this.object.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.#document.object({}, [Buffer.from(toUnicode(this.#texts))]),
    })
    this.object.end()
  }
}

const hex4 = (value: number) => value.toString(16).padStart(4, '0')

/** Advances that are not an em, as runs: [first [advance …] first [advance …]]. */
function widthsOf(advances: readonly number[]): (number | number[])[] {
  const widths: (number | number[])[] = []
  let run: number[] = []
  advances.forEach((advance, number) => {
    if (advance === 1000) run = []
    else if (run.length > 0) run.push(advance)
    else widths.push(number, (run = [advance]))
  })
  return widths
}

/** A block of a CMap holds so many entries at most. */
const mostEntries = 100

/** The text of each glyph of a subset as a ToUnicode CMap (ISO 32000-1, 9.10.3). */
function toUnicode(texts: readonly string[]): string {
  const entries = texts.flatMap((text, number) => {
    if (text === '') return []
    const units = Array.from({ length: text.length }, (_, at) => hex4(text.charCodeAt(at)))
    return [`<${hex4(number)}> <${units.join('')}>`]
  })
  const blocks: string[] = []
  for (let at = 0; at < entries.length; at += mostEntries) {
    const block = entries.slice(at, at + mostEntries)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}
