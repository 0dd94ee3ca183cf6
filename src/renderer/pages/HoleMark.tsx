import { rectOf, type GridPlace, type Paper } from '../../shared/page/paper'
import { box } from './FrameLayer'

/** The hole that is to be filled, and how large it is. */
export function HoleMark({ paper, hole }: { readonly paper: Paper; readonly hole: GridPlace }) {
  return (
    <span className="hole placed" style={box(rectOf(paper, hole))} role="status">
      空 {hole.columnSpan} 栏 {hole.rowSpan} 行
    </span>
  )
}
