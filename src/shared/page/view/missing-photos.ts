import { photoOf } from '../compose/photo'
import type { PhotoSource } from '../layout'
import type { PageView } from './page-view'

/** 缺图: places for photos on a page whose photo has not come, or is no longer in its story. */
export function missingPhotos({ layout, stories }: Pick<PageView, 'layout' | 'stories'>): number {
  const isMissing = (source: PhotoSource) => {
    const story = source.kind === 'story' ? stories.get(source.storyId) : undefined
    // A story whose text has not been read says nothing yet.
    if (source.kind === 'story' && !story) return false
    return (photoOf(source, story)?.photo.image ?? null) === null
  }
  return layout.frames
    .flatMap(frame =>
      frame.kind === 'photo'
        ? [frame.source]
        : frame.kind === 'story'
          ? frame.photos.map(({ source }) => source)
          : [],
    )
    .filter(isMissing).length
}
