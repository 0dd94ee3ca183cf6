import type { PageFace, TextRun } from '../../shared/page/painting'

/** CSS fonts of the page's faces: the very files that the PDF embeds (faces.ts). */
export const fonts: Readonly<Record<PageFace, { readonly weight: number; readonly family: string }>> = {
  serif: { weight: 400, family: 'Dayang Serif' },
  'serif-bold': { weight: 700, family: 'Dayang Serif' },
  'serif-black': { weight: 900, family: 'Dayang Serif' },
  sans: { weight: 400, family: 'Dayang Sans' },
  'sans-bold': { weight: 700, family: 'Dayang Sans' },
}

/** The family that holds nothing but the half-width digits of another. */
export const halfDigitsOf = (family: string): string => `${family} Half Digits`

/** The font of a run as CSS names it: the half-width digits go before the face that has all the rest. */
export function cssFont({ face, halfDigits }: Pick<TextRun, 'face' | 'halfDigits'>): {
  readonly weight: number
  readonly family: string
} {
  const { weight, family } = fonts[face]
  return { weight, family: halfDigits ? `${halfDigitsOf(family)}, ${family}` : family }
}
