import { furnitureNames } from '../furniture'
import type { Frame } from '../layout'
import type { PageView } from '../view/page-view'

/** Characters of a headline that a sentence quotes before it says …. */
const longestName = 14

/** The beginning of a text, as a sentence quotes it. */
export const shortened = (text: string): string => {
  const clusters = [...text]
  return clusters.length > longestName ? `${clusters.slice(0, longestName - 1).join('')}…` : text
}

/** How a sentence names a story: 《冬灌开闸》. */
export function storyName(view: PageView, storyId: string | null): string {
  const headline = storyId === null ? '' : (view.stories.get(storyId)?.headline ?? '').trim()
  return headline === '' ? '无题稿件' : `《${shortened(headline)}》`
}

/** How a sentence names what stands in a frame: 《…》, 图片, 广告“…”, 栏头“…”, 报头, 报眉. */
export function frameName(view: PageView, frame: Frame): string {
  switch (frame.kind) {
    case 'story':
      return frame.storyId === null ? '空文框' : storyName(view, frame.storyId)
    case 'photo':
      return frame.source.kind === 'story'
        ? `${storyName(view, frame.source.storyId)}的图片`
        : photoName(frame.source.photo.caption)
    case 'ad':
      return frame.client === '' ? '广告' : `广告“${shortened(frame.client)}”`
    case 'strap':
      return `栏头“${shortened(frame.text)}”`
    case 'masthead':
    case 'folio':
      return furnitureNames[frame.kind]
  }
}

/** How a sentence names a photo by its caption. */
export const photoName = (caption: string): string =>
  caption.trim() === '' ? '图片' : `图片“${shortened(caption.trim().replace(/[。，；]+$/u, ''))}”`
