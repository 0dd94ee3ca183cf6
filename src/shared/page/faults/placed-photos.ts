import type { StoryParts } from '../../story/parts'
import type { ComposedPhoto } from '../compose/composed'
import type { PhotoFrame, PhotoSource, StoryFrame } from '../layout'
import type { PageView } from '../view/page-view'
import type { Rect } from '../paper'
import { photoName, storyName } from './frame-names'
import { boundsOf } from './rects'

/** A photo on the page, in a frame of its own or in a story's. */
export interface PlacedPhoto {
  readonly frame: StoryFrame | PhotoFrame
  readonly shown: ComposedPhoto
  readonly source: PhotoSource
  readonly facing: 'left' | 'right' | null
  /** The story that it belongs to: its source's, else that of the frame it stands in; null for a photo by itself. */
  readonly ownerId: string | null
  readonly owner: StoryParts | null
  /** Picture, caption and credit together. */
  readonly rect: Rect
  readonly name: string
  /** Tells it from the other photos of its frame: its place in the story, not on the page. */
  readonly where: string
}

/** All photos that are on the page, in the layout's order. */
export function placedPhotos(view: PageView): PlacedPhoto[] {
  return view.layout.frames.flatMap((frame): PlacedPhoto[] => {
    if (frame.kind !== 'story' && frame.kind !== 'photo') return []
    const shownPhotos = view.composed.frames.get(frame.id)?.photos ?? []
    return shownPhotos.flatMap((shown): PlacedPhoto[] => {
      const own = frame.kind === 'photo' ? frame : frame.photos[shown.inset ?? -1]
      if (!own) return []
      const { source, facing } = own
      const inFrame = frame.kind === 'story' ? frame.storyId : null
      const ownerId = source.kind === 'story' ? source.storyId : inFrame
      const owner = ownerId === null ? null : (view.stories.get(ownerId) ?? null)
      const rect = boundsOf(shown.words ? [shown.picture, shown.words] : [shown.picture]) ?? shown.picture
      const { caption } = shown.photo
      const name =
        caption.trim() === '' && ownerId !== null ? `${storyName(view, ownerId)}的图片` : photoName(caption)
      const where =
        source.kind === 'story' ? `photo-${source.storyId}-${source.photo}` : `photo-${shown.inset ?? 0}`
      return [{ frame, shown, source, facing, ownerId, owner, rect, name, where }]
    })
  })
}
