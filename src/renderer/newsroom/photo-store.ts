import { create } from 'zustand'
import { client } from './client'
import { watchEvents } from './newsroom'
import { ReadOnce } from './read-once'

/** Decoded pictures by hash; none of those that are on their way or could not be read. */
export const usePhotos = create<{ pictures: ReadonlyMap<string, ImageBitmap> }>(() => ({
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

const source = { watch: watchEvents, warn: (error: unknown) => console.warn(error) }

const thumbnails = new ReadOnce({
  ...source,
  async read(hash) {
    const picture = await createImageBitmap(await client.photos.read({ hash, size: 'thumbnail' }))
    // A sharper one may have come first.
    if (!usePhotos.getState().pictures.has(hash)) show(hash, picture)
  },
})

/** Asks for photos that are not here yet. Watchers of the store repaint when they come. */
export const wantPhotos = (hashes: Iterable<string>): void => thumbnails.want(hashes)

const sharpKey = (hash: string, pixels: number) => `${hash} ${pixels}`

const sharp = new ReadOnce({
  ...source,
  async read(key) {
    const [hash = '', pixels] = key.split(' ')
    const wanted = Number(pixels)
    const whole = await createImageBitmap(await client.photos.read({ hash, size: 'screen' }))
    if (whole.width <= wanted) return show(hash, whole)
    const scaled = await createImageBitmap(whole, { resizeWidth: wanted, resizeQuality: 'high' })
    whole.close()
    show(hash, scaled)
  },
})

/**
 * Asks for a photo sharp enough for `pixels` across: where its thumbnail is too coarse, the newsroom's picture for
 * screens comes in its place. TIFF and CMYK look there as they will in print.
 */
export function wantSharpPhoto(hash: string, pixels: number): void {
  const wanted = Math.min(mostPixels, Math.ceil(pixels / 400) * 400)
  if (pixels <= thumbnailPixels || (asked.get(hash) ?? 0) >= wanted) return
  asked.set(hash, wanted)
  sharp.want([sharpKey(hash, wanted)])
}
