import type { PageView } from '../../../shared/page'
import { frameTitle } from '../frame-names'
import { Fold } from '../inspector/Fold'
import { choose } from '../selection'
import { FitTag } from './FitTag'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly chosen: string | null
}

/** Every story of the page with how it stands; a press chooses its frame. */
export function FitList({ pageId, view, chosen }: Props) {
  const rows = view.layout.frames.flatMap(frame => {
    const fit = view.composed.frames.get(frame.id)?.fit
    return frame.kind === 'story' && fit ? [{ frame, fit }] : []
  })
  return (
    <Fold name="fits" title="本版" opens>
      {rows.length === 0 && <p className="quiet">还没有稿件上版。</p>}
      <ul className="fit-list">
        {rows.map(({ frame, fit }) => {
          const title = frameTitle(frame, view.stories)
          return (
            <li key={frame.id}>
              <button
                type="button"
                aria-current={frame.id === chosen}
                className={frame.id === chosen ? 'on' : ''}
                onClick={() => choose(pageId, frame.id)}
              >
                <span className="one-line" title={title}>
                  {title}
                </span>
                <FitTag fit={fit} />
              </button>
            </li>
          )
        })}
      </ul>
    </Fold>
  )
}
