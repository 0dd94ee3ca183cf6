import Pdf from 'pdfkit'
import type { PageFace } from '../../shared/page/painting'
import { fontBytes } from './fonts'

/**
 * What we need of a font as pdfkit's own reader (fontkit) opens it. Neither package's types name all of it; the
 * PDF tests hold it.
 */
export interface ReadFont {
  readonly postscriptName: string
  readonly unitsPerEm: number
  /** In units of the em, as are the box's sides. */
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  readonly bbox: Readonly<Record<'minX' | 'minY' | 'maxX' | 'maxY', number>>
  readonly italicAngle: number
  getGlyph(id: number): { readonly advanceWidth: number }
  /** A TrueType file of the glyphs that are put into `glyphs`; its first is the font's own first. */
  createSubset(): { readonly glyphs: number[]; encode(): Uint8Array }
  hasGlyphForCodePoint(code: number): boolean
  layout(
    text: string,
    features?: readonly string[],
  ): { readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number }[] }
}

/** A glyph of a font file. */
export interface FaceGlyph {
  /** Its number in the file. */
  readonly id: number
  /** In thousandths of the size. */
  readonly advance: number
}

/** Variation selectors and joiners draw nothing and need no glyph of their own. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/** A face whose file is open, with the glyphs that were looked up in it. */
export class OpenFace {
  readonly font: ReadFont
  readonly #glyphs = new Map<string, readonly FaceGlyph[] | null>()
  readonly #halfDigits = new Map<string, readonly FaceGlyph[] | null>()

  constructor(bytes: Uint8Array) {
    const reader = new Pdf({ autoFirstPage: false, font: '' })
    reader.font(bytes as Buffer)
    const { _font: opened } = reader as unknown as { _font: { font: ReadFont } }
    this.font = opened.font
  }

  /** The glyphs of a cluster, or its half-width ones; null where the face lacks one of its characters. */
  glyphsOf(cluster: string, half = false): readonly FaceGlyph[] | null {
    const known = half ? this.#halfDigits : this.#glyphs
    let glyphs = known.get(cluster)
    if (glyphs === undefined) known.set(cluster, (glyphs = this.#find(cluster, half ? ['hwid'] : [])))
    return glyphs
  }

  #find(cluster: string, features: readonly string[]): FaceGlyph[] | null {
    const has = (character: string) => this.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
    // Spaces of every width are empty: one that the face lacks is written as its plain one.
    const text = cluster.replace(invisible, '').replace(/\s/gu, space => (has(space) ? space : ' '))
    if (![...text].every(has)) return null
    if (text === '') return []
    const scale = 1000 / this.font.unitsPerEm
    return this.font
      .layout(text, features)
      .glyphs.map(({ id, advanceWidth }) => ({ id, advance: advanceWidth * scale }))
  }
}

/** How long faces stay open after the last document: they are some 15 MB each. */
const idleTime = 10 * 60_000

/** Faces kept open between documents: an evening's pages are set in the same five. */
export class FaceShelf {
  readonly #faces = new Map<PageFace, OpenFace>()
  #idle: NodeJS.Timeout | undefined

  /** The face, opened when it is not open yet. */
  face(face: PageFace): OpenFace {
    let open = this.#faces.get(face)
    if (!open) this.#faces.set(face, (open = new OpenFace(fontBytes(face))))
    this.#idle ??= setTimeout(() => this.clear(), idleTime).unref()
    this.#idle.refresh()
    return open
  }

  clear(): void {
    this.#faces.clear()
    clearTimeout(this.#idle)
    this.#idle = undefined
  }
}
