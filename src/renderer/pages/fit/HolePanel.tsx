import type { PageView } from '../../../shared/page/view/page-view'
import { type GridPlace, spanMeasure } from '../../../shared/page/paper'
import { AddFrame } from '../inspector/AddFrame'
import { useChosenHole, useChosenWaiting } from '../selection'
import { FillList } from './FillList'
import { ShapeList } from './ShapeList'
import './fit.css'

interface Props {
  readonly pageId: string
  readonly view: PageView
}

/** 填空: what goes into the hole that was pressed; 排法: the shapes of the waiting story that was chosen. */
export function HolePanel({ pageId, view }: Props) {
  const hole = useChosenHole(pageId)
  const waiting = useChosenWaiting(pageId)
  return (
    <>
      {hole && <HoleSection key={keyOf(hole)} pageId={pageId} view={view} hole={hole} />}
      {waiting !== null && (
        <ShapeList
          key={`${waiting} ${hole ? keyOf(hole) : ''}`}
          pageId={pageId}
          view={view}
          storyId={waiting}
          room={hole}
        />
      )}
    </>
  )
}

function HoleSection({ pageId, view, hole }: Props & { readonly hole: GridPlace }) {
  const { paper } = view.layout
  const characters = Math.floor(spanMeasure(paper, hole.columnSpan) * hole.rowSpan)
  return (
    <section className="hole-panel" aria-label="填空">
      <h4>
        填空
        <span className="quiet">
          空 {hole.columnSpan} 栏 {hole.rowSpan} 行，约 {characters} 字
        </span>
      </h4>
      <FillList pageId={pageId} paper={paper} hole={hole} />
      <AddFrame pageId={pageId} layout={view.layout} room={hole} />
    </section>
  )
}

const keyOf = ({ column, row, columnSpan, rowSpan }: GridPlace) => `${column} ${row} ${columnSpan} ${rowSpan}`
