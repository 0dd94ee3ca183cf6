/**
 * How wide a printed line is, near enough to know whether it is full. The setter itself is in
 * shared/typeset; this one has to judge lines of any paper, whose font and rules are not known.
 */
export interface LineWidth {
  /** Em at natural width: Han 1, digits about ½, adjoining marks ½ less (typography.md 2). */
  readonly natural: number
  /** Em that its marks could give up. */
  readonly squeeze: number
  /** Em by which another font's digits and letters may differ from the guess, either way. */
  readonly tolerance: number
}

const squeezable = new Set('，、；：“”‘’（）《》〈〉【】〔〕「」『』')
const opening = new Set('“‘（《〈【〔「『')
const closing = new Set('，。、；：！？”’）》〉】〕」』')

const isDigit = (code: number) => code >= 48 && code <= 57

function advance(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x2000) return 1
  if (isDigit(code)) return 0.53
  if (char === 'm' || char === 'w' || char === '%' || char === 'M' || char === 'W' || char === '@')
    return 0.85
  if (code >= 65 && code <= 90) return 0.66
  if (".,:;'!|il1/()-".includes(char)) return 0.3
  if (code > 0x7f) return 1
  return 0.52
}

/** Measures a line. Spaces count where they part Han from Han, for others are stray. */
export function widthOf(text: string): LineWidth {
  let natural = 0
  let squeeze = 0
  let tolerance = 0
  let last = ''
  let space = 0
  for (const char of text) {
    if (char === ' ' || char === '\u3000') {
      space += char === ' ' ? 0.5 : 1
      continue
    }
    if (space > 0 && isHan(last) && isHan(char)) {
      natural += Math.min(space, 1)
      squeeze += Math.min(space, 1) / 4
    }
    space = 0
    const width = advance(char)
    natural += width
    if (width < 1) tolerance += isDigit(char.charCodeAt(0)) ? 0.05 : 0.2
    if (squeezable.has(char)) squeeze += 0.5
    if (
      (closing.has(last) && (closing.has(char) || opening.has(char))) ||
      (opening.has(last) && opening.has(char))
    ) {
      natural -= 0.5
      if (squeezable.has(last)) squeeze -= 0.5
    }
    last = char
  }
  return { natural, squeeze, tolerance }
}

/**
 * Em of what may not be parted at a line's start: opening marks with their character, a number with its
 * unit sign, a Latin word, and the closing marks after them (which can be squeezed).
 */
export function widthOfHead(text: string): number {
  const head =
    /^[“‘（《〈【〔「『]*(?:[0-9][0-9.,:%‰℃°/-]*|[A-Za-z][A-Za-z0-9.'-]*|——|……|\P{Zs})[，。、；：！？”’）》〉】〕」』]*/u.exec(
      text,
    )?.[0] ?? ''
  const width = widthOf(head)
  return width.natural - Math.min(width.squeeze, 0.5)
}

const han = /\p{Script=Han}/u
/** Whether this is one Han character. */
export const isHan = (char: string): boolean => han.test(char)
/** Whether a line may not start with this mark. */
export const isClosing = (char: string): boolean => closing.has(char)
/** Whether a line may not end with this mark. */
export const isOpening = (char: string): boolean => opening.has(char)
