import type { StoryParts } from '../parts'
import { photoWordsOf } from './photo-place'

/**
 * What WeChat's editor keeps of pasted HTML: sections, paragraphs, spans, strong, and styles on the elements
 * themselves; classes, ids, scripts, style sheets and positions are thrown away there, so there are none here.
 */
const styles = {
  article: 'font-size:16px;line-height:1.75;color:#333333;letter-spacing:0.5px;',
  kicker: 'margin:0 0 4px;text-align:center;font-size:15px;color:#888888;',
  headline: 'margin:0 0 8px;text-align:center;font-size:22px;line-height:1.4;',
  deck: 'margin:0 0 20px;text-align:center;font-size:15px;color:#888888;',
  summary: 'margin:0 0 18px;padding:10px 14px;font-size:15px;color:#666666;background-color:#f7f7f7;',
  note: 'margin:0 0 18px;padding:0 0 0 12px;font-size:15px;color:#666666;border-left:3px solid #cccccc;',
  paragraph: 'margin:0 0 18px;text-align:justify;',
  crosshead: 'margin:26px 0 14px;text-align:center;font-size:17px;',
  photo:
    'margin:0 0 6px;padding:40px 10px;text-align:center;font-size:14px;color:#888888;border:1px dashed #bbbbbb;',
  caption: 'margin:0 0 18px;text-align:center;font-size:14px;color:#888888;',
  byline: 'margin:0 0 18px;text-align:right;font-size:15px;color:#888888;',
  related: 'margin:0 0 6px;font-size:15px;color:#666666;',
} as const

/**
 * A story as HTML for an official account's article: styled by its elements alone, each photo a marked place with
 * its caption below, to be replaced by the picture from WeChat's own library.
 */
export function wechatHtml(parts: StoryParts): string {
  const lines: string[] = []
  const put = (style: keyof typeof styles, inside: string) =>
    lines.push(`<p style="${styles[style]}">${inside}</p>`)
  const text = (style: keyof typeof styles, words: string) => {
    if (words !== '') put(style, escaped(words))
  }
  const strong = (style: keyof typeof styles, words: string) => {
    if (words !== '') put(style, `<strong>${escaped(words)}</strong>`)
  }
  text('kicker', parts.kicker)
  strong('headline', parts.headline)
  text('deck', parts.deck)
  let { dateline } = parts
  let photos = 0
  for (const block of parts.blocks) {
    switch (block.kind) {
      case 'paragraph': {
        const opening = dateline === '' ? '' : `<strong>${escaped(dateline)}</strong>\u3000`
        dateline = ''
        // Screens part paragraphs by white, not by an indent.
        if (opening + block.text.trim() !== '') put('paragraph', opening + escaped(block.text))
        break
      }
      case 'crosshead':
        strong('crosshead', block.text)
        break
      case 'summary':
        text('summary', block.text)
        break
      case 'editorNote':
        text('note', block.text)
        break
      case 'photo':
        put('photo', `〔此处放图${++photos}〕`)
        put('caption', escaped(photoWordsOf(block)))
        break
      case 'related':
    }
  }
  if (dateline !== '') put('paragraph', `<strong>${escaped(dateline)}</strong>`)
  text('byline', parts.byline)
  const related = parts.blocks.flatMap(block =>
    block.kind === 'related' && block.text !== '' ? [block.text] : [],
  )
  if (related.length > 0) strong('related', '相关链接')
  for (const link of related) text('related', link)
  return `<section style="${styles.article}">${lines.join('')}</section>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => signs[sign]!)
