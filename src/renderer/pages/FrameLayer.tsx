import { memo, type CSSProperties } from 'react'
import type { ComposedFrame } from '../../shared/page/compose/composed'
import { fitSaid, standingOf } from '../../shared/page/fit/standing'
import type { Frame } from '../../shared/page/layout'
import type { PageView } from '../../shared/page/view/page-view'
import type { Rect } from '../../shared/page/paper'
import { useLayoutNotes } from '../newsroom/layout-notes'
import { standingTones } from './fit/FitTag'
import { frameWords } from './frame-names'
import './layout-notes.css'

/** Points of the page as CSS: the sheet's `--scale` makes pixels of them, so that zooming renders nothing anew. */
export const box = ({ x, y, width, height }: Rect): CSSProperties =>
  ({ '--x': x, '--y': y, '--w': width, '--h': height }) as CSSProperties

interface Props {
  readonly view: PageView
  readonly chosen: string | null
}

/** A button for every frame, in reading order, with what it says of its fit. */
export function FrameLayer({ view, chosen }: Props) {
  return (
    <>
      {view.layout.frames.map(frame => {
        const composed = view.composed.frames.get(frame.id)
        if (!composed) return null
        return (
          <FrameButton
            key={frame.id}
            frame={frame}
            composed={composed}
            words={frameWords(frame, composed, view.stories)}
            chosen={frame.id === chosen}
          />
        )
      })}
    </>
  )
}

const FrameButton = memo(function FrameButton({
  frame,
  composed,
  words,
  chosen,
}: {
  readonly frame: Frame
  readonly composed: ComposedFrame
  readonly words: string
  readonly chosen: boolean
}) {
  const isEmpty = frame.kind === 'story' && frame.storyId === null
  const said = useLayoutNotes(frame.kind === 'story' ? frame.storyId : null)
  return (
    <>
      <button
        type="button"
        className={`frame placed ${chosen ? 'on' : ''} ${isEmpty ? 'empty' : ''}`}
        data-frame={frame.id}
        aria-label={said.length === 0 ? words : `${words}，编辑留话 ${said.length} 条`}
        aria-pressed={chosen}
        style={box(composed.rect)}
      >
        {said.length > 0 && <span className="frame-said">留话 {said.length}</span>}
        {isEmpty && <span className="frame-note">空文框</span>}
      </button>
      {composed.rects.slice(1).map((rect, at) => (
        <span key={at} className={`frame placed more ${chosen ? 'on' : ''}`} style={box(rect)} aria-hidden />
      ))}
      <FitMark composed={composed} />
    </>
  )
})

/** Where the text is cut, or ends too soon: at the foot of its last column. */
function FitMark({ composed }: { composed: ComposedFrame }) {
  const { fit } = composed
  const last = composed.columns.at(-1)
  if (!fit || !last || standingOf(fit) === 'fits') return null
  return (
    <span className={`fit-mark placed ${standingTones[standingOf(fit)]}`} style={box(last)} aria-hidden>
      <span className="fit-tag">{fitSaid(fit)}</span>
    </span>
  )
}
