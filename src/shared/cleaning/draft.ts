import type { StoryParts } from '../story/parts'

/** Where a draft comes from: what its line ends are worth depends on it. */
export type DraftSource = 'word' | 'text' | 'web' | 'story'

/** What a paragraph is called where it comes from, or where it stands in a story that was cleaned before. */
export type DraftStyle =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'caption'
  | 'kicker'
  | 'deck'
  | 'dateline'
  | 'crosshead'
  | 'summary'
  | 'editorNote'
  | 'related'
  | 'credit'
  | 'byline'

/** A paragraph as it came, with what its look says about it. */
export interface DraftParagraph {
  readonly kind: 'paragraph'
  /** Soft returns stand as \n, tabs as \t; nothing else was changed. */
  readonly text: string
  readonly style: DraftStyle | null
  /** Whether all of it is bold. */
  readonly bold: boolean
  readonly align: 'left' | 'center' | 'right' | null
  /** Type size in points; null where it is not said. */
  readonly size: number | null
  /** Numbered by the writing program: the number itself is not in the text. */
  readonly numbered: boolean
  /** Where it stands in a table; paragraphs of one row share `table` and `row`. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null
}

/** A picture between paragraphs. */
export interface DraftImage {
  readonly kind: 'image'
  /** Index into `Draft.pictures`. */
  readonly picture: number
}

export type DraftBlock = DraftParagraph | DraftImage

/** A picture that the draft holds or speaks of. */
export interface DraftPicture {
  /** Why it did not come along, as a short clause; null: its bytes are there. */
  readonly lost: string | null
  /** Pixels, upright; 0 where they are not known. */
  readonly width: number
  readonly height: number
  /** In the photo store already: SHA-256 of the original. */
  readonly image: string | null
  /** What its own file says of it, in the house's forms; '' where it says nothing. The draft's words go before. */
  readonly caption: string
  readonly credit: string
}

/** What was handed in, before anything was done to it: from a file, or from the clipboard. */
export interface Draft {
  readonly source: DraftSource
  readonly blocks: readonly DraftBlock[]
  readonly pictures: readonly DraftPicture[]
}

/** A plain paragraph, with what is known of it. */
export const draftParagraph = (
  text: string,
  hints: Partial<Omit<DraftParagraph, 'kind' | 'text'>> = {},
): DraftParagraph => ({
  kind: 'paragraph',
  text,
  style: null,
  bold: false,
  align: null,
  size: null,
  numbered: false,
  cell: null,
  ...hints,
})

/** A picture of which nothing is known but what is said. */
export const draftPicture = (known: Partial<DraftPicture>): DraftPicture => ({
  lost: null,
  width: 0,
  height: 0,
  image: null,
  caption: '',
  credit: '',
  ...known,
})

/** Whether any of the pictures that a draft speaks of came along. */
export const hasPictures = ({ pictures }: Draft): boolean => pictures.some(picture => picture.lost === null)

/** Plain text as a draft: a paragraph a line, empty lines too, for they part paragraphs. */
export const draftOfText = (text: string): Draft => ({
  source: 'text',
  blocks: text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/u)
    .map(line => draftParagraph(line)),
  pictures: [],
})

/** A story's parts as a draft whose every part is known: cleaning it again finds nothing to do. */
export function draftOfParts(parts: StoryParts): Draft {
  const blocks: DraftBlock[] = []
  const pictures: DraftPicture[] = []
  const part = (style: DraftStyle, text: string) => {
    if (text !== '') blocks.push(draftParagraph(text, { style }))
  }
  part('kicker', parts.kicker)
  part('title', parts.headline)
  part('deck', parts.deck)
  part('dateline', parts.dateline)
  for (const block of parts.blocks) {
    if (block.kind === 'photo') {
      blocks.push({ kind: 'image', picture: pictures.length })
      const { image, width, height } = block
      pictures.push(draftPicture({ image, width, height }))
      part('caption', block.caption)
      part('credit', block.credit)
    } else if (block.text !== '') {
      blocks.push(draftParagraph(block.text, { style: block.kind === 'paragraph' ? null : block.kind }))
    }
  }
  part('byline', parts.byline)
  return { source: 'story', blocks, pictures }
}
