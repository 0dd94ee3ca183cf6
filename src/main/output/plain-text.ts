import { photosOf } from '../../shared/page/compose/compose'
import type { StoryParts } from '../../shared/story/parts'

/** Two full-width spaces, as a Chinese paragraph begins where there is no typesetter. */
const indent = '\u3000\u3000'

/**
 * 小样 as plain text (UTF-8, lines end in CR LF for the office's Windows machines): head, body, byline, then
 * captions with their credits. Nothing that a story holds is left out.
 */
export function plainText(parts: StoryParts): string {
  const lines: string[] = []
  for (const head of [parts.kicker, parts.headline, parts.deck]) if (head !== '') lines.push(head)
  if (lines.length > 0) lines.push('')
  let dateline = parts.dateline
  for (const block of parts.blocks) {
    if (block.kind === 'crosshead') lines.push(`${indent}${block.text}`)
    if (block.kind !== 'paragraph') continue
    const lead = dateline === '' ? '' : `${dateline}\u3000`
    if (lead + block.text !== '') lines.push(`${indent}${lead}${block.text}`)
    dateline = ''
  }
  if (dateline !== '') lines.push(`${indent}${dateline}`)
  if (parts.byline !== '') lines.push(`${indent}${parts.byline}`)
  const photos = photosOf(parts)
  if (photos.length > 0) lines.push('')
  photos.forEach(({ photo }, at) => {
    const number = photos.length > 1 ? `图片${at + 1}：` : '图片：'
    lines.push(
      `${number}${[photo.caption, photo.credit].filter(text => text !== '').join('\u3000') || '（缺图说）'}`,
    )
  })
  return lines.map(line => `${line}\r\n`).join('')
}
