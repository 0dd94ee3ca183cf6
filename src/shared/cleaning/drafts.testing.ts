import type { StoryParts } from '../story/parts'
import { clean } from './clean'
import { draftOfText, draftParagraph, draftPicture, type Draft, type DraftBlock } from './draft'

/** For tests only: drafts in a few words, and what comes of them. */

export const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'
export const more = '县粮食部门增设收购点十二个，方便农户就近卖粮，已收购秋粮十二万吨。'

/** 引:… 主:… 副:… 电:… 署:…, then the blocks, one a line: 正 小 图. Empty parts are left out. */
export function told(parts: StoryParts): string[] {
  const one = (name: string, text: string) => (text === '' ? [] : [`${name}:${text}`])
  return [
    ...one('引', parts.kicker),
    ...one('主', parts.headline),
    ...one('副', parts.deck),
    ...one('电', parts.dateline),
    ...parts.blocks.map(block => {
      if (block.kind === 'photo') return `图:${block.caption}/${block.credit}`
      const names = { crosshead: '小', summary: '要', editorNote: '按', related: '链', paragraph: '正' }
      return `${names[block.kind]}:${block.text}`
    }),
    ...one('署', parts.byline),
  ]
}

export const cleaned = (draft: Draft, answers: Record<string, string> = {}) =>
  clean(draft, { reverted: new Set(), answers })
export const text = (...lines: string[]) => draftOfText(lines.join('\n'))
export const partsOfText = (...lines: string[]) => told(cleaned(text(...lines)).parts)
export const asked = (draft: Draft) =>
  cleaned(draft).questions.map(question => question.key.replace(/@.*/u, ''))

export const word = (...blocks: DraftBlock[]): Draft => ({
  source: 'word',
  blocks,
  pictures: [
    draftPicture({ width: 800, height: 600 }),
    draftPicture({ width: 800, height: 600 }),
    draftPicture({ lost: '格式不收' }),
  ],
})
export const p = draftParagraph
export const picture = (index: number): DraftBlock => ({ kind: 'image', picture: index })
