import type { FurnitureFrame, PageFacts } from '../layout'
import type { PaintItem } from '../painting'
import { geometryOf, rectOf, type Paper, type Rect } from '../paper'
import { ascent, labelRun, labelWidth, middleBaseline } from './runs'
import { pt, sizes, type Pt } from '../sizes'

const thin: Pt = pt(0.4)
const thick: Pt = pt(1.6)

const digits = '〇一二三四五六七八九'

/** 1–99 in Han figures: 四, 十二, 二十. */
export function hanNumber(value: number): string {
  if (value < 10) return digits[value] ?? ''
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${ones > 0 ? (digits[ones] ?? '') : ''}`
}

/** 2026年11月24日, from YYYY-MM-DD. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 星期二, from YYYY-MM-DD. */
export function weekday(date: string): string {
  return `星期${'日一二三四五六'[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''}`
}

/** What a furniture frame paints. `hides`: something that it should print has no room. */
export interface PaintedFurniture {
  readonly items: PaintItem[]
  readonly hides: boolean
}

/** 报头 and 报眉 of a page in a rectangle, and 地线 at the foot of the type area where the paper has one. */
export function paintFurniture(
  frame: FurnitureFrame,
  paper: Paper,
  facts: PageFacts,
  rect: Rect = rectOf(paper, frame),
): PaintedFurniture {
  const paint = frame.kind === 'masthead' ? masthead : folio
  const painted = paint(frame, rect, paper, printedFacts(facts, paper))
  if (!paper.furniture.footRule) return painted
  const { area } = geometryOf(paper)
  const foot = rule(frame.id, area, pt(area.y + area.height - footWidth / 2), footWidth)
  return { ...painted, items: [...painted.items, foot] }
}

const footWidth: Pt = pt(0.8)

/** The facts that this paper prints, as text. */
function printedFacts(facts: PageFacts, { furniture }: Paper) {
  const { date, editionNumber, pageCount, credits } = facts
  const day = date && (furniture.weekday ? `${longDate(date)}　${weekday(date)}` : longDate(date))
  return {
    ...facts,
    day: day ?? '',
    number: editionNumber === null || !furniture.editionNumber ? '' : `第${editionNumber}期`,
    count: pageCount === null ? '' : `今日${hanNumber(pageCount)}版`,
    people: furniture.credits ? credits.map(({ role, name }) => `${role} ${name}`).join('　') : '',
  }
}

type PrintedFacts = ReturnType<typeof printedFacts>

function rule(frameId: string, rect: Rect, y: Pt, width: Pt): PaintItem {
  return { kind: 'rule', frameId, x1: rect.x, y1: y, x2: pt(rect.x + rect.width), y2: y, width, ink: 'ink' }
}

/** Below this size nothing is printed: it could not be read. */
const leastSize: Pt = pt(5)

/** The size, at most `size`, at which texts of these widths at size 1 and `gaps` of an em go into a width; 0 for none. */
function sizeFor(size: Pt, width: Pt, ems: number): Pt {
  const found = ems > 0 ? pt(Math.min(size, width / ems)) : size
  return found < leastSize ? pt(0) : found
}

/** The name, large, over a strip with the day's facts between a hairline and a thick rule. */
function masthead(frame: FurnitureFrame, rect: Rect, paper: Paper, facts: PrintedFacts): PaintedFurniture {
  const items: PaintItem[] = []
  let hides = false
  const strip = paper.pitch * 1.5
  const foot = pt(rect.y + rect.height - paper.pitch * 0.9)
  if (foot - strip < rect.y) return { items, hides: true }
  const nameHeight = foot - strip - rect.y
  const name = facts.paperName
  if (name !== '') {
    const size = pt(Math.min(nameHeight * 0.86, (rect.width * 0.72) / (name.length * 1.18)))
    const baseline = rect.y + (nameHeight - size) / 2 + ascent * size - paper.pitch * 0.1
    const y = pt(Math.max(baseline, rect.y + ascent * size))
    const pen = { frameId: frame.id, face: 'serif-black', size, x: rect.x, y, line: 0 } as const
    if (size < leastSize) hides = true
    else items.push(labelRun(name, pen, { align: 'center', width: rect.width, track: 180 }))
  }
  items.push(rule(frame.id, rect, pt(foot - strip), thin), rule(frame.id, rect, foot, thick))
  const middle = [facts.number, facts.count].filter(Boolean).join('　')
  const texts = [facts.day, middle, facts.people]
  const aligns = ['start', 'center', 'end'] as const
  // The outer two leave the middle one its place.
  const [left = 0, centre = 0, right = 0] = texts.map(text => labelWidth(text, 'serif', pt(1)))
  const ems = centre > 0 ? centre + 2 * Math.max(left, right) + 2 : left + right + 1
  const size = sizeFor(sizes.小五, rect.width, ems)
  if (size === 0) return { items, hides: hides || texts.some(text => text !== '') }
  const y = middleBaseline(pt(foot - strip), pt(strip - thick / 2), size)
  const pen = { frameId: frame.id, face: 'serif', size, x: rect.x, y } as const
  texts.forEach((text, at) => {
    if (text === '') return
    const align = aligns[at] ?? 'start'
    items.push(labelRun(text, { ...pen, line: at + 1 }, { align, width: rect.width }))
  })
  return { items, hides }
}

/** Digits and capitals reach so high above the baseline. */
const digitHeight = 0.78

/** 版次 and 版名 at the outer edge, the paper and the day at the inner, over a rule. */
function folio(frame: FurnitureFrame, rect: Rect, paper: Paper, facts: PrintedFacts): PaintedFurniture {
  const items: PaintItem[] = []
  const foot = pt(rect.y + rect.height - paper.pitch * 0.95)
  const baseline = pt(foot - 6)
  // A 报眉 of too few lines is set smaller.
  const scale = Math.min(
    1,
    (baseline - rect.y) / (sizes.小一 * digitHeight),
    (baseline - rect.y) / (sizes.小二 * ascent),
  )
  if (scale * sizes.小五 < leastSize) return { items, hides: true }
  const outerRight = facts.pageNumber % 2 === 1
  const base = { frameId: frame.id, x: rect.x, y: baseline } as const
  const outer = outerRight ? 'end' : 'start'
  const inner = outerRight ? 'start' : 'end'

  const number = String(facts.pageNumber)
  const numberSize = pt(sizes.小一 * scale)
  const nameSize = pt(sizes.四号 * scale)
  const paperSize = pt(sizes.小二 * scale)
  const gap = 8 * scale
  const numberWidth = labelWidth(number, 'serif-black', numberSize)
  let hides = numberWidth > rect.width
  if (hides) return { items, hides }
  const numberPen = { ...base, face: 'serif-black', size: numberSize, line: 0 } as const
  items.push(labelRun(number, numberPen, { align: outer, width: rect.width }))
  let outerWidth = numberWidth
  if (facts.pageName !== '') {
    const nameWidth =
      labelWidth(facts.pageName, 'serif-bold', nameSize) + (facts.pageName.length - 1) * nameSize * 0.1
    if (outerWidth + gap + nameWidth <= rect.width) {
      const x = outerRight ? rect.x + rect.width - numberWidth - gap - nameWidth : rect.x + numberWidth + gap
      const pen = { ...base, x: pt(x), face: 'serif-bold', size: nameSize, line: 1 } as const
      items.push(labelRun(facts.pageName, pen, { track: 100 }))
      outerWidth = pt(outerWidth + gap + nameWidth)
    } else hides = true
  }
  let innerWidth = 0
  if (facts.paperName !== '') {
    const width =
      labelWidth(facts.paperName, 'serif-black', paperSize) + (facts.paperName.length - 1) * paperSize * 0.15
    if (outerWidth + gap + width <= rect.width) {
      const pen = { ...base, face: 'serif-black', size: paperSize, line: 2 } as const
      items.push(labelRun(facts.paperName, pen, { align: inner, width: rect.width, track: 150 }))
      innerWidth = width
    } else hides = true
  }
  const text = [facts.day, facts.number, facts.people].filter(Boolean).join('　')
  if (text !== '') {
    const left = pt(rect.x + (outerRight ? innerWidth : outerWidth))
    const width = pt(rect.width - innerWidth - outerWidth)
    const size = sizeFor(pt(sizes.小五 * scale), width, labelWidth(text, 'serif', pt(1)) + 1)
    const pen = { ...base, x: left, face: 'serif', size, line: 3 } as const
    if (size === 0) hides = true
    else items.push(labelRun(text, pen, { align: 'center', width }))
  }
  items.push(rule(frame.id, rect, foot, pt(1.2)))
  return { items, hides }
}
