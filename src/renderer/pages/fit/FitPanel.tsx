import type { Frame, PageView } from '../../../shared/page'
import { Fold } from '../inspector/Fold'
import { FitList } from './FitList'
import { FitTag } from './FitTag'
import './fit.css'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly frame: Frame | undefined
}

/** 溢欠: how the chosen frame stands and what can be done about it, and every story of the page in a list. */
export function FitPanel({ pageId, view, frame }: Props) {
  const fit = frame && view.composed.frames.get(frame.id)?.fit
  return (
    <>
      {frame && fit && (
        <section className="fit-panel" aria-label="溢欠">
          <h4>
            <FitTag fit={fit} isTitle />
            <span className="quiet">
              要 {fit.lines} 行，有 {fit.available} 行
            </span>
          </h4>
        </section>
      )}
      <Fold name="fits" title="本版" opens>
        <FitList pageId={pageId} view={view} chosen={frame?.id ?? null} />
      </Fold>
    </>
  )
}
