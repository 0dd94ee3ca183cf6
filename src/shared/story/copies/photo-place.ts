import type { StoryBlock, StoryParts } from '../parts'

type PhotoBlock = Extract<StoryBlock, { kind: 'photo' }>

/** What stands for each photo where only text can go: 〔图1：冬灌开闸。　史婉 摄〕, numbered in reading order. */
export function photoPlaces(parts: StoryParts): ReadonlyMap<StoryBlock, string> {
  const photos = parts.blocks.filter(block => block.kind === 'photo')
  return new Map(photos.map((photo, at) => [photo, `〔图${at + 1}：${photoWordsOf(photo)}〕`]))
}

/** Caption and credit in one line. */
export const photoWordsOf = ({ caption, credit }: PhotoBlock): string =>
  [caption.trim(), credit.trim()].filter(text => text !== '').join('\u3000') || '缺图说'
