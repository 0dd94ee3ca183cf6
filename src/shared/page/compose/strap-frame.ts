import type { StrapFrame } from '../layout'
import type { PaintItem } from '../painting'
import type { Rect } from '../paper'
import { labelRun, labelWidth, middleBaseline } from './runs'
import { pt, sizes, type Pt } from '../sizes'

const track = 120

/** 专题栏头: its words in 黑体 between two pairs of rules, as large as its place allows. */
export function paintStrap(frame: StrapFrame, rect: Rect): PaintItem[] {
  const widthAt = (size: Pt) =>
    labelWidth(frame.text, 'sans-bold', size) + ((frame.text.length - 1) * size * track) / 1000
  if (frame.text.trim() === '') return []
  const wished = pt(Math.min(sizes.四号, rect.height * 0.62))
  const size = pt(Math.min(wished, (wished * rect.width) / widthAt(wished)))
  const width = widthAt(size)
  const middle = rect.y + rect.height / 2
  const y = middleBaseline(rect.y, rect.height, size)
  const pen = { frameId: frame.id, face: 'sans-bold', size, x: rect.x, y, line: 0 } as const
  const items: PaintItem[] = [labelRun(frame.text, pen, { align: 'center', width: rect.width, track })]
  const side = (rect.width - width) / 2 - size
  if (side <= size) return items
  for (const x of [rect.x, pt(rect.x + rect.width - side)]) {
    for (const [dy, weight] of [[-1.5, 1.6] as const, [1.7, 0.4] as const]) {
      const at = pt(middle + dy)
      const line = { x1: x, y1: at, x2: pt(x + side), y2: at, width: pt(weight) }
      items.push({ kind: 'rule', frameId: frame.id, ...line, ink: 'ink' })
    }
  }
  return items
}
