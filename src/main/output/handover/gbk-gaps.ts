import type { StoryParts } from '../../../shared/story/parts'
import { gapsInGbk } from './text-encoding'

/** A character that GBK lacks, and where a reader finds it. */
export interface GbkGap {
  readonly character: string
  /** U+9FB0 */
  readonly code: string
  /** 主题, 正文第3段, 图2署名 … */
  readonly part: string
  /** Some characters before and behind it in that part. */
  readonly before: string
  readonly after: string
}

/** Characters on either side by which one finds a place. */
const around = 8

/** Gaps that are told of one story. A text in another script would fill the list with itself. */
const mostGaps = 200

/** What of a story GBK cannot write, in the order of reading, with its places. */
export function gbkGaps(parts: StoryParts): GbkGap[] {
  return partTexts(parts)
    .flatMap(({ part, text }) =>
      gapsInGbk(text).map(({ character, at }) => ({
        character,
        code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
        part,
        before: text.slice(Math.max(0, at - around), at).toWellFormed(),
        after: text.slice(at + character.length, at + character.length + around).toWellFormed(),
      })),
    )
    .slice(0, mostGaps)
}

function partTexts(parts: StoryParts): { part: string; text: string }[] {
  const texts = [
    { part: '引题', text: parts.kicker },
    { part: '主题', text: parts.headline },
    { part: '副题', text: parts.deck },
    { part: '电头', text: parts.dateline },
  ]
  let paragraphs = 0
  let photos = 0
  for (const block of parts.blocks) {
    switch (block.kind) {
      case 'paragraph':
        texts.push({ part: `正文第${++paragraphs}段`, text: block.text })
        break
      case 'photo':
        photos++
        texts.push(
          { part: `图${photos}图说`, text: block.caption },
          { part: `图${photos}署名`, text: block.credit },
        )
        break
      default:
        texts.push({ part: blockNames[block.kind], text: block.text })
    }
  }
  return [...texts, { part: '署名', text: parts.byline }]
}

const blockNames = {
  crosshead: '小标题',
  summary: '提要',
  editorNote: '编者按',
  related: '相关链接',
} as const
