import type { Node } from 'prosemirror-model'
import { storySchema } from './schema'

/** One piece of a story besides its head and byline, in reading order. */
export type StoryBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'crosshead'; readonly text: string }
  /** 提要 */
  | { readonly kind: 'summary'; readonly text: string }
  /** 编者按, 编后 */
  | { readonly kind: 'editorNote'; readonly text: string }
  /** A line of 相关链接. They stand last, behind the byline. */
  | { readonly kind: 'related'; readonly text: string }
  | ({ readonly kind: 'photo' } & StoryPhoto)

export interface StoryPhoto {
  /** SHA-256 of the original in the photo store; null while the story only announces the photo. */
  readonly image: string | null
  /** Pixels of the original; 0 while there is none. */
  readonly width: number
  readonly height: number
  readonly caption: string
  /** 史婉 摄 */
  readonly credit: string
}

/**
 * A story as plain values: what intake makes, what the typesetter and the page read, what leaves as text.
 * Absent parts are empty strings, absent blocks are not there. The dateline is not repeated in the first
 * paragraph.
 */
export interface StoryParts {
  readonly kicker: string
  readonly headline: string
  readonly deck: string
  readonly dateline: string
  readonly blocks: readonly StoryBlock[]
  readonly byline: string
}

/**
 * The document for these parts. Line ends and tabs inside a part become spaces: a part is one line of text.
 * Related links go behind the byline, wherever they stood among the blocks.
 */
export function documentOf(parts: StoryParts): Node {
  const { nodes, marks } = storySchema
  const oneLine = (text: string) => text.replace(/[\r\n\t]+/g, ' ')
  const content = (text: string) => (text === '' ? [] : [storySchema.text(oneLine(text))])
  const firstParagraph = parts.blocks.findIndex(block => block.kind === 'paragraph')
  const all: Node[] = parts.blocks.map((block, index) => {
    switch (block.kind) {
      case 'crosshead':
      case 'summary':
      case 'editorNote':
      case 'related':
        return nodes[block.kind].create(null, content(block.text))
      case 'photo':
        return nodes.photo.create({ image: block.image, width: block.width, height: block.height }, [
          nodes.caption.create(null, content(block.caption)),
          nodes.credit.create(null, content(block.credit)),
        ])
      case 'paragraph': {
        const inline = content(block.text)
        if (index === firstParagraph && parts.dateline !== '') {
          inline.unshift(storySchema.text(oneLine(parts.dateline), [marks.dateline.create()]))
        }
        return nodes.paragraph.create(null, inline)
      }
    }
  })
  const body = all.filter(node => node.type !== nodes.related)
  if (firstParagraph < 0) {
    const dateline =
      parts.dateline === '' ? [] : [storySchema.text(oneLine(parts.dateline), [marks.dateline.create()])]
    body.unshift(nodes.paragraph.create(null, dateline))
  }
  return nodes.doc.createChecked(null, [
    nodes.kicker.create(null, content(parts.kicker)),
    nodes.headline.create(null, content(parts.headline)),
    nodes.deck.create(null, content(parts.deck)),
    ...body,
    nodes.byline.create(null, content(parts.byline)),
    ...all.filter(node => node.type === nodes.related),
  ])
}

/** The parts of a document; the inverse of `documentOf`. */
export function partsOf(doc: Node): StoryParts {
  const parts = { kicker: '', headline: '', deck: '', dateline: '', byline: '' }
  const blocks: StoryBlock[] = []
  doc.forEach(node => {
    switch (node.type.name) {
      case 'kicker':
      case 'headline':
      case 'deck':
      case 'byline':
        parts[node.type.name] = node.textContent
        break
      case 'crosshead':
      case 'summary':
      case 'editorNote':
      case 'related':
        blocks.push({ kind: node.type.name, text: node.textContent })
        break
      case 'photo':
        blocks.push({
          kind: 'photo',
          image: node.attrs['image'] as string | null,
          width: node.attrs['width'] as number,
          height: node.attrs['height'] as number,
          caption: node.child(0).textContent,
          credit: node.child(1).textContent,
        })
        break
      case 'paragraph': {
        let text = ''
        node.forEach(child => {
          if (child.marks.some(mark => mark.type === storySchema.marks.dateline)) {
            parts.dateline += child.text ?? ''
          } else {
            text += child.text ?? ''
          }
        })
        blocks.push({ kind: 'paragraph', text })
        break
      }
    }
  })
  return { ...parts, blocks }
}

export const emptyParts: StoryParts = {
  kicker: '',
  headline: '',
  deck: '',
  dateline: '',
  blocks: [{ kind: 'paragraph', text: '' }],
  byline: '',
}
