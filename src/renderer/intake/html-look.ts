import type { DraftParagraph } from '../../shared/cleaning/draft'

/** What the look of an element says about its text. */
export interface Look {
  readonly style: DraftParagraph['style']
  readonly align: DraftParagraph['align']
  readonly isBold: boolean
  /** Points. */
  readonly size: number | null
  readonly isNumbered: boolean
  readonly isPre: boolean
  readonly isHidden: boolean
}

export const plainLook: Look = {
  style: null,
  align: null,
  isBold: false,
  size: null,
  isNumbered: false,
  isPre: false,
  isHidden: false,
}

/** What an element's name, class and style attribute change about the look round it. */
export function lookOf(element: Element, name: string, outer: Look): Look {
  const style = styleOf(element.getAttribute('style') ?? '')
  const weight = style.get('font-weight')
  const align = style.get('text-align') ?? element.getAttribute('align')?.toLowerCase() ?? null
  const space = style.get('white-space') ?? ''
  return {
    style: partOf(name, element.getAttribute('class') ?? '') ?? outer.style,
    align: alignOf(name === 'center' ? 'center' : align) ?? outer.align,
    isBold:
      weight === undefined ? outer.isBold || /^(?:b|strong|th|h[1-6])$/u.test(name) : isHeavy(weight, outer),
    size: pointsOf(style.get('font-size')) ?? outer.size,
    isNumbered: name === 'li' ? isOrdered(element) : outer.isNumbered,
    isPre: name === 'pre' || (space === '' ? outer.isPre : space.startsWith('pre')),
    isHidden:
      style.get('display') === 'none' ||
      style.get('visibility') === 'hidden' ||
      style.get('mso-hide') === 'all' ||
      element.getAttribute('hidden') !== null,
  }
}

/** `a:b;c:d` by name; only what is looked at above. Quotes and functions hold no semicolon that matters here. */
function styleOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const part of text.slice(0, 4000).split(';')) {
    const at = part.indexOf(':')
    if (at > 0) {
      const value = part.slice(at + 1).replace(/!important/u, '')
      found.set(part.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase())
    }
  }
  return found
}

const isHeavy = (weight: string, outer: Look): boolean => {
  if (weight === 'bold' || weight === 'bolder') return true
  if (weight === 'inherit') return outer.isBold
  return Number(weight) >= 600
}

function pointsOf(size: string | undefined): number | null {
  const told = /^([0-9.]+)(pt|px)$/u.exec(size ?? '')
  const number = Number(told?.[1])
  if (!told || !Number.isFinite(number) || number <= 0 || number > 500) return null
  return told[2] === 'pt' ? number : Math.round(number * 7.5) / 10
}

const alignOf = (align: string | null): DraftParagraph['align'] => {
  if (align === 'center' || align === 'right') return align
  return align === 'left' || align === 'justify' || align === 'start' ? 'left' : null
}

function partOf(name: string, className: string): DraftParagraph['style'] {
  if (name === 'h1' || /(?:^| )MsoTitle(?: |$)/u.test(className)) return 'title'
  if (/(?:^| )MsoSubtitle(?: |$)/u.test(className)) return 'subtitle'
  if (/^h[2-6]$/u.test(name)) return 'heading'
  return name === 'figcaption' || name === 'caption' || /(?:^| )MsoCaption(?: |$)/u.test(className)
    ? 'caption'
    : null
}

function isOrdered(item: Element): boolean {
  return item.parentNode?.nodeName.toLowerCase() === 'ol'
}
