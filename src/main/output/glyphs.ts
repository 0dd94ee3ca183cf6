import type Pdf from 'pdfkit'
import type { PageFace } from '../../shared/page/painting'
import { fallbackFaces, fontBytes } from './fonts'

/**
 * What we need of pdfkit's embedded font. It is not in pdfkit's types; the PDF tests hold it.
 * `encode` also enters the glyphs in the font's subset and its ToUnicode map.
 */
interface EmbeddedFont {
  readonly id: string
  readonly font: { hasGlyphForCodePoint(code: number): boolean }
  encode(text: string): [string[], { advanceWidth: number }[]]
  ref(): unknown
}

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

/** The glyphs of one document: faces are opened, embedded and subset as they are first used. */
export class GlyphCase {
  readonly #document: typeof Pdf.prototype
  readonly #fonts = new Map<PageFace, EmbeddedFont>()
  readonly #glyphs = new Map<PageFace, Map<string, PdfGlyph>>()
  readonly #missing = new Set<string>()

  constructor(document: typeof Pdf.prototype) {
    this.#document = document
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
      const font = this.#font(candidate)
      if (has(font, cluster)) return encoded(font, cluster, false)
    }
    this.#missing.add(cluster)
    return encoded(this.#font(face), geta, true)
  }

  #font(face: PageFace): EmbeddedFont {
    let font = this.#fonts.get(face)
    if (!font) {
      this.#document.font(fontBytes(face) as Buffer)
      const { _font: opened } = this.#document as unknown as { _font: EmbeddedFont }
      font = opened
      this.#fonts.set(face, font)
    }
    return font
  }

  /** Enters a font in the resources of the current page. */
  use(name: string): void {
    const { page } = this.#document as unknown as { page: { fonts: Record<string, unknown> } }
    if (page.fonts[name]) return
    for (const font of this.#fonts.values()) if (font.id === name) page.fonts[name] = font.ref()
  }
}

/** Variation selectors and joiners draw nothing and need no glyph of their own. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

function has(font: EmbeddedFont, cluster: string): boolean {
  for (const character of cluster.replace(invisible, '')) {
    if (!font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false
  }
  return true
}

function encoded(font: EmbeddedFont, text: string, missing: boolean): PdfGlyph {
  const [hex, positions] = font.encode(text.replace(invisible, ''))
  const advance = positions.reduce((sum, position) => sum + position.advanceWidth, 0)
  return { font: font.id, hex: hex.join(''), advance, missing }
}
