import { create } from 'zustand'

/** How often canvases have come back empty: their memory was lost with the graphics process or its driver. */
export const useRestoredCanvases = create<{ readonly times: number }>(() => ({ times: 0 }))

let waiting = false

// The event does not bubble; all canvases of a window lose their memory together, so they are told once.
window.addEventListener(
  'contextrestored',
  () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      useRestoredCanvases.setState(({ times }) => ({ times: times + 1 }))
    })
  },
  true,
)

/** Changes when canvases have to be painted again: for an effect that paints one to depend on. */
export const useRestored = (): number => useRestoredCanvases(s => s.times)
