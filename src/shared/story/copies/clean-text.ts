import type { StoryParts } from '../parts'
import { photoPlaces } from './photo-place'

/** Two full-width spaces, as a Chinese paragraph begins where there is no typesetter. */
const indent = '\u3000\u3000'

/**
 * A story as text for other programs: heads, then the body with indented paragraphs, photos as marked places with
 * their words, byline, related links. One part a line, and nothing that a program would have to take out again.
 */
export function cleanText(parts: StoryParts): string {
  const heads = [parts.kicker, parts.headline, parts.deck].filter(text => text !== '')
  const body: string[] = []
  const photos = photoPlaces(parts)
  let { dateline } = parts
  for (const block of parts.blocks) {
    switch (block.kind) {
      case 'paragraph': {
        // The space after the dateline belongs to the house, not to the text.
        const text = dateline === '' ? block.text : `${dateline}\u3000${block.text}`
        dateline = ''
        if (text.trim() !== '') body.push(indent + text)
        break
      }
      case 'photo':
        body.push(photos.get(block) ?? '')
        break
      case 'related':
        break
      default:
        if (block.text !== '') body.push(block.kind === 'crosshead' ? block.text : indent + block.text)
    }
  }
  if (dateline !== '') body.push(indent + dateline)
  if (parts.byline !== '') body.push(parts.byline)
  const related = parts.blocks.flatMap(block =>
    block.kind === 'related' && block.text !== '' ? [block.text] : [],
  )
  const links = related.length === 0 ? [] : ['', '相关链接：', ...related]
  return [...heads, ...(heads.length > 0 ? [''] : []), ...body, ...links].join('\n')
}
