import { draftPicture, type Draft, type DraftBlock, type DraftParagraph } from '../../shared/cleaning/draft'
import { pictureOf, sayNot, type FoundPicture } from './html-picture'
import { lookOf, plainLook, type Look } from './html-look'

/** A draft read from HTML, with the bytes of those pictures that are in it. */
export interface HtmlDraft {
  readonly draft: Draft
  /** One for each of the draft's pictures; null where it did not come along. */
  readonly files: readonly (Uint8Array | null)[]
}

/** UTF-16 code units and nodes after which nothing more is read: the newsroom refuses what is longer. */
const mostCharacters = 100_000
const mostNodes = 400_000
/** Browsers nest no deeper than 512 elements. */
const mostDepth = 600

/** What is never read, its text included. */
const skipped = new Set(
  'head style script del template noscript title meta link iframe object embed svg math canvas video audio select textarea button input rt rp map xml'.split(
    ' ',
  ),
)
/** What ends a paragraph before and behind it. */
const blocks = new Set(
  'p div section article h1 h2 h3 h4 h5 h6 li blockquote pre td th tr table tbody thead tfoot caption figure figcaption header footer main aside nav ul ol dl dt dd center address hr form fieldset body html'.split(
    ' ',
  ),
)

/**
 * Reads the clipboard's HTML. The browser's parser makes an inert document of it (nothing in it runs or loads), and only
 * text, its look and embedded pictures are taken out.
 */
export function draftOfHtml(html: string): HtmlDraft {
  const isWord = /urn:schemas-microsoft-com:office|class="?Mso|mso-|content="?WPS/iu.test(
    html.slice(0, 200_000),
  )
  const { body } = new DOMParser().parseFromString(withoutHandlers(html), 'text/html')
  return draftOfNodes(body, isWord ? 'word' : 'web')
}

/** Handlers never run there; but the window's policy refuses each, and says so. */
export const withoutHandlers = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/giu, tag => tag.replace(/([\s"'/])on[a-z]+(?=\s*=)/giu, '$1data-handler'))

/** Whether HTML says more than its plain text does: what has only line ends is text, as from a PDF reader. */
export const hasLook = (html: string): boolean =>
  /<(?:p|h[1-6]|section|table|li|article|blockquote|img|div)\b/iu.test(html)

/** The same for parsed nodes; what a test without a browser calls. */
export function draftOfNodes(root: Node, source: 'word' | 'web'): HtmlDraft {
  const reader = new Reader()
  reader.read(root, plainLook, 0)
  reader.flush()
  // What their files say of them the newsroom reads from the bytes.
  const pictures = reader.pictures.map(({ lost }) => draftPicture({ lost }))
  return {
    draft: { source, blocks: joinNoLines(reader.blocks), pictures },
    files: reader.pictures.map(found => found.bytes),
  }
}

type Cell = DraftParagraph['cell']

class Reader {
  readonly blocks: DraftBlock[] = []
  readonly pictures: FoundPicture[] = []
  #text = ''
  #look = plainLook
  #isBold = true
  #size = 0
  #hasWords = false
  #cell: Cell = null
  #tables = 0
  #characters = 0
  #nodes = 0
  #waiting: number[] = []

  read(node: Node, outer: Look, depth: number): void {
    if (depth > mostDepth) return
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (++this.#nodes > mostNodes || this.#characters > mostCharacters) return
      if (child.nodeType === 3) this.#write(child.nodeValue ?? '', outer)
      else if (child.nodeType === 1) this.#element(child as Element, outer, depth)
    }
  }

  #element(element: Element, outer: Look, depth: number): void {
    const name = element.nodeName.toLowerCase()
    if (skipped.has(name)) return
    if (name === 'br') {
      // What browsers put behind all that was copied.
      if (element.getAttribute('class') === 'Apple-interchange-newline') return
      this.#text = `${this.#text.replace(/ $/u, '')}\n`
      return
    }
    if (name === 'img') {
      const found = pictureOf(element)
      if (!found) return
      this.#waiting.push(this.pictures.length)
      this.pictures.push(found)
      return
    }
    const look = lookOf(element, name, outer)
    if (look.isHidden) return
    if (!blocks.has(name)) {
      this.read(element, look, depth + 1)
      return
    }
    this.flush()
    this.#look = look
    if (name === 'table' && this.#cell === null && isGrid(element)) this.#readTable(element, look, depth)
    else this.read(element, look, depth + 1)
    this.#look = look
    this.flush()
    this.#look = outer
  }

  #readTable(table: Element, look: Look, depth: number): void {
    const number = this.#tables++
    rowsOf(table).forEach((row, rowIndex) => {
      cellsOf(row).forEach((cell, column) => {
        this.flush()
        this.#cell = { table: number, row: rowIndex, column }
        this.#look = look
        this.read(cell, lookOf(cell, cell.nodeName.toLowerCase(), look), depth + 1)
        this.flush()
      })
    })
    this.#cell = null
  }

  #write(raw: string, look: Look): void {
    let text = raw.slice(0, mostCharacters)
    if (!look.isPre) {
      // A line end in the source between two Han characters is no space.
      text = text
        .replace(
          /(?<=[\p{Script=Han}，。、；：！？“”（）《》])[ \t]*[\r\n]+[ \t\r\n]*(?=[\p{Script=Han}，。、；：！？“”（）《》])/gu,
          '',
        )
        .replace(/[ \t\r\n\f]+/gu, ' ')
      if (/(?:^|[ \n])$/u.test(this.#text)) text = text.replace(/^ /u, '')
    }
    if (text === '') return
    this.#text += text
    this.#characters += text.length
    if (!/[^\s\xa0\u3000]/u.test(text)) return
    this.#hasWords = true
    if (!look.isBold) this.#isBold = false
    this.#size = Math.max(this.#size, look.size ?? 0)
  }

  /** Ends the paragraph; pictures that stood in it come behind it. */
  flush(): void {
    const text = this.#text.replace(/^ | $/gu, '').replace(/\n$/u, '')
    if (text !== '' || (this.#text !== '' && this.#waiting.length === 0)) {
      this.blocks.push({
        kind: 'paragraph',
        text,
        style: this.#look.style,
        bold: this.#isBold && this.#hasWords,
        align: this.#look.align,
        size: this.#size > 0 ? this.#size : null,
        numbered: this.#look.isNumbered,
        cell: this.#cell,
      })
    }
    for (const picture of this.#waiting) this.blocks.push({ kind: 'image', picture })
    this.#waiting = []
    this.#text = ''
    this.#isBold = true
    this.#hasWords = false
    this.#size = 0
  }
}

const childrenOf = (node: Node): Element[] => {
  const found: Element[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) found.push(child as Element)
  return found
}

const rowsOf = (table: Element): Element[] =>
  childrenOf(table).flatMap(child => {
    const name = child.nodeName.toLowerCase()
    if (name === 'tr') return [child]
    return name === 'tbody' || name === 'thead' || name === 'tfoot' ? rowsOf(child) : []
  })
const cellsOf = (row: Element): Element[] => childrenOf(row).filter(cell => /^t[dh]$/iu.test(cell.nodeName))

/** Mails and old pages are laid out in tables of one column: those are no tables. */
const isGrid = (table: Element): boolean => rowsOf(table).some(row => cellsOf(row).length > 1)

/** Two empty lines say no more than one. */
const joinNoLines = (all: readonly DraftBlock[]): DraftBlock[] =>
  all.filter((block, index) => {
    const before = all[index - 1]
    const isEmpty = (one: DraftBlock | undefined) => one?.kind === 'paragraph' && one.text.trim() === ''
    return !(isEmpty(block) && isEmpty(before))
  })

/** The draft with none of its pictures: for where only words can go. */
export const withoutPictures = (draft: Draft): Draft => ({
  ...draft,
  pictures: draft.pictures.map(picture => ({ ...picture, lost: picture.lost ?? sayNot })),
})
