import type { Crop } from '../../../shared/page/layout'
import type { Rect } from '../../../shared/page/paper'
import { within } from '../../../shared/page/edit/grid-place'

/** A crop is in shares of the picture's width and height; `aspect` is its width to its height in these shares. */

/** Shares of a side below which nobody can tell what is shown. */
const least = 0.08

/** The proportions that a crop must have to fill a place. */
export const aspectFor = (
  photo: { readonly width: number; readonly height: number },
  place: Pick<Rect, 'width' | 'height'>,
): number => place.width / place.height / (photo.width / photo.height)

/** A crop moved, as far as the picture goes. */
export const movedCrop = (crop: Crop, dx: number, dy: number): Crop => ({
  ...crop,
  x: within(crop.x + dx, 0, 1 - crop.width),
  y: within(crop.y + dy, 0, 1 - crop.height),
})

/** A crop grown or shrunk about its centre, held to the picture and its proportions. */
export function scaledCrop(crop: Crop, aspect: number, factor: number): Crop {
  const width = heldWidth(crop.width * factor, aspect, 1, 1)
  const height = width / aspect
  return {
    width,
    height,
    x: within(crop.x + (crop.width - width) / 2, 0, 1 - width),
    y: within(crop.y + (crop.height - height) / 2, 0, 1 - height),
  }
}

export type Corner = 'nw' | 'ne' | 'sw' | 'se'
export const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se']

/** A crop whose corner is drawn to a point of the picture; the corner across stays where it is. */
export function drawnCrop(crop: Crop, aspect: number, corner: Corner, x: number, y: number): Crop {
  const isWest = corner.includes('w')
  const isNorth = corner.includes('n')
  const fixedX = isWest ? crop.x + crop.width : crop.x
  const fixedY = isNorth ? crop.y + crop.height : crop.y
  const wide = isWest ? fixedX - x : x - fixedX
  const high = isNorth ? fixedY - y : y - fixedY
  const width = heldWidth(
    Math.max(wide, high * aspect),
    aspect,
    isWest ? fixedX : 1 - fixedX,
    isNorth ? fixedY : 1 - fixedY,
  )
  const height = width / aspect
  return { x: isWest ? fixedX - width : fixedX, y: isNorth ? fixedY - height : fixedY, width, height }
}

/** A width whose crop stays inside the room on both sides, and is no mere speck. */
function heldWidth(width: number, aspect: number, roomX: number, roomY: number): number {
  const most = Math.min(roomX, roomY * aspect)
  return Math.min(most, Math.max(width, least, least * aspect))
}

/** A crop as it is kept: short numbers that never reach over the picture's edge. */
export function keptCrop(crop: Crop): Crop {
  const short = (value: number) => Math.round(value * 10_000) / 10_000
  const x = within(short(crop.x), 0, 1)
  const y = within(short(crop.y), 0, 1)
  return { x, y, width: Math.min(short(crop.width), 1 - x), height: Math.min(short(crop.height), 1 - y) }
}
