import { isDigit, type PageFace, type TextRun } from '../../shared/page/painting'
import { fallbackFaces } from './fonts'
import type { FaceGlyph, FaceShelf } from './open-faces'
import type { PdfDocument } from './page-pdf-document'
import { SubsetFont } from './subset-font'

/** One cluster as a PDF paints it. */
export interface PdfGlyph {
  /** Name of the font in the page's resources. */
  readonly font: string
  /** Glyph numbers, four hexadecimal digits each. */
  readonly hex: string
  /** Natural advance in thousandths of the size. */
  readonly advance: number
  /** True where the cluster stands for one that no face has. */
  readonly missing: boolean
}

/** 〓, the compositor's mark for a character that the case does not hold. */
const geta = '〓'

/** The glyphs of one document: faces are embedded as they are first used, each as one subset for all pages. */
export class GlyphCase {
  readonly #document: PdfDocument
  readonly #shelf: FaceShelf
  readonly #fonts = new Map<PageFace, SubsetFont>()
  readonly #glyphs = new Map<PageFace, Map<string, PdfGlyph>>()
  readonly #halfDigits = new Map<PageFace, Map<string, PdfGlyph>>()
  readonly #missing = new Set<string>()

  constructor(document: PdfDocument, shelf: FaceShelf) {
    this.#document = document
    this.#shelf = shelf
  }

  /** Characters that no face has (缺字), in the order met. */
  get missing(): string[] {
    return [...this.#missing]
  }

  /** The glyph of a cluster of a run in its face, in a fallback face, or the 〓 that stands for it. */
  glyph({ face, halfDigits }: Pick<TextRun, 'face' | 'halfDigits'>, cluster: string): PdfGlyph {
    const half = halfDigits === true && isDigit(cluster)
    const faces = half ? this.#halfDigits : this.#glyphs
    let known = faces.get(face)
    if (!known) faces.set(face, (known = new Map<string, PdfGlyph>()))
    let glyph = known.get(cluster)
    if (!glyph) known.set(cluster, (glyph = this.#find(face, cluster, half)))
    return glyph
  }

  #find(face: PageFace, cluster: string, half: boolean): PdfGlyph {
    for (const candidate of [face, ...fallbackFaces[face]]) {
      const glyphs = this.#shelf.face(candidate).glyphsOf(cluster, half)
      if (glyphs) return this.#entered(candidate, cluster, glyphs, false)
    }
    this.#missing.add(cluster)
    return this.#entered(face, geta, this.#shelf.face(face).glyphsOf(geta) ?? [], true)
  }

  #entered(face: PageFace, text: string, glyphs: readonly FaceGlyph[], missing: boolean): PdfGlyph {
    let font = this.#fonts.get(face)
    if (!font) {
      font = new SubsetFont(this.#document, this.#shelf.face(face).font, `F${this.#fonts.size + 1}`)
      this.#fonts.set(face, font)
    }
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    return { font: font.name, hex: font.enter(text, glyphs), advance, missing }
  }

  /** Writes the fonts, once the last page is painted. */
  finish(): void {
    for (const font of this.#fonts.values()) font.finish()
  }

  /** Enters a font in the resources of the current page. */
  use(name: string): void {
    for (const font of this.#fonts.values()) {
      if (font.name === name) this.#document.use('Font', name, font.object)
    }
  }
}
