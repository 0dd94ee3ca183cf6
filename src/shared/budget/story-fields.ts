import type { NamedPerson } from '../style/forms/people'
import { peopleOf } from '../style/forms/story-people'
import type { StoryParts } from '../story/parts'

/** What the budget shows of a story's document. Derived here and nowhere else. */
export interface StoryFields {
  readonly headline: string
  readonly byline: string
  /** Who made the story, as its dateline, byline and credits say. */
  readonly people: readonly NamedPerson[]
  /** 字数 of dateline, blocks (提要, 编者按 and 相关链接 too) and byline as the newsroom counts: marks counted, spaces not. */
  readonly characters: number
  /** Lines of the running text in a base column of the story's paper (`story-lines`). */
  readonly lines: number
  readonly photos: number
  readonly photosWithoutCaption: number
  readonly photosWithoutCredit: number
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** 字数: grapheme clusters that are not white space. A Latin word counts its letters, as the column does. */
export function countCharacters(text: string): number {
  // Nearly all text is BMP Han and marks, where a code unit is a character: segment only what needs it.
  if (/^[\u0020-\u007e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/.test(text)) {
    return text.replace(/[\s\u3000]/g, '').length
  }
  let count = 0
  for (const { segment } of segmenter.segment(text)) if (!/^\s+$/.test(segment)) count++
  return count
}

/** Marks that Word counts one by one where the text is Chinese, though they are not Han. */
const asianMark = /[\u00b7\u2010-\u2027\u2030-\u203b\u3000-\u303f\u30fb\ufe30-\ufe4f\uff00-\uffef]/u
const asian = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

/** 字数 as Word's count has it: a Han character or full-width mark is one, a run of anything else between spaces is one. */
export function countAsWord(text: string): number {
  let count = 0
  let inWord = false
  for (const character of text) {
    if (/\s/u.test(character)) inWord = false
    else if (asian.test(character) || asianMark.test(character)) {
      count++
      inWord = false
    } else {
      if (!inWord) count++
      inWord = true
    }
  }
  return count
}

/** All text of a story's body in reading order, as it is counted and set. */
export function bodyTexts(parts: StoryParts): string[] {
  const texts = [parts.dateline]
  const after: string[] = []
  for (const block of parts.blocks) {
    if (block.kind === 'related') after.push(block.text)
    else if (block.kind !== 'photo') texts.push(block.text)
  }
  texts.push(parts.byline, ...after)
  return texts
}

/** The fields of a story's document; `lines` as the typesetter counted them. */
export function fieldsOf(parts: StoryParts, lines: number): StoryFields {
  const photos = parts.blocks.filter(block => block.kind === 'photo')
  return {
    headline: parts.headline,
    byline: parts.byline,
    people: peopleOf(parts),
    characters: bodyTexts(parts).reduce((sum, text) => sum + countCharacters(text), 0),
    lines,
    photos: photos.length,
    photosWithoutCaption: photos.filter(photo => photo.caption.trim() === '').length,
    photosWithoutCredit: photos.filter(photo => photo.credit.trim() === '').length,
  }
}
