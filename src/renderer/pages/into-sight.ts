/**
 * Scrolls something on the page into sight, unless all of it is: to the middle of the room, or from its head where
 * it is taller than the room.
 */
export function bringIntoSight(own: HTMLElement): void {
  const room = own.closest('.page-scroll')?.getBoundingClientRect()
  const place = own.getBoundingClientRect()
  const isInSight =
    room !== undefined &&
    place.top >= room.top &&
    place.bottom <= room.bottom &&
    place.left >= room.left &&
    place.right <= room.right
  if (isInSight) return
  const isTall = room !== undefined && place.height > room.height
  const isWide = room !== undefined && place.width > room.width
  own.scrollIntoView({ block: isTall ? 'start' : 'center', inline: isWide ? 'start' : 'center' })
}

/** A frame's own element while it stands on the page that is shown. */
export const frameOnPage = (frameId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-frame="${CSS.escape(frameId)}"]`)

/** Scrolls the page to a frame that a list names. */
export function showFrame(frameId: string): void {
  const frame = frameOnPage(frameId)
  if (frame) bringIntoSight(frame)
}
