import type { PageView } from '../../view/page-view'
import type { Rect } from '../../paper'
import type { FaultRule } from '../fault'
import { lineRect, placedStories, textColumns, type TextColumn } from '../placed-stories'
import { boundsOf } from '../rects'

/** The least rows of text that stand together in a column. */
const leastRows = 6
/** Rows without text, where a photo or a quote stands, that make two legs of a column. */
const partingRows = 3
/** White up to this many rows below the last line is ordinary; more is told as 余白. */
const quietRows = 2

interface Leg {
  readonly rows: number
  readonly mark: Rect
}

/**
 * 短腿 (newsroom.md 3.4, 9; P18): a leg of text of fewer than 6 lines, in a story of several legs. One finding a
 * story. Where the text simply ends early, that is 余白 and told there.
 */
export const shortLeg: FaultRule = {
  id: 'shortLeg',
  severity: 'warn',
  find(view) {
    return placedStories(view).flatMap(story => {
      const columns = textColumns(view, story).filter(column => column.lines.length > 0)
      const legs = columns.flatMap((column, at) => {
        const own = legsOf(column, view)
        const isLast = at === columns.length - 1
        return isLast && endsEarly(column, view) ? own.slice(0, -1) : own
      })
      if (columns.flatMap(column => legsOf(column, view)).length < 2) return []
      const short = legs.filter(leg => leg.rows < leastRows)
      if (short.length === 0) return []
      const least = Math.min(...short.map(leg => leg.rows))
      return [
        {
          frameIds: [story.frame.id],
          where: '',
          marks: short.map(leg => leg.mark),
          message: `${story.name}有 ${short.length} 段走文不足 ${leastRows} 行，最短的 ${least} 行`,
          remedy: '少分几栏，或者把文框拉长，或者挪开栏里的图片，让每一段站得住。',
        },
      ]
    })
  },
}

/** Stretches of text in a column with nothing between their lines. */
function legsOf({ rect, lines }: TextColumn, view: PageView): Leg[] {
  const { pitch } = view.layout.paper
  const legs: { from: number; to: number; rects: Rect[] }[] = []
  for (const line of lines) {
    const last = legs.at(-1)
    const own = lineRect(rect, line, pitch)
    if (last && line.row < last.to + partingRows) {
      last.to = Math.max(last.to, line.row + line.rows)
      last.rects.push(own)
    } else {
      legs.push({ from: line.row, to: line.row + line.rows, rects: [own] })
    }
  }
  return legs.map(({ from, to, rects }) => ({ rows: to - from, mark: boundsOf(rects)! }))
}

function endsEarly({ rect, lines }: TextColumn, view: PageView): boolean {
  const last = lines.at(-1)
  if (!last) return true
  const rows = Math.round(rect.height / view.layout.paper.pitch)
  return rows - (last.row + last.rows) > quietRows
}
