import { Button } from 'antd'
import { amountSaid, pageFitOf } from '../../../shared/page/fit/standing'
import type { PageView } from '../../../shared/page/view/page-view'
import { offGridFrames } from '../../../shared/page/edit/level'
import { frameTitle } from '../frame-names'
import { Fold } from '../inspector/Fold'
import { alignPage } from '../page-acts'
import { showFrame } from '../into-sight'
import { choose } from '../selection'
import { FitTag } from './FitTag'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly chosen: string | null
}

/** How the page stands, and every story of it; a press chooses its frame and brings it into sight. */
export function FitList({ pageId, view, chosen }: Props) {
  const rows = view.layout.frames.flatMap(frame => {
    const fit = view.composed.frames.get(frame.id)?.fit
    return frame.kind === 'story' && fit ? [{ frame, fit }] : []
  })
  const offGrid = offGridFrames(view.layout)
  return (
    <Fold name="fits" title="本版" opens>
      <PageTotal view={view} />
      {offGrid.length > 0 && (
        <div className="field-row spread">
          <span className="quiet">{offGrid.length} 个文框的文字离开了基线格</span>
          <Button size="small" onClick={() => alignPage(pageId)}>
            全版对齐基线
          </Button>
        </div>
      )}
      <ul className="fit-list">
        {rows.map(({ frame, fit }) => {
          const title = frameTitle(frame, view.stories)
          return (
            <li key={frame.id}>
              <button
                type="button"
                aria-current={frame.id === chosen}
                className={frame.id === chosen ? 'on' : ''}
                onClick={() => {
                  choose(pageId, frame.id)
                  showFrame(frame.id)
                }}
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

/** 溢 and 欠 of all stories together, and how much of the 版心 is filled. */
function PageTotal({ view }: { readonly view: PageView }) {
  const { stories, overset, underset, filled } = pageFitOf(view)
  if (stories === 0) return <p className="quiet">还没有稿件上版。</p>
  return (
    <p className="page-total" role="group" aria-label="本版溢欠">
      {overset.lines > 0 && <span className="red">共溢 {amountSaid(overset)}</span>}
      {underset.lines > 0 && <span className="amber">共欠 {amountSaid(underset)}</span>}
      {overset.lines === 0 && underset.lines === 0 && <span className="green">篇篇排齐</span>}
      <span className="quiet">版心填满 {Math.floor(filled * 100)}%</span>
    </p>
  )
}
