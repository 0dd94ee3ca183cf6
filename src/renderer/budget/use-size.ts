import { useEffect, useRef, useState, type RefObject } from 'react'

interface Size {
  readonly width: number
  readonly height: number
}

/** The inner size of an element in CSS pixels, kept up to date; null before it stands. */
export function useSize<T extends HTMLElement>(): [RefObject<T | null>, Size | null] {
  const host = useRef<T>(null)
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    if (!host.current) return
    const watch = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      setSize({ width: Math.floor(width), height: Math.floor(height) })
    })
    watch.observe(host.current)
    return () => watch.disconnect()
  }, [])
  return [host, size]
}
