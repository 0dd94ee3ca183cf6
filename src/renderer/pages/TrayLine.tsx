import { useEffect, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { openStory } from '../newsroom/newsroom'
import type { TrayItem } from './tray-drop'
import { placeFromTray, trayHand } from './tray-hand'

interface Props {
  readonly pageId: string
  /** Null while its text has not come. */
  readonly item: TrayItem | null
  readonly title: string
  readonly storyId: string
  /** Pressed without being drawn, or with the space bar. */
  readonly onPress?: () => void
  /** By which the tray knows it when its menu is asked for. */
  readonly menuId: string
  readonly className?: string
  readonly children: ReactNode
}

/** What waits, as one thing to be drawn on to the page, or put there with Enter. */
export function TrayLine({ pageId, item, title, storyId, onPress, menuId, className = '', children }: Props) {
  const [drawn, setDrawn] = useState<{ x: number; y: number } | null>(null)
  useEffect(() => {
    if (!drawn) return
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      trayHand.cancel()
      setDrawn(null)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [drawn])
  const end = (event: PointerEvent, isDrop: boolean) => {
    event.currentTarget.releasePointerCapture(event.pointerId)
    if (isDrop && drawn) trayHand.drop()
    else trayHand.cancel()
    if (isDrop && !drawn) onPress?.()
    setDrawn(null)
  }
  return (
    <button
      type="button"
      data-menu={menuId}
      className={`tray-line ${className} ${drawn ? 'drawn' : ''}`}
      aria-label={`${title}，待排。回车上版，也可拖到版面上${onPress ? '；空格看排法' : ''}`}
      aria-disabled={item === null}
      onPointerDown={event => {
        if (event.button !== 0 || !item) return
        event.currentTarget.setPointerCapture(event.pointerId)
        trayHand.take(item, event.clientX, event.clientY)
      }}
      onPointerMove={event => {
        if (trayHand.move(event.clientX, event.clientY)) setDrawn({ x: event.clientX, y: event.clientY })
      }}
      onPointerUp={event => end(event, true)}
      onPointerCancel={event => end(event, false)}
      onDoubleClick={() => openStory(storyId)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === ' ' && onPress) {
          event.preventDefault()
          onPress()
          return
        }
        if (event.key !== 'Enter' || !item) return
        event.preventDefault()
        placeFromTray(pageId, item)
      }}
    >
      {children}
      {drawn && (
        <span className="tray-ghost" style={{ left: drawn.x, top: drawn.y }} aria-hidden>
          {title}
        </span>
      )}
    </button>
  )
}
