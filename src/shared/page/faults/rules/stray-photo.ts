import type { StoryFrame } from '../../layout'
import type { PageView } from '../../view/page-view'
import { geometryOf, type Rect } from '../../paper'
import type { Pt } from '../../sizes'
import type { FaultRule, FoundFault } from '../fault'
import { storyName } from '../frame-names'
import { placedPhotos, type PlacedPhoto } from '../placed-photos'
import { placedStories, textColumns, type PlacedStory } from '../placed-stories'
import { footOf, gapAcross, gapDown, hair, meetingOf, sharedHeight, sharedWidth } from '../rects'

/**
 * 图文错配 (newsroom.md 3.4, 14; P16, P18): a photo in the space of a story that it does not belong to: in its
 * frame, between its head and its text, or at its text with no rule between, while its own story is not beside it.
 */
export const strayPhoto: FaultRule = {
  id: 'strayPhoto',
  severity: 'warn',
  find(view) {
    const stories = placedStories(view)
    return placedPhotos(view).flatMap((photo): FoundFault[] => {
      const { frame, ownerId, name, where } = photo
      const found = { where, marks: [photo.rect] }
      if (frame.kind === 'story') {
        if (ownerId === frame.storyId) return []
        const said = `${name}是${storyName(view, ownerId)}的，却排在${storyName(view, frame.storyId)}里`
        const remedy = '把它移到自己那篇里，或者换一张这篇的图片。'
        return [{ ...found, frameIds: [frame.id], message: said, remedy }]
      }
      const others = stories.filter(({ frame: { storyId } }) => storyId === null || storyId !== ownerId)
      const inside = others.find(({ composed: { rects } }) => rects.some(rect => meetingOf(rect, photo.rect)))
      if (inside) {
        const message = `${name}夹在${inside.name}的题和文字中间，却不是它的图片`
        const remedy = '把图片移出这篇，或者把它改成这篇自己的图片。'
        return [{ ...found, frameIds: [frame.id, inside.frame.id], message, remedy }]
      }
      if (ownerId === null || frame.ruleAbove !== 'none') return []
      const near = others.find(other => touchesText(view, photo, other))
      const own = stories.filter(story => story.frame.storyId === ownerId)
      const isBesideOwn = own.some(({ composed: { rects } }) =>
        rects.some(rect => touches(view, photo.rect, rect)),
      )
      if (!near || isBesideOwn) return []
      return [
        {
          ...found,
          frameIds: [frame.id, near.frame.id],
          message: `${name}离自己的稿件远，紧挨着${near.name}的文字，中间没有线`,
          remedy: `把它移到${storyName(view, ownerId)}旁边，或者加线隔开。`,
        },
      ]
    })
  },
}

function touchesText(view: PageView, { frame, rect }: PlacedPhoto, other: PlacedStory): boolean {
  if (other.frame.boxed || isRuled(frame.ruleRight, other.frame, rect, other.composed.rect)) return false
  return textColumns(view, other).some(column => column.text !== null && touches(view, rect, column.text))
}

/** A rule in the gutter between a photo and a story beside it, or above a story that stands below it. */
function isRuled(photoRule: string, other: StoryFrame, photo: Rect, story: Rect): boolean {
  if (story.y >= footOf(photo) - hair) return other.ruleAbove !== 'none'
  return story.x > photo.x ? photoRule !== 'none' : other.ruleRight !== 'none'
}

/** True where two rectangles stand side by side or on one another with no more than the usual white between. */
function touches(view: PageView, a: Rect, b: Rect): boolean {
  const { gutterWidth } = geometryOf(view.layout.paper)
  const { pitch } = view.layout.paper
  const along: Pt = pitch
  const isBeside = gapAcross(a, b) <= gutterWidth + hair && sharedHeight(a, b) >= along
  const isBelow = gapDown(a, b) <= pitch + hair && sharedWidth(a, b) >= along
  return isBeside || isBelow
}
