import type { AdFrame } from '../layout'
import type { PaintItem } from '../painting'
import type { Rect } from '../paper'
import { ascent, labelRun, labelWidth, middleBaseline } from './runs'
import { sizes } from '../sizes'

const crop = { x: 0, y: 0, width: 1, height: 1 }

/** An advertisement: its image, or its client's name while it has not come, under the mark that the law asks for. */
export function paintAd(frame: AdFrame, rect: Rect): PaintItem[] {
  const frameId = frame.id
  const inner = { ...rect, y: rect.y + 4, height: rect.height - 4 }
  const items: PaintItem[] = []
  if (frame.image === null) {
    items.push({ kind: 'box', frameId, rect: inner, stroke: 0, fill: 'tint' })
    if (frame.client !== '') {
      const wished = Math.min(sizes.四号, inner.height * 0.5)
      const size = Math.min(wished, (wished * inner.width) / labelWidth(frame.client, 'sans', wished))
      const y = middleBaseline(inner.y, inner.height, size)
      const pen = { frameId, face: 'sans', size, x: inner.x, y, ink: 'grey', line: 1 } as const
      items.push(labelRun(frame.client, pen, { align: 'center', width: inner.width }))
    }
  } else {
    items.push({ kind: 'image', frameId, image: frame.image, rect: inner, crop })
  }
  items.push({ kind: 'box', frameId, rect: inner, stroke: 0.5, fill: null })
  if (frame.label === '') return items
  // The mark stands on white, so that it is read on any picture.
  const wished = Math.min(sizes.六号, inner.height / 1.6)
  const own = labelWidth(frame.label, 'sans', wished) + wished * 0.6
  const size = Math.min(wished, (wished * inner.width) / own)
  const width = labelWidth(frame.label, 'sans', size)
  const mark = { width: width + size * 0.6, height: size * 1.4 }
  const at = { x: inner.x + inner.width - mark.width - size * 0.3, y: inner.y + size * 0.2 }
  const x = Math.max(inner.x, at.x)
  if (frame.image !== null) {
    items.push({ kind: 'box', frameId, rect: { ...mark, x, y: at.y }, stroke: 0, fill: 'paper' })
  }
  const y = at.y + (mark.height - size) / 2 + ascent * size
  items.push(labelRun(frame.label, { frameId, face: 'sans', size, x: x + size * 0.3, y, line: 0 }))
  return items
}
