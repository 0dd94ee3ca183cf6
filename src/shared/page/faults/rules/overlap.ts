import type { Frame } from '../../layout'
import type { PageView } from '../../view/page-view'
import { rectOf, type Rect } from '../../paper'
import type { FaultRule, FoundFault } from '../fault'
import { frameName } from '../frame-names'
import { placesOf } from '../../frame-places'
import { meetingOf } from '../rects'

/**
 * 文框相叠: two frames that lie over one another, or one that reaches out of the 版心. A photo's frame over a
 * story's is none: text runs round it, and whose photo it is 图文错配 asks.
 */
export const overlap: FaultRule = {
  id: 'overlap',
  severity: 'error',
  find(view) {
    const { frames } = view.layout
    const rects = frames.map(frame => placesOf(frame).map(place => rectOf(view.layout.paper, place)))
    return frames.flatMap((frame, at) => [
      ...outside(view, frame),
      ...frames.slice(at + 1).flatMap((other, index): FoundFault[] => {
        if (isRoundPhoto(frame, other)) return []
        const marks = rects[at]!.flatMap(a =>
          rects[at + 1 + index]!.flatMap((b): Rect[] => {
            const meeting = meetingOf(a, b)
            return meeting ? [meeting] : []
          }),
        )
        if (marks.length === 0) return []
        const message = `${frameName(view, frame)}和${frameName(view, other)}叠在一起`
        return [
          {
            frameIds: [other.id, frame.id],
            where: '',
            marks,
            message,
            remedy: '移开一个，或者把一个缩小到不相碰。',
          },
        ]
      }),
    ])
  },
}

const isRoundPhoto = (a: Frame, b: Frame): boolean =>
  (a.kind === 'photo' && b.kind === 'story') || (a.kind === 'story' && b.kind === 'photo')

function outside(view: PageView, frame: Frame): FoundFault[] {
  const { paper } = view.layout
  const over = placesOf(frame).map(place => ({
    columns: place.column + place.columnSpan - paper.columns,
    rows: place.row + place.rowSpan - paper.lines,
    place,
  }))
  const worst = over.find(({ columns, rows }) => columns > 0 || rows > 0)
  if (!worst) return []
  const said = [
    worst.columns > 0 ? `右边 ${worst.columns} 栏` : '',
    worst.rows > 0 ? `下边 ${worst.rows} 行` : '',
  ].filter(Boolean)
  return [
    {
      frameIds: [frame.id],
      where: 'outside',
      marks: [rectOf(paper, worst.place)],
      message: `${frameName(view, frame)}出了版心，${said.join('、')}印不出来`,
      remedy: '把它移回版心里，或者缩小。',
    },
  ]
}
