import type { PageView } from '../../../shared/page'
import { AddFrame } from '../inspector/AddFrame'
import { useChosenHole } from '../selection'

interface Props {
  readonly pageId: string
  readonly view: PageView
}

/** 填空: what goes into the hole that was pressed. */
export function HolePanel({ pageId, view }: Props) {
  const hole = useChosenHole(pageId)
  if (!hole) return null
  return (
    <section className="hole-panel" aria-label="填空">
      <h4>
        填空
        <span className="quiet">
          空 {hole.columnSpan} 栏 {hole.rowSpan} 行
        </span>
      </h4>
      <AddFrame pageId={pageId} layout={view.layout} room={hole} />
    </section>
  )
}
