import { create } from 'zustand'
import { client } from './client'

/** Decoded thumbnails by hash; `null` while one is on its way or could not be read. */
export const usePhotos = create<{ pictures: ReadonlyMap<string, ImageBitmap | null> }>(() => ({
  pictures: new Map(),
}))

/** Asks for photos that are not here yet. Watchers of the store repaint when they come. */
export function wantPhotos(hashes: Iterable<string>): void {
  const { pictures } = usePhotos.getState()
  const missing = [...new Set(hashes)].filter(hash => !pictures.has(hash))
  if (missing.length === 0) return
  usePhotos.setState({ pictures: new Map([...pictures, ...missing.map(hash => [hash, null] as const)]) })
  for (const hash of missing) {
    client.photos
      .read({ hash, size: 'thumbnail' })
      .then(file => createImageBitmap(file))
      .then(picture =>
        usePhotos.setState(state => ({ pictures: new Map([...state.pictures, [hash, picture]]) })),
      )
      .catch((error: unknown) => console.warn(error))
  }
}
