import { pt } from '../../shared/page/sizes'
import { Dropdown } from 'antd'
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import { isFurniture } from '../../shared/page/furniture'
import type { PageLayout } from '../../shared/page/layout'
import { framesAt, textAt } from '../../shared/page/edit/page-hit'
import { openStory } from '../newsroom/newsroom'
import { FaultMarks } from './faults/FaultMarks'
import { useFaults, useFaultsInPlace } from './faults/page-faults'
import { stepFault } from './faults/step-fault'
import { frameMenu, runFrameAct } from './frame-menu'
import { FrameHandles } from './FrameHandles'
import { FrameLayer } from './FrameLayer'
import { GridLayer } from './GridLayer'
import { redoOnPage, undoOnPage } from './page-acts'
import { HoleMark } from './HoleMark'
import { hands, useHands } from './page-hands'
import { isArrow, pressed } from './page-keys'
import { sayOnPage } from './page-says'
import { showSurface } from './page-surface'
import { previewOf, usePageView } from './page-views'
import { PageCanvas } from './PageCanvas'
import { PageLines } from './PageLines'
import { choose, useChosenHole, useChosenId, usePreview, useSelection } from './selection'
import { SheetPointer, type SheetPress } from './sheet-pointer'
import { useSheetScale } from './use-sheet-scale'
import { setZoom, useZoom } from './zoom-state'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'))

const frameAt = (target: EventTarget) =>
  target instanceof HTMLElement ? (target.dataset['frame'] ?? null) : null

/** Nothing but 报头 or 报眉 stands on the page. */
const isBare = (layout: PageLayout) => layout.frames.every(isFurniture)

const noSize = { width: pt(1), height: pt(1) }

/** The page at its size, with everything that hands can do to it. */
export function PageSheet({ pageId }: { readonly pageId: string }) {
  const view = usePageView(pageId)
  const preview = usePreview(pageId)
  const shown = useMemo(() => (view && preview ? previewOf(view, preview) : view), [view, preview])
  const chosen = useChosenId(pageId)
  const { holding, incoming } = useHands()
  const hole = useChosenHole(pageId)
  const { zoom, guides } = useZoom()
  const faults = useFaults(pageId)
  const areInPlace = useFaultsInPlace(pageId, shown?.layout)
  const [pointer] = useState(() => new SheetPointer())
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const size = shown?.composed.painting ?? noSize
  const { scale, canvas, point, scrolled, step } = useSheetScale(scroller, sheet, size)

  const onSheet = useEffectEvent((clientX: number, clientY: number) => {
    const at = point(clientX, clientY)
    return at.x >= 0 && at.y >= 0 && at.x <= size.width && at.y <= size.height ? at : null
  })
  useEffect(() => showSurface({ pageId, at: (x, y) => onSheet(x, y) }), [pageId])

  const onWindowKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (isTyping(event.target) || event.defaultPrevented) return
    const key = event.key.toLowerCase()
    if (event.key === 'Escape' && hands.isHolding) {
      pointer.cancel()
    } else if (event.key === 'F8' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      stepFault(pageId, event.shiftKey ? -1 : 1)
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (key === 'z' && !event.shiftKey) undoOnPage(pageId)
      else if (key === 'y' || (key === 'z' && event.shiftKey)) redoOnPage(pageId)
      else if (key === '=' || key === '+') step(1)
      else if (key === '-') step(-1)
      else if (key === '0') setZoom('fit')
      else return
    } else {
      return
    }
    event.preventDefault()
  })
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => onWindowKey(event)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => () => hands.leave(pageId), [pageId])

  if (!shown) return <div className="page-scroll" ref={scroller} aria-busy="true" />

  const focusFrame = (frameId: string) => {
    const button = sheet.current?.querySelector<HTMLElement>(`[data-frame="${CSS.escape(frameId)}"]`)
    button?.focus({ preventScroll: true })
  }
  const pick = (frameId: string | null) => {
    choose(pageId, frameId)
    if (frameId !== null) focusFrame(frameId)
    else scroller.current?.focus({ preventScroll: true })
  }
  const press = (event: PointerEvent | MouseEvent): SheetPress => {
    return { event, pageId, view: shown, chosen, point, pick }
  }
  const stackAt = (event: MouseEvent) =>
    framesAt(shown.layout, shown.composed, point(event.clientX, event.clientY))

  const openText = (event: MouseEvent) => {
    const stack = stackAt(event)
    const frameId = chosen !== null && stack.includes(chosen) ? chosen : stack[0]
    const frame = frameId === undefined ? undefined : shown.composed.frames.get(frameId)
    const place = frame && textAt(frame, point(event.clientX, event.clientY))
    if (place) openStory(place.storyId, place)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!pressed(event.nativeEvent, pageId, shown.layout, chosen)) return
    event.preventDefault()
    // What is chosen now has the keys, also where the act has put another frame in its place.
    requestAnimationFrame(() => {
      const { frameId } = useSelection.getState()
      const isHere =
        document.activeElement === document.body || sheet.current?.contains(document.activeElement)
      if (frameId !== null && isHere) focusFrame(frameId)
    })
  }
  const onKeyUp = (event: KeyboardEvent) => {
    const label = isArrow(event.key) ? hands.finish() : null
    if (label !== null) sayOnPage(label)
  }

  const placed = chosen === null ? undefined : shown.composed.frames.get(chosen)
  const chosenFrame = shown.layout.frames.find(frame => frame.id === chosen)
  const style = { '--scale': scale, width: size.width * scale, height: size.height * scale }
  return (
    <div
      className={`page-scroll ${zoom === 'fit' ? '' : 'zoomed'}`}
      ref={scroller}
      onScroll={scrolled}
      tabIndex={-1}
    >
      <Dropdown
        trigger={['contextMenu']}
        menu={{
          items: frameMenu(chosenFrame, shown.layout.paper),
          onClick: ({ key, domEvent }) => {
            domEvent.stopPropagation()
            if (chosen !== null) runFrameAct(key, pageId, chosen)
          },
        }}
      >
        <div
          ref={sheet}
          role="group"
          aria-label="版面上的文框"
          className={`page-sheet ${holding ? 'held' : ''}`}
          style={style as CSSProperties}
          onPointerDown={event => {
            if (event.button !== 0) return
            event.currentTarget.setPointerCapture(event.pointerId)
            pointer.down(press(event))
          }}
          onPointerMove={event => pointer.move(press(event))}
          onPointerUp={event => pointer.up(press(event))}
          onPointerCancel={() => pointer.cancel()}
          // The chosen frame has the keys, which need not be the one on top.
          onMouseDown={event => event.preventDefault()}
          onDoubleClick={openText}
          onContextMenu={event => {
            const stack = stackAt(event)
            if (chosen === null || !stack.includes(chosen)) pick(stack[0] ?? null)
          }}
          onKeyDown={onKeyDown}
          onKeyUp={onKeyUp}
          onFocus={event => {
            const frameId = frameAt(event.target)
            if (frameId !== null) choose(pageId, frameId)
          }}
          onBlur={event => {
            if (!event.currentTarget.contains(event.relatedTarget)) hands.finish()
          }}
          onClick={event => {
            // By pointer the frame is chosen already; this is a screen reader's press.
            const frameId = frameAt(event.target)
            if (event.detail === 0 && frameId !== null) choose(pageId, frameId)
          }}
        >
          {canvas && (
            <PageCanvas
              page={shown.composed}
              window={canvas.window}
              crisp={canvas.crisp}
              density={window.devicePixelRatio || 1}
            />
          )}
          {(guides || holding) && <GridLayer paper={shown.layout.paper} />}
          {!holding && areInPlace && <FaultMarks faults={faults} />}
          <FrameLayer view={shown} chosen={incoming ?? chosen} />
          {hole && !holding && !preview && <HoleMark paper={shown.layout.paper} hole={hole} />}
          {placed && holding !== 'tray' && <FrameHandles composed={placed} />}
          {isBare(shown.layout) && !holding && <p className="sheet-hint">从左边的待排里把稿件拖到这里</p>}
          <PageLines page={shown.composed} quiet={holding !== null} />
        </div>
      </Dropdown>
    </div>
  )
}
