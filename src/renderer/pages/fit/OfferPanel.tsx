import type { Frame, PageView } from '../../../shared/page'
import { AskedCuts } from './AskedCuts'
import { FitTag } from './FitTag'
import './fit.css'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly frame: Frame
}

/** 溢欠 of the chosen frame, and what can be done about it. */
export function OfferPanel({ view, frame }: Props) {
  const fit = view.composed.frames.get(frame.id)?.fit
  if (!fit || frame.kind !== 'story') return null
  return (
    <section className="fit-panel" aria-label="溢欠">
      <h4>
        <FitTag fit={fit} isTitle />
        <span className="quiet">
          要 {fit.lines} 行，有 {fit.available} 行
        </span>
      </h4>
      {frame.storyId !== null && <AskedCuts storyId={frame.storyId} />}
    </section>
  )
}
