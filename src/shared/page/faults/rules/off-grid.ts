import type { PageView } from '../../view/page-view'
import { geometryOf, type Rect } from '../../paper'
import { pt, type Pt } from '../../sizes'
import type { FaultRule } from '../fault'
import { placedStories, textColumns } from '../placed-stories'
import { gapAcross, hair, sharedHeight } from '../rects'

/** Baselines that stand apart by less than this are on one line to the eye. */
const least: Pt = pt(0.3)

/**
 * 栏行不对齐 (newsroom.md 3.4, 17): lines of two neighbouring columns that do not stand on one grid, because the
 * text of one is set off it.
 */
export const offGrid: FaultRule = {
  id: 'offGrid',
  severity: 'warn',
  find(view) {
    const { paper } = view.layout
    const { area, gutterWidth } = geometryOf(paper)
    const shift = ({ y }: Rect): Pt => {
      const rest = (((y - area.y) % paper.pitch) + paper.pitch) % paper.pitch
      return rest > paper.pitch / 2 ? pt(rest - paper.pitch) : pt(rest)
    }
    const columns = placedStories(view).flatMap(story =>
      textColumns(view, story).flatMap(({ text }) => (text ? [{ story, text, shift: shift(text) }] : [])),
    )
    const found = new Map<string, { story: (typeof columns)[number]['story']; shift: Pt; marks: Rect[] }>()
    for (const own of columns) {
      if (Math.abs(own.shift) < least) continue
      const isOff = columns.some(
        other =>
          Math.abs(own.shift - other.shift) >= least &&
          gapAcross(own.text, other.text) <= gutterWidth + hair &&
          gapAcross(own.text, other.text) > -hair &&
          sharedHeight(own.text, other.text) >= paper.pitch,
      )
      if (!isOff) continue
      const { id } = own.story.frame
      const known = found.get(id) ?? { story: own.story, shift: own.shift, marks: [] }
      known.marks.push(own.text)
      found.set(id, known)
    }
    return [...found.values()].map(({ story, shift, marks }) => ({
      frameIds: [story.frame.id],
      where: '',
      marks,
      message: `${story.name}的行比旁边一栏${shift > 0 ? '低' : '高'} ${points(shift)} 磅，行对不上行`,
      remedy: `把这篇离开行格的 ${points(nudgeOf(view, story.frame.id))} 磅改回 0。`,
    }))
  },
}

const points = (length: Pt) => Math.abs(Math.round(length * 10) / 10)

const nudgeOf = (view: PageView, id: string): Pt => {
  const frame = view.layout.frames.find(one => one.id === id)
  return frame?.kind === 'story' ? frame.nudge : pt(0)
}
