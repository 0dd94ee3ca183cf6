import { useRef, type PointerEvent, type ThHTMLAttributes } from 'react'

interface Props extends Omit<ThHTMLAttributes<HTMLTableCellElement>, 'onDrag'> {
  readonly 'data-width'?: number
  /** Told the width wanted while the edge is dragged, and when it is let go; null where it stands fast. */
  readonly onDrag?: ((width: number, letGo: boolean) => void) | null
}

/** A column's head, with an edge that can be dragged to make the column wider or narrower. */
export function HeadCell({ onDrag, children, ...rest }: Props) {
  const from = useRef<{ x: number; width: number } | null>(null)
  const take = (event: PointerEvent<HTMLElement>) => {
    from.current = { x: event.clientX, width: rest['data-width'] ?? 0 }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (from.current) onDrag?.(from.current.width + event.clientX - from.current.x, false)
  }
  const letGo = (event: PointerEvent<HTMLElement>) => {
    if (from.current) onDrag?.(from.current.width + event.clientX - from.current.x, true)
    from.current = null
  }
  return (
    <th {...rest}>
      {children}
      {onDrag && (
        <i
          className="column-edge"
          aria-hidden
          onPointerDown={take}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          // A drag is no click on the head, which would sort.
          onClick={event => event.stopPropagation()}
        />
      )}
    </th>
  )
}
