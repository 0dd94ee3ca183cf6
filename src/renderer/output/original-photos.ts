import type { Painting } from '../../shared/page/painting'
import { client } from '../newsroom/client'

/** A photo for one use: its file, and the picture in it. `close` the picture when done. */
export interface OriginalPhoto {
  readonly file: Blob
  readonly picture: ImageBitmap
}

/**
 * The originals of paintings' photos: what leaves as a picture or on paper is painted from them, not from the
 * thumbnails on the screen. A format that no browser reads (TIFF) comes as the newsroom's JPEG of it; a photo that
 * cannot be read at all is left out, and its frame stays empty.
 */
export async function originalPhotos(paintings: readonly Painting[]): Promise<Map<string, OriginalPhoto>> {
  const hashes = new Set(
    paintings.flatMap(painting =>
      painting.items.flatMap(item => (item.kind === 'image' && item.image !== null ? [item.image] : [])),
    ),
  )
  const photos = new Map<string, OriginalPhoto>()
  for (const hash of hashes) {
    for (const size of ['original', 'thumbnail'] as const) {
      try {
        const file = await client.photos.read({ hash, size })
        photos.set(hash, { file, picture: await createImageBitmap(file) })
        break
      } catch (error) {
        console.warn(error)
      }
    }
  }
  return photos
}
