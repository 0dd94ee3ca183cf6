import type { FaultRule } from '../fault'
import { placedStories, textColumns, type PlacedStory } from '../placed-stories'
import type { PageView } from '../../view/page-view'
import { areaOf } from '../rects'

/**
 * 题大于文 (newsroom.md 3.4, 23): a head that takes more of the page than what stands under it, text and photos
 * together. Of a story in several pieces all of them on this page count.
 */
export const heavyHead: FaultRule = {
  id: 'heavyHead',
  severity: 'info',
  find(view) {
    const stories = placedStories(view)
    return stories.flatMap(story => {
      const { frame, composed, name } = story
      const { head, jumps } = composed
      if (!head || head.lines.length === 0 || frame.continues || jumps.to !== null) return []
      const pieces = stories.filter(
        other => other === story || (other.frame.storyId === frame.storyId && other.frame.continues),
      )
      const text = pieces.reduce((sum, piece) => sum + textArea(view, piece), 0)
      const photos = composed.photos.reduce((sum, photo) => sum + areaOf(photo.picture), 0)
      if (text === 0 || areaOf(head.rect) <= text + photos) return []
      const rows = Math.round(head.rect.height / view.layout.paper.pitch)
      return [
        {
          frameIds: [frame.id],
          where: '',
          marks: [head.rect],
          message: `${name}的题占 ${rows} 行高，是文字的 ${times(areaOf(head.rect) / (text + photos))} 倍大，头重脚轻`,
          remedy: '把题小一号、排成一行，或者把题只盖一部分栏。',
        },
      ]
    })
  },
}

const textArea = (view: PageView, story: PlacedStory) =>
  textColumns(view, story).reduce(
    (sum, { rect, rows }) => sum + rect.width * rows * view.layout.paper.pitch,
    0,
  )

const times = (share: number) => Math.max(1.1, Math.round(share * 10) / 10)
