/** A rectangle on the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the window stood when it was last seen. `area` is absent before it was ever moved. */
export interface WindowState {
  readonly area?: Area
  readonly maximized: boolean
}

/** The desk needs this much; it is a 1366×768 screen less the task bar and the window's frame. */
export const smallestWindow = { width: 1024, height: 640 }

const firstWindow = { width: 1440, height: 900 }

/** Reads what `JSON.stringify(state)` wrote; anything else is a first start. */
export function readWindowState(text: string): WindowState {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return { maximized: true }
  }
  if (typeof found !== 'object' || found === null) return { maximized: true }
  const { area, maximized } = found as { area?: Partial<Area>; maximized?: unknown }
  const { x, y, width, height } = area ?? {}
  if (![x, y, width, height].every(Number.isSafeInteger)) return { maximized: maximized !== false }
  return { area: { x, y, width, height } as Area, maximized: maximized === true }
}

/** The part of a title bar that must be within reach for the window to be movable. */
const grip = 80

/**
 * Where to open the window, given the work areas of the screens that are there now, the main one first: where it
 * stood if its title bar can still be reached, else in the middle of the main screen; never larger than its screen.
 */
export function placeWindow(state: WindowState, screens: readonly Area[]): Area {
  const main = screens[0]
  if (!main) return { x: 0, y: 0, ...firstWindow }
  const { area } = state
  const screen = area && screens.find(within => reachable(area, within))
  if (area && screen) return { ...area, ...fitted(area, screen) }
  const size = fitted(area ?? firstWindow, main)
  return {
    x: main.x + Math.round((main.width - size.width) / 2),
    y: main.y + Math.round((main.height - size.height) / 2),
    ...size,
  }
}

const reachable = (area: Area, screen: Area): boolean =>
  area.x + area.width >= screen.x + grip &&
  area.x <= screen.x + screen.width - grip &&
  area.y >= screen.y &&
  area.y <= screen.y + screen.height - grip

const fitted = (size: { width: number; height: number }, screen: Area) => ({
  width: Math.min(Math.max(size.width, smallestWindow.width), screen.width),
  height: Math.min(Math.max(size.height, smallestWindow.height), screen.height),
})
