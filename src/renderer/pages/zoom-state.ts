import { create } from 'zustand'
import { trueSize, type Zoom } from './zoom'

/** How the page desk shows its page; the window's own, the same for all pages. */
export const useZoom = create<{
  readonly zoom: Zoom
  /** What that comes to, in percent of true size. */
  readonly percent: number
  readonly guides: boolean
}>(() => ({ zoom: 'fit', percent: 100, guides: false }))

export const setZoom = (zoom: Zoom): void => useZoom.setState({ zoom })
export const toggleGuides = (): void => useZoom.setState(({ guides }) => ({ guides: !guides }))
export const sayScale = (scale: number): void =>
  useZoom.setState({ percent: Math.round((scale / trueSize) * 100) })
