import type { HandoverStory } from './handover'

/** Two full-width spaces, as a Chinese paragraph begins where there is no typesetter. */
const indent = '\u3000\u3000'

/** A part of a story is one line of text, here as on the page. */
const oneLine = (text: string) => text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, ' ')

/**
 * 小样 as plain text, lines ending in CR LF for the office's Windows machines: what the story is, its head, body,
 * byline, related links, then captions with their credits and files. Parts stand behind their tags; tags of absent parts are
 * left out, and nothing that a story holds is.
 * @param photoFiles file names of the story's photos in reading order; null where there is no file.
 */
export function plainText(story: HandoverStory, photoFiles: readonly (string | null)[]): string {
  const { parts } = story
  const lines: string[] = []
  const tagged = (tag: string, text: string) => {
    if (text !== '') lines.push(`【${tag}】${oneLine(text)}`)
  }
  tagged('稿号', story.storyNumber)
  tagged('引题', parts.kicker)
  tagged('主题', parts.headline)
  tagged('副题', parts.deck)
  lines.push('【正文】')
  let dateline = oneLine(parts.dateline)
  for (const block of parts.blocks) {
    if (block.kind === 'crosshead') tagged('小标题', block.text)
    if (block.kind === 'summary') tagged('提要', block.text)
    if (block.kind === 'editorNote') tagged('编者按', block.text)
    if (block.kind !== 'paragraph') continue
    // The space after the dateline belongs to the house, not to the text.
    const lead = dateline === '' ? '' : `${dateline}\u3000`
    if (lead + block.text !== '') lines.push(indent + lead + oneLine(block.text))
    dateline = ''
  }
  if (dateline !== '') lines.push(indent + dateline)
  tagged('署名', parts.byline)
  for (const block of parts.blocks) if (block.kind === 'related') tagged('相关链接', block.text)
  const photos = parts.blocks.filter(block => block.kind === 'photo')
  photos.forEach((photo, at) => {
    const words = [photo.caption, photo.credit].filter(text => text !== '').join('\u3000') || '（缺图说）'
    const file = photoFiles[at] ?? null
    tagged(`图${at + 1}`, `${words}\u3000〔${file ?? '未附图片'}〕`)
  })
  return lines.map(line => `${line}\r\n`).join('')
}
