import type { Ink } from '../../shared/page/painting'

/** Shares of black. Text is black plate only, so that it prints sharp and without colour fringes. */
const black: Record<Ink, number> = { ink: 1, grey: 0.55, tint: 0.08, paper: 0 }

/** Inks of a page's content: those of the painting, and 套版色, which prints on every plate. */
export type PdfInk = Ink | 'registration'

/** Names among a page's resources: black over whatever lies under it, everything else in its stead. */
export const overprintName = 'Over'
export const knockoutName = 'Out'
/** The colour of crop marks: all plates. */
export const registrationName = 'All'

/** A number as operators have it: thousandths of a point are finer than any plate. */
export function n(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

/** The operators of one page, y upwards; says of the graphics state only what changes. */
export class PageOperators {
  readonly #out: string[] = []
  #fill: PdfInk | null = null
  #stroke: PdfInk | null = null
  #overprints = false
  #width = -1
  #stretch = 100

  /** Adds operators that leave ink, stroke width and stretch as they are. */
  add(operators: string): void {
    this.#out.push(operators)
  }

  /** Fills in this ink from now on. */
  fill(ink: PdfInk): void {
    this.#overprint(ink)
    if (this.#fill === ink) return
    this.#fill = ink
    this.#out.push(ink === 'registration' ? `/${registrationName} cs 1 scn` : `0 0 0 ${black[ink]} k`)
  }

  /** Strokes in this ink and width from now on. */
  stroke(ink: PdfInk, width: number): void {
    this.#overprint(ink)
    if (this.#width !== width) this.#out.push(`${n(width)} w`)
    this.#width = width
    if (this.#stroke === ink) return
    this.#stroke = ink
    this.#out.push(ink === 'registration' ? `/${registrationName} CS 1 SCN` : `0 0 0 ${black[ink]} K`)
  }

  /** Scales glyphs across, in percent of their own width. */
  stretch(percent: number): void {
    if (this.#stretch === percent) return
    this.#stretch = percent
    this.#out.push(`${n(percent)} Tz`)
  }

  /** Black overprints what lies under it; lighter inks would be lost on a picture, and knock out. */
  #overprint(ink: PdfInk): void {
    const overprints = ink === 'ink'
    if (this.#overprints === overprints) return
    this.#overprints = overprints
    this.#out.push(`/${overprints ? overprintName : knockoutName} gs`)
  }

  toString(): string {
    return this.#out.join('\n')
  }
}
