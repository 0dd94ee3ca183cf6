import { withoutHandlers } from '../../intake/html-draft'

/** A picture inside pasted HTML. */
export type PastedPicture =
  /** Its bytes came along. */
  | { readonly kind: 'inside'; readonly element: HTMLImageElement; readonly file: File }
  /** It only says where it lies: on another site, or on the disk of the program that it was copied from. */
  | { readonly kind: 'elsewhere'; readonly element: HTMLImageElement }

const inside = /^data:image\/(?:jpeg|jpg|png|tiff);base64,/i

/** Sides below which a picture is a line, a dot or a counter of visits. */
const leastSide = 8

/** Pasted HTML, parsed without fetching anything, and its pictures in reading order. */
export function readPastedHtml(html: string): { document: Document; pictures: readonly PastedPicture[] } {
  const document = new DOMParser().parseFromString(withoutHandlers(html), 'text/html')
  // What only looks like a photo of ours would name a picture that nobody has.
  for (const figure of document.querySelectorAll('figure')) figure.removeAttribute('class')
  const pictures = [...document.querySelectorAll('img')].flatMap((element): PastedPicture[] => {
    const isTiny = [element.getAttribute('width'), element.getAttribute('height')].some(
      size => size !== null && Number.parseFloat(size) < leastSide,
    )
    if (isTiny) return []
    const source = element.getAttribute('src') ?? element.getAttribute('data-src') ?? ''
    const file = inside.test(source) ? fileOf(source) : null
    return [file ? { kind: 'inside', element, file } : { kind: 'elsewhere', element }]
  })
  return { document, pictures }
}

/** Null where the text is no base64. */
function fileOf(source: string): File | null {
  const comma = source.indexOf(',')
  try {
    const bytes = Uint8Array.from(atob(source.slice(comma + 1).trim()), letter => letter.charCodeAt(0))
    return new File([bytes], '粘贴的图片', { type: source.slice('data:'.length, source.indexOf(';')) })
  } catch {
    // atob throws for what is not base64.
    return null
  }
}

/** Whether what was copied came out of a story sheet, whose photos are there already. */
export const isOwnHtml = (html: string): boolean => html.includes('data-pm-slice')
