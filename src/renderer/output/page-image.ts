import type { Painting } from '../../shared/page/painting'
import { loadFaces } from '../paint/faces'
import { paintCanvas, pressInks } from '../paint/paint-canvas'
import { originalPhotos } from './original-photos'
import { withDensity } from './png-density'

/** White paper: a picture that goes elsewhere has no warm ground of the desk in it. */
const inks = { ...pressInks, ink: '#000000', paper: '#ffffff' }

/** A page as PNG, painted by the screen's painter with the originals of its photos, at `ppi` pixels an inch. */
export async function pageImage(painting: Painting, ppi: number): Promise<Blob> {
  const scale = ppi / 72
  await loadFaces([painting])
  const photos = await originalPhotos([painting])
  try {
    const canvas = new OffscreenCanvas(
      Math.round(painting.width * scale),
      Math.round(painting.height * scale),
    )
    const context = canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('The page is too large for a canvas')
    context.fillStyle = inks.paper
    context.fillRect(0, 0, canvas.width, canvas.height)
    const onScreen = context as unknown as CanvasRenderingContext2D
    paintCanvas(onScreen, painting, { scale, inks, photo: hash => photos.get(hash)?.picture ?? null })
    return await withDensity(await canvas.convertToBlob({ type: 'image/png' }), ppi)
  } finally {
    for (const { picture } of photos.values()) picture.close()
  }
}
