import type { StoryPhoto } from '../../story/parts'
import type { Crop } from '../layout'
import type { Rect } from '../paper'

const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }

/**
 * The part of a photo that shows in a picture. Without a chosen crop the largest part with the picture's
 * proportions: what is cut comes off evenly, less at the top. A chosen crop keeps its centre and loses what does
 * not fit.
 */
export function cropOf(
  photo: Pick<StoryPhoto, 'width' | 'height'>,
  picture: Pick<Rect, 'width' | 'height'>,
  chosen: Crop | null = null,
): Crop {
  if (photo.width === 0 || photo.height === 0 || picture.width <= 0 || picture.height <= 0) return whole
  const from = chosen === null ? whole : inside(chosen)
  const own = (photo.width * from.width) / (photo.height * from.height)
  const wanted = picture.width / picture.height
  if (own > wanted) {
    const width = (from.width * wanted) / own
    return { ...from, x: from.x + (from.width - width) / 2, width }
  }
  const height = (from.height * own) / wanted
  const above = from === whole ? 0.4 : 0.5
  return { ...from, y: from.y + (from.height - height) * above, height }
}

/** A crop without what lies outside the photo; all of the photo where nothing is left. */
function inside(crop: Crop): Crop {
  const width = Math.min(crop.width, 1 - crop.x)
  const height = Math.min(crop.height, 1 - crop.y)
  return width <= 0 || height <= 0 ? whole : { x: crop.x, y: crop.y, width, height }
}

/** Pixels an inch of a photo's part at a width on the page; null while there are no pixels. */
export function ppiOf(
  photo: Pick<StoryPhoto, 'image' | 'width'>,
  crop: Crop,
  picture: Pick<Rect, 'width'>,
): number | null {
  if (photo.image === null || photo.width === 0 || picture.width <= 0) return null
  return (photo.width * crop.width * 72) / picture.width
}
