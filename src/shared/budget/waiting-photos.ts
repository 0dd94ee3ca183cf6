import { photosOf } from '../page/compose/photo'
import { storyIdsOf, type PageLayout, type PhotoSource } from '../page/layout'
import type { StoryParts, StoryPhoto } from '../story/parts'

/** A photo that its story has and no place shows. */
export interface WaitingPhoto {
  readonly source: Extract<PhotoSource, { kind: 'story' }>
  readonly photo: StoryPhoto
}

/** The photos of stories that some pages show, each by a key. */
export function shownPhotos(layouts: Iterable<PageLayout>): string[] {
  const shown = new Set<string>()
  for (const frame of [...layouts].flatMap(layout => layout.frames)) {
    const sources =
      frame.kind === 'story'
        ? frame.photos.map(inset => inset.source)
        : frame.kind === 'photo'
          ? [frame.source]
          : []
    for (const source of sources) if (source.kind === 'story') shown.add(keyOf(source.storyId, source.photo))
  }
  return [...shown]
}

const keyOf = (storyId: string, photo: number) => `${storyId} ${photo}`

/** The numbers of a story's photos that are shown already. */
export const placedPhotos = (shown: readonly string[], storyId: string, parts: StoryParts): number[] =>
  photosOf(parts).flatMap((_, at) => (shown.includes(keyOf(storyId, at)) ? [at] : []))

/** The photos of a page's stories that stand nowhere in the edition, whose other pages are `others`. */
export function waitingPhotos(
  layout: PageLayout,
  stories: ReadonlyMap<string, StoryParts>,
  others: Iterable<PageLayout>,
): WaitingPhoto[] {
  const shown = new Set(shownPhotos([layout, ...others]))
  return storyIdsOf(layout).flatMap(storyId => {
    const parts = stories.get(storyId)
    const photos = parts ? photosOf(parts) : []
    return photos.flatMap(({ photo }, at): WaitingPhoto[] =>
      shown.has(keyOf(storyId, at)) ? [] : [{ source: { kind: 'story', storyId, photo: at }, photo }],
    )
  })
}
