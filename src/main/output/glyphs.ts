import type { PageFace } from '../../shared/page/painting'
import { fallbackFaces } from './fonts'
import type { FaceGlyph, FaceShelf } from './open-faces'
import type { EmbeddedFont, PdfDocument } from './page-pdf-document'

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
  readonly #missing = new Set<string>()

  constructor(document: PdfDocument, shelf: FaceShelf) {
    this.#document = document
    this.#shelf = shelf
  }

  /** Characters that no face has (缺字), in the order met. */
  get missing(): string[] {
    return [...this.#missing]
  }

  /** The glyph of a cluster in a face, in a fallback face, or the 〓 that stands for it. */
  glyph(face: PageFace, cluster: string): PdfGlyph {
    let known = this.#glyphs.get(face)
    if (!known) this.#glyphs.set(face, (known = new Map<string, PdfGlyph>()))
    let glyph = known.get(cluster)
    if (!glyph) known.set(cluster, (glyph = this.#find(face, cluster)))
    return glyph
  }

  #find(face: PageFace, cluster: string): PdfGlyph {
    for (const candidate of [face, ...fallbackFaces[face]]) {
      const glyphs = this.#shelf.face(candidate).glyphsOf(cluster)
      if (glyphs) return this.#entered(candidate, cluster, glyphs, false)
    }
    this.#missing.add(cluster)
    return this.#entered(face, geta, this.#shelf.face(face).glyphsOf(geta) ?? [], true)
  }

  #entered(face: PageFace, text: string, glyphs: readonly FaceGlyph[], missing: boolean): PdfGlyph {
    let font = this.#fonts.get(face)
    if (!font) {
      font = new SubsetFont(this.#document.embed(this.#shelf.face(face).font))
      this.#fonts.set(face, font)
    }
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    return { font: font.name, hex: font.enter(text, glyphs), advance, missing }
  }

  /** Enters a font in the resources of the current page. */
  use(name: string): void {
    for (const font of this.#fonts.values()) {
      if (font.name === name) this.#document.use('Font', name, font.object)
    }
  }
}

/** A font of a document with the glyphs that it has taken in. */
class SubsetFont {
  readonly #font: EmbeddedFont
  /** Numbers in the subset by glyph and the text that it stands for. */
  readonly #numbers = new Map<string, number>()

  constructor(font: EmbeddedFont) {
    this.#font = font
  }

  get name(): string {
    return this.#font.id
  }

  get object(): unknown {
    return this.#font.ref()
  }

  /**
   * Takes in the glyphs of a cluster and gives their numbers. A glyph that stands for two characters (⼀ and 一)
   * is entered twice, so that each is copied as what it was.
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
        const { subset, widths, unicode } = this.#font
        number = subset.glyphs.length
        subset.glyphs.push(id)
        widths[number] = advance
        unicode[number] = [...meant].map(character => character.codePointAt(0) ?? 0)
        this.#numbers.set(key, number)
      }
      hex += number.toString(16).padStart(4, '0')
    })
    return hex
  }
}
