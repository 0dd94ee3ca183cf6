import { Button } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Crop } from '../../../shared/page/layout'
import type { Rect } from '../../../shared/page/paper'
import type { StoryPhoto } from '../../../shared/story/parts'
import { useRestored } from '../../paint/canvas-restored'
import { usePhotos, wantPhotos } from '../../newsroom/photo-store'
import { aspectFor, corners, drawnCrop, keptCrop, movedCrop, scaledCrop, type Corner } from './crop-shape'
import { editPage, tryOnPage, type PageEdit } from './page-edit'
import { StepPause } from './step-pause'

interface Props {
  readonly pageId: string
  readonly photo: StoryPhoto
  /** Where the picture stands on the page. */
  readonly picture: Rect
  /** What shows now. */
  readonly crop: Crop
  /** Whether a hand has set it; else it follows the place. */
  readonly isOwn: boolean
  edit(crop: Crop | null): PageEdit
}

/** CSS pixels that the small picture takes at most. */
const widest = 250
const highest = 190

/** A drag under way: which corner, and where in the picture it began. */
class CropDrag {
  #from: { corner: Corner | null; x: number; y: number; crop: Crop } | null = null

  begin(corner: Corner | null, x: number, y: number, crop: Crop): void {
    this.#from = { corner, x, y, crop }
  }

  /** The crop with the pointer at a point of the picture; null where nothing is held. */
  at(x: number, y: number, aspect: number): Crop | null {
    const from = this.#from
    if (!from) return null
    return from.corner === null
      ? movedCrop(from.crop, x - from.x, y - from.y)
      : drawnCrop(from.crop, aspect, from.corner, x, y)
  }

  end(): void {
    this.#from = null
  }
}

/** 裁切: the whole picture small, and the part of it that shows, kept to the proportions of its place. */
export function CropEditor({ pageId, photo, picture, crop, isOwn, edit }: Props) {
  const [draft, setDraft] = useState<Crop | null>(null)
  const [drag] = useState(() => new CropDrag())
  const [pause] = useState(() => new StepPause())
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => () => pause.flush(), [pause])

  const scale = Math.min(widest / photo.width, highest / photo.height)
  const width = photo.width * scale
  const height = photo.height * scale
  const aspect = aspectFor(photo, picture)
  const shown = draft ?? crop

  const at = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect()
    return box
      ? { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
      : null
  }
  const show = (next: Crop) => {
    setDraft(next)
    tryOnPage(pageId, edit(keptCrop(next)))
  }
  const keep = (next: Crop | null) => {
    setDraft(null)
    editPage(pageId, next === null ? '复原裁切' : '改裁切', edit(next && keptCrop(next)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? 0.05 : 0.01
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-by, 0],
      ArrowRight: [by, 0],
      ArrowUp: [0, -by],
      ArrowDown: [0, by],
    }
    const move = moves[event.key]
    const grow = event.key === '+' || event.key === '=' ? 1.04 : event.key === '-' ? 1 / 1.04 : null
    if (event.key === 'Escape' && pause.isWaiting) {
      pause.cancel()
      setDraft(null)
      tryOnPage(pageId, null)
    } else if (event.key === 'Enter') {
      pause.flush()
    } else if (move || grow !== null) {
      const next = move ? movedCrop(shown, ...move) : scaledCrop(shown, aspect, grow ?? 1)
      show(next)
      pause.plan(() => keep(next))
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="crop-editor">
      <div
        className="crop-area"
        ref={area}
        style={{ width, height }}
        onPointerDown={event => {
          const point = at(event)
          if (!point || event.button !== 0) return
          pause.flush()
          const corner = (event.target as HTMLElement).dataset['corner'] as Corner | undefined
          const isInside = (event.target as HTMLElement).closest('.crop-part') !== null
          if (!isInside) return
          event.currentTarget.setPointerCapture(event.pointerId)
          drag.begin(corner ?? null, point.x, point.y, shown)
        }}
        onPointerMove={event => {
          const point = at(event)
          const next = point && drag.at(point.x, point.y, aspect)
          if (next) show(next)
        }}
        onPointerUp={event => {
          const point = at(event)
          const next = point && drag.at(point.x, point.y, aspect)
          drag.end()
          if (next && draft) keep(next)
        }}
        onPointerCancel={() => {
          drag.end()
          setDraft(null)
          tryOnPage(pageId, null)
        }}
      >
        <SmallPicture image={photo.image} width={width} height={height} />
        <div
          className="crop-part"
          role="slider"
          tabIndex={0}
          aria-label="裁切框"
          aria-valuetext={`留下宽 ${Math.round(shown.width * 100)}%，高 ${Math.round(shown.height * 100)}%`}
          aria-valuenow={Math.round(shown.width * 100)}
          style={{
            left: `${shown.x * 100}%`,
            top: `${shown.y * 100}%`,
            width: `${shown.width * 100}%`,
            height: `${shown.height * 100}%`,
          }}
          onKeyDown={onKeyDown}
          onBlur={() => pause.flush()}
        >
          {corners.map(corner => (
            <i key={corner} className={`crop-corner ${corner}`} data-corner={corner} aria-hidden />
          ))}
        </div>
      </div>
      <div className="field-row spread">
        <span className="quiet">拖动或方向键移动，+ − 缩放</span>
        <Button size="small" disabled={!isOwn && draft === null} onClick={() => keep(null)}>
          复原
        </Button>
      </div>
    </div>
  )
}

function SmallPicture({ image, width, height }: { image: string | null; width: number; height: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture = usePhotos(s => (image === null ? null : s.pictures.get(image)))
  const restored = useRestored()
  useEffect(() => wantPhotos(image === null ? [] : [image]), [image])
  useLayoutEffect(() => {
    const target = canvas.current
    const density = window.devicePixelRatio || 1
    if (!target) return
    target.width = Math.round(width * density)
    target.height = Math.round(height * density)
    if (picture) target.getContext('2d')?.drawImage(picture, 0, 0, target.width, target.height)
    target.dataset['painted'] = restored === 0 ? 'yes' : 'again'
  }, [picture, width, height, restored])
  return <canvas ref={canvas} aria-hidden style={{ width, height }} />
}
