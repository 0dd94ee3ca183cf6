import type { PagePoint } from './sheet-pointer'

/** The sheet on the screen, for gestures that begin elsewhere: a story drawn from the tray. */
export interface PageSurface {
  readonly pageId: string
  /** The point of the page under a point of the window; null where that is not on the sheet. */
  at(clientX: number, clientY: number): PagePoint | null
}

let current: PageSurface | null = null

/** The sheet now on the screen, if there is one. */
export const surfaceNow = (): PageSurface | null => current

export function showSurface(surface: PageSurface): () => void {
  current = surface
  return () => {
    if (current === surface) current = null
  }
}
