import { create } from 'zustand'
import { client } from './client'

/** Decoded pictures by hash; `null` while one is on its way or could not be read. */
export const usePhotos = create<{ pictures: ReadonlyMap<string, ImageBitmap | null> }>(() => ({
  pictures: new Map(),
}))

/** Pixels along the longer side of the newsroom's thumbnails. */
const thumbnailPixels = 640
/** Pixels across beyond which a screen shows no more of a photo, and a window's memory would fill. */
const mostPixels = 2400

/** Pixels across that each picture has been asked for. */
const asked = new Map<string, number>()

function show(hash: string, picture: ImageBitmap): void {
  usePhotos.setState(state => ({ pictures: new Map([...state.pictures, [hash, picture]]) }))
}

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
      .then(picture => {
        // A sharper one may have come first.
        if (!usePhotos.getState().pictures.get(hash)) show(hash, picture)
      })
      .catch((error: unknown) => console.warn(error))
  }
}

/**
 * Asks for a photo sharp enough for `pixels` across: where its thumbnail is too coarse, the newsroom's picture for
 * screens comes in its place. TIFF and CMYK look there as they will in print.
 */
export function wantSharpPhoto(hash: string, pixels: number): void {
  const wanted = Math.min(mostPixels, Math.ceil(pixels / 400) * 400)
  if (pixels <= thumbnailPixels || (asked.get(hash) ?? 0) >= wanted) return
  asked.set(hash, wanted)
  client.photos
    .read({ hash, size: 'screen' })
    .then(async file => {
      const whole = await createImageBitmap(file)
      if (whole.width <= wanted) return whole
      const scaled = await createImageBitmap(whole, { resizeWidth: wanted, resizeQuality: 'high' })
      whole.close()
      return scaled
    })
    .then(picture => show(hash, picture))
    .catch((error: unknown) => console.warn(error))
}
