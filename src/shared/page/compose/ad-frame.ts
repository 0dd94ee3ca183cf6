import type { AdFrame } from '../layout'
import type { PaintItem } from '../painting'
import type { Rect } from '../paper'
import { labelRun, labelWidth, middleBaseline } from './runs'
import { pt, sizes, type Pt } from '../sizes'

const crop = { x: 0, y: 0, width: 1, height: 1 }

/** An advertisement: its image, or its client's name while it has not come, under the mark that the law asks for. */
export function paintAd(frame: AdFrame, rect: Rect): PaintItem[] {
  const frameId = frame.id
  const inner: Rect = { ...rect, y: pt(rect.y + 4), height: pt(rect.height - 4) }
  const mark = markOf(frame.label, inner)
  const items: PaintItem[] = []
  if (frame.image === null) {
    items.push({ kind: 'box', frameId, rect: inner, stroke: pt(0), fill: 'tint' })
    if (frame.client !== '') {
      const { size, room } = clientPlace(frame.client, inner, mark?.rect ?? null)
      const y = middleBaseline(room.y, room.height, size)
      const pen = { frameId, face: 'sans', size, x: room.x, y, ink: 'grey', line: 1 } as const
      items.push(labelRun(frame.client, pen, { align: 'center', width: room.width }))
    }
  } else {
    items.push({ kind: 'image', frameId, image: frame.image, rect: inner, crop })
  }
  items.push({ kind: 'box', frameId, rect: inner, stroke: pt(0.5), fill: null })
  if (!mark) return items
  // The mark stands on white, so that it is read on any picture.
  if (frame.image !== null)
    items.push({ kind: 'box', frameId, rect: mark.rect, stroke: pt(0), fill: 'paper' })
  const { size } = mark
  const y = middleBaseline(mark.rect.y, mark.rect.height, size)
  const x = pt(mark.rect.x + size * 0.3)
  items.push(labelRun(frame.label, { frameId, face: 'sans', size, x, y, line: 0 }))
  return items
}

/** Where 广告 stands, in the upper right corner; null without it. */
function markOf(label: string, inner: Rect): { readonly size: Pt; readonly rect: Rect } | null {
  if (label === '') return null
  const wished = pt(Math.min(sizes.六号, inner.height / 1.6))
  const own = labelWidth(label, 'sans', wished) + wished * 0.6
  const size = pt(Math.min(wished, (wished * inner.width) / own))
  const width = pt(labelWidth(label, 'sans', size) + size * 0.6)
  const x = pt(Math.max(inner.x, inner.x + inner.width - width - size * 0.3))
  return { size, rect: { x, y: pt(inner.y + size * 0.2), width, height: pt(size * 1.4) } }
}

/** The client's name in the middle; where 广告 would touch it, below or beside that, as large as it can be. */
function clientPlace(
  client: string,
  inner: Rect,
  mark: Rect | null,
): { readonly size: Pt; readonly room: Rect } {
  const most = Math.min(sizes.四号, inner.height * 0.5)
  const inRoom = (room: Rect) => {
    const wished = pt(Math.min(most, room.height * 0.8))
    return { room, size: pt(Math.min(wished, (wished * room.width) / labelWidth(client, 'sans', wished))) }
  }
  const middle = inRoom(inner)
  if (!mark) return middle
  const foot = pt(mark.y + mark.height)
  const width = labelWidth(client, 'sans', middle.size)
  const isClear =
    inner.y + (inner.height - middle.size) / 2 >= foot || inner.x + (inner.width + width) / 2 <= mark.x
  if (isClear) return middle
  const below = inRoom({ ...inner, y: foot, height: pt(inner.y + inner.height - foot) })
  const beside = inRoom({ ...inner, width: pt(Math.max(1, mark.x - inner.x)) })
  return below.size >= beside.size ? below : beside
}
