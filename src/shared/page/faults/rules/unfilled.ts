import { pt } from '../../sizes'
import { isFurniture } from '../../furniture'
import type { PageView } from '../../view/page-view'
import { rectOf, type Rect } from '../../paper'
import type { FaultRule, FoundFault } from '../fault'
import { frameName } from '../frame-names'
import { freeRectangles, type CellRect } from '../free-rectangles'
import { columnsSpan } from '../grid-words'
import { gridOf } from '../page-grid'
import { placedStories, textColumns, type PlacedStory, type TextColumn } from '../placed-stories'

/** White up to this many lines is ordinary. */
const quietLines = 2

/**
 * 余白溢文 (newsroom.md 3.4, 22; InCopy's copyfit): text, a head, a photo or a caption that found no room; more
 * than two lines of white at a story's foot; a hole of more than two lines on the page.
 */
export const unfilled: FaultRule = {
  id: 'unfilled',
  severity: 'error',
  find(view) {
    return [...placedStories(view).flatMap(story => ofStory(view, story)), ...hidden(view), ...holes(view)]
  },
}

function ofStory(view: PageView, story: PlacedStory): FoundFault[] {
  const { frame, composed, name } = story
  const { fit } = composed
  if (!fit) return []
  const frameIds = [frame.id]
  const columns = textColumns(view, story)
  if (fit.overset.lines > 0) {
    const last = columns.at(-1)
    return [
      {
        frameIds,
        where: 'overset',
        marks: [last ? footRow(last.rect, view) : composed.rect],
        message: `${name}溢 ${fit.overset.lines} 行 ${fit.overset.characters} 字，排不下`,
        remedy: '让字排得紧一点、请编辑删、或者把文框加行，看“怎么排下”里的各样办法。',
      },
    ]
  }
  const white = columns.map(column => ({ column, rows: whiteRows(column, story) }))
  const most = Math.max(0, ...white.map(({ rows }) => rows))
  // Of a story that goes on elsewhere only its last piece says what is left.
  if (fit.underset.lines === 0 || most <= quietLines) return []
  const { pitch } = view.layout.paper
  return [
    {
      frameIds,
      where: 'underset',
      marks: white
        .filter(({ rows }) => rows > quietLines)
        .map(({ column: { rect }, rows }): Rect => {
          const height = Math.min(rect.height, rows * pitch)
          return { ...rect, y: pt(rect.y + rect.height - height), height: pt(height) }
        }),
      message: `${name}欠 ${fit.underset.lines} 行 ${fit.underset.characters} 字，下面留着白`,
      remedy: '让字排得松一点、把文框减行、放大图片，或者请编辑补几句。',
    },
  ]
}

/** Rows at a column's foot that could hold text and hold none. */
function whiteRows({ index, lines }: TextColumn, { composed: { body } }: PlacedStory): number {
  const slots = body?.set.source.slots ?? []
  const last = lines.at(-1)
  const from = last ? last.row + last.rows : 0
  let rows = 0
  for (const slot of slots) if (slot.column === index && slot.row >= from) rows++
  return rows
}

const footRow = (rect: Rect, view: PageView): Rect => {
  const height = Math.min(rect.height, view.layout.paper.pitch)
  return { ...rect, y: pt(rect.y + rect.height - height), height: pt(height) }
}

/** What found no room in its frame. */
function hidden(view: PageView): FoundFault[] {
  return view.layout.frames.flatMap((frame): FoundFault[] => {
    const composed = view.composed.frames.get(frame.id)
    const own = { frameIds: [frame.id], marks: [rectOf(view.layout.paper, frame)] }
    const name = frameName(view, frame)
    if (composed?.head?.problem === 'tooLong') {
      const marks = [composed.head.rect]
      const message = `${name}的题太长，缩到最小一号也排不下，只好压扁了印`
      return [{ ...own, marks, where: 'head', message, remedy: '把题写短，分成几行，或者把题拉宽。' }]
    }
    // 报头 and 报眉 are told as 报眉错.
    if (!composed?.hides || isFurniture(frame)) return []
    const isStory = frame.kind === 'story'
    const message = isStory
      ? `${name}的题、图片或图说有一样没有地方，没有印出来`
      : `${name}没有地方，没有全印出来`
    return [{ ...own, where: 'hides', message, remedy: '把文框拉大，或者挪开压着它的东西。' }]
  })
}

/** Holes: free cells that hang together and hold a rectangle of more than two lines; one finding each. */
function holes(view: PageView): FoundFault[] {
  const { paper } = view.layout
  const { columns, lines: rows } = paper
  const grid = gridOf(view.layout)
  const free = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (grid.at(column, row) === null) free[row * columns + column] = 1
    }
  }
  const found: FoundFault[] = []
  for (;;) {
    const largest = freeRectangles(free, columns, rows)
      .filter(cells => cells.foot - cells.top > quietLines)
      .reduce<CellRect | null>((most, cells) => (most && sizeOf(most) >= sizeOf(cells) ? most : cells), null)
    if (!largest) break
    const { left, top, right, foot } = largest
    for (let row = top; row < foot; row++) free.fill(0, row * columns + left, row * columns + right)
    const place = { column: left, row: top, columnSpan: right - left, rowSpan: foot - top }
    found.push({
      frameIds: [],
      where: `hole-${left}-${top}`,
      marks: [rectOf(paper, place)],
      message: `${columnsSpan(left, right)}从第 ${top + 1} 行起空着 ${foot - top} 行`,
      remedy: '在空处点一下，看哪篇稿件排得进；或者把旁边的文框拉过来。',
    })
  }
  return found.sort((a, b) => a.marks[0]!.y - b.marks[0]!.y || a.marks[0]!.x - b.marks[0]!.x)
}

const sizeOf = ({ left, top, right, foot }: CellRect): number => (right - left) * (foot - top)
