import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ComposedPage } from '../../shared/page/compose/composed'
import type { Rect } from '../../shared/page/paper'
import { useRestored } from '../paint/canvas-restored'
import { useFaces } from '../paint/use-faces'
import { usePhotos, wantPhotos, wantSharpPhoto } from '../newsroom/photo-store'
import { PagePainter } from './page-painter'
import { meet } from '../paint/painted-bounds'

interface Props {
  readonly page: ComposedPage
  /** The part of the page that the canvas covers, in points. */
  readonly window: Rect
  /** CSS pixels a point at which it is painted; it may be shown at another one for a moment. */
  readonly crisp: number
  readonly density: number
  readonly label?: string
}

const placed = (value: number) => `calc(${value} * var(--scale) * 1px)`

/** The page's ink. Where frames have changed, only their places are painted again. */
export const PageCanvas = memo(function PageCanvas({ page, window, crisp, density, label = '版样' }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [painter] = useState(() => new PagePainter())
  const faces = useFaces(page.painting)
  const restored = useRestored()
  const pictures = usePhotos(s => s.pictures)
  useEffect(() => {
    wantPhotos(page.painting.items.flatMap(item => (item.kind === 'image' && item.image ? [item.image] : [])))
  }, [page])
  useEffect(() => {
    for (const item of page.painting.items) {
      if (item.kind !== 'image' || !item.image || !meet(item.rect, window)) continue
      wantSharpPhoto(item.image, (item.rect.width * crisp * density) / item.crop.width)
    }
  }, [page, window, crisp, density])
  useLayoutEffect(() => {
    const target = canvas.current
    if (!target || !faces) return
    const painted = painter.paint(target, { page, window, scale: crisp * density, pictures, restored })
    target.dataset['painted'] = painted.whole ? 'whole' : 'part'
  }, [painter, page, window, crisp, density, faces, pictures, restored])
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      style={{
        left: placed(window.x),
        top: placed(window.y),
        width: placed(window.width),
        height: placed(window.height),
      }}
    />
  )
})
