import { isStored, type PageMigration, type Stored } from './migration'

/** A photo inside a frame was one of the frame's own story, by number; it may come from anywhere now. */
export const photosNameTheirStory: PageMigration = {
  format: 1,
  frame: frame =>
    Array.isArray(frame.photos)
      ? { ...frame, photos: frame.photos.map((photo: unknown) => named(photo, frame.storyId)) }
      : frame,
}

function named(value: unknown, storyId: unknown): unknown {
  if (!isStored(value) || 'source' in value) return value
  const { photo, ...place } = value
  return { ...place, source: { kind: 'story', storyId, photo } } satisfies Stored
}
