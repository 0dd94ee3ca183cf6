import type { StoryParts } from '../../story/parts'
import type { ComposedFrame, ComposedHead, ComposedPhoto } from './composed'
import { paintBody } from './body'
import type { PlaceClaim } from './claims'
import { edgesOf } from './edges'
import type { StoryFrame } from '../layout'
import { groundOf } from './outline'
import type { PaintItem } from '../painting'
import type { Paper, Rect } from '../paper'
import { paintPhoto, photoOf } from './photo'
import { paintQuote } from './quote'
import { labelRun, middleBaseline } from './runs'
import { pt, sizes } from '../sizes'
import type { StoryPlan } from './story-plan'
import type { FrameText, JumpLine, StoryText } from './story-text'

/** Numbers of the printed lines of a frame's parts: head, text, jump lines, photos, quotes. */
const firstLines = { head: 0, body: 100, from: 90, to: 9_000, photo: 10_000, quote: 20_000 } as const
const linesEach = 100

/** A story's frame with its text, photos, quotes, box and rules. */
export function paintStoryFrame(
  frame: StoryFrame,
  storyId: string,
  claims: readonly PlaceClaim[],
  plan: StoryPlan,
  text: StoryText,
  own: FrameText,
  storyOf: (id: string) => StoryParts | undefined,
  paper: Paper,
): ComposedFrame {
  const items: PaintItem[] = [...groundOf(frame, claims, paper), ...edgesOf(frame, claims, paper)]
  const { head } = plan
  let hides = head === null
  if (head) items.push(...head.set.paint(frame.id, storyId, head.rect.x, head.rect.y, firstLines.head))
  if (own.from) items.push(jump(`（上接第${own.from.page}版）`, own.from, frame.id, 'start', paper))
  const style = { frameId: frame.id, storyId, size: paper.bodySize, pitch: paper.pitch }
  items.push(...paintBody(text.body, own.columns, { ...style, firstLine: firstLines.body }, own.firstColumn))
  if (own.to) items.push(jump(`（下转第${own.to.page}版）`, own.to, frame.id, 'end', paper))

  const photos: ComposedPhoto[] = []
  for (const inset of plan.insets) {
    if (!inset) {
      hides = true
      continue
    }
    const { index, rect } = inset
    if (inset.kind === 'quote') {
      const quote = frame.quotes[index]
      if (!quote) continue
      const firstLine = firstLines.quote + index * linesEach
      const painted = paintQuote(quote.text, rect, { ...style, firstLine })
      items.push(...painted.items)
      if (!painted.isWhole) hides = true
      continue
    }
    const asked = frame.photos[index]
    const found =
      asked &&
      photoOf(asked.source, asked.source.kind === 'story' ? storyOf(asked.source.storyId) : undefined)
    if (!asked || !found) {
      hides = true
      continue
    }
    const { crop, captionPlace } = asked
    const firstLine = firstLines.photo + index * linesEach
    const shownStyle = { frameId: frame.id, size: sizes[paper.captionSize], pitch: paper.pitch, firstLine }
    const painted = paintPhoto(found, rect, { ...shownStyle, crop, captionPlace })
    items.push(...painted.items)
    if (painted.shown) photos.push({ inset: index, ...painted.shown, wrapRoom: inset.wrapRoom })
    if (!painted.isWhole) hides = true
  }
  const columns = plan.columns.map(({ x, y, shape }): Rect => {
    return { x, y, width: pt((shape.measure * paper.bodySize) / 1000), height: pt(shape.lines * paper.pitch) }
  })
  const jumpedColumns = columns.map((rect, at): Rect => {
    // Lines are counted from where the text begins, below 上接.
    const y = own.columns[at]?.y ?? rect.y
    return { ...rect, y, height: pt(rect.height - (y - rect.y)) }
  })
  return {
    frameId: frame.id,
    items,
    fit: own.fit,
    hides,
    rect: plan.rects[0]!,
    rects: plan.rects,
    head: composedHead(frame, plan),
    photos,
    columns: jumpedColumns,
    body: text.body,
    firstColumn: own.firstColumn,
    jumps: { to: own.to?.page ?? null, from: own.from?.page ?? null },
  }
}

function composedHead(frame: StoryFrame, { head }: StoryPlan): ComposedHead | null {
  if (!head || head.set.lines === 0) return null
  const { rect, set } = head
  const { direction, size: wished } = frame.head
  return { rect, direction, wished, size: set.size, lines: set.linesAt(rect.x, rect.y), problem: set.problem }
}

/** 下转 and 上接 in 黑体, a little smaller than the text, on one line of a column. */
function jump(
  text: string,
  line: JumpLine,
  frameId: string,
  align: 'start' | 'end',
  paper: Paper,
): PaintItem {
  const wished = paper.bodySize * 0.92
  const size = pt(Math.min(wished, (line.width / (text.length - 0.5)) * 1.02))
  const y = middleBaseline(line.y, paper.pitch, size)
  const number = align === 'end' ? firstLines.to : firstLines.from
  const pen = { frameId, face: 'sans', size, x: line.x, y, line: number } as const
  return labelRun(text, pen, { align, width: line.width })
}
