import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Painting } from '../../shared/page/painting'
import { useRestored } from './canvas-restored'
import { paintCanvas, pressInks } from './paint-canvas'
import { usePhotos, wantPhotos } from '../newsroom/photo-store'
import { useFaces } from './use-faces'

interface Props {
  readonly painting: Painting
  /** CSS pixels a point. */
  readonly scale: number
  readonly label: string
  readonly className?: string
}

/** A display list on the screen, sharp at every zoom and density. */
export function PaintingCanvas({ painting, scale, label, className }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const faces = useFaces(painting)
  const restored = useRestored()
  const hashes = useMemo(
    () => [
      ...new Set(painting.items.flatMap(item => (item.kind === 'image' && item.image ? [item.image] : []))),
    ],
    [painting],
  )
  // Its own photos alone: a window full of thumbnails is not painted anew for every photo that comes.
  const own = usePhotos(useShallow(s => hashes.map(hash => s.pictures.get(hash) ?? null)))
  const density = window.devicePixelRatio || 1
  const width = Math.ceil(painting.width * scale)
  const height = Math.ceil(painting.height * scale)
  useEffect(() => {
    wantPhotos(hashes)
  }, [hashes])
  useLayoutEffect(() => {
    const target = canvas.current
    const context = target?.getContext('2d')
    if (!target || !context || !faces) return
    target.width = Math.ceil(width * density)
    target.height = Math.ceil(height * density)
    paintCanvas(context, painting, {
      scale: scale * density,
      inks: pressInks,
      photo: hash => own[hashes.indexOf(hash)] ?? null,
    })
    target.dataset['painted'] = restored === 0 ? 'yes' : 'again'
  }, [painting, scale, width, height, density, faces, hashes, own, restored])
  return (
    <div className={className} style={{ position: 'relative', width, height }}>
      <canvas ref={canvas} role="img" aria-label={label} style={{ width, height, display: 'block' }} />
    </div>
  )
}
