import type { FurnitureFrame, PageFacts } from '../layout'
import type { PaintItem } from '../painting'
import { rectOf, type Paper, type Rect } from '../paper'
import { ascent, labelRun, labelWidth, middleBaseline } from './runs'
import { sizes, type Point } from '../sizes'

const thin: Point = 0.4
const thick: Point = 1.6

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

/** 报头 and 报眉 of a page. */
export function paintFurniture(frame: FurnitureFrame, paper: Paper, facts: PageFacts): PaintItem[] {
  const rect = rectOf(paper, frame)
  return frame.kind === 'masthead' ? masthead(frame, rect, paper, facts) : folio(frame, rect, paper, facts)
}

function rule(frameId: string, rect: Rect, y: Point, width: Point): PaintItem {
  return { kind: 'rule', frameId, x1: rect.x, y1: y, x2: rect.x + rect.width, y2: y, width, ink: 'ink' }
}

/** The name, large, over a strip with the day's facts between a hairline and a thick rule. */
function masthead(frame: FurnitureFrame, rect: Rect, paper: Paper, facts: PageFacts): PaintItem[] {
  const items: PaintItem[] = []
  const strip = paper.pitch * 1.5
  const foot = rect.y + rect.height - paper.pitch * 0.9
  const nameHeight = foot - strip - rect.y
  const name = facts.paperName
  if (name !== '') {
    const size = Math.min(nameHeight * 0.86, (rect.width * 0.72) / (name.length * 1.18))
    const baseline = rect.y + (nameHeight - size) / 2 + ascent * size - paper.pitch * 0.1
    const pen = { frameId: frame.id, face: 'serif-black', size, x: rect.x, y: baseline, line: 0 } as const
    items.push(labelRun(name, pen, { align: 'center', width: rect.width, track: 180 }))
  }
  items.push(rule(frame.id, rect, foot - strip, thin), rule(frame.id, rect, foot, thick))
  const size = sizes.小五
  const y = middleBaseline(foot - strip, strip - thick / 2, size)
  const pen = { frameId: frame.id, face: 'serif', size, x: rect.x, y } as const
  const left = [facts.date && `${longDate(facts.date)}　${weekday(facts.date)}`].filter(Boolean).join('　')
  const middle = [
    facts.editionNumber === null ? '' : `第${facts.editionNumber}期`,
    facts.pageCount === null ? '' : `今日${hanNumber(facts.pageCount)}版`,
  ]
  const right = facts.credits.map(credit => `${credit.role} ${credit.name}`).join('　')
  const texts = [left, middle.filter(Boolean).join('　'), right]
  const aligns = ['start', 'center', 'end'] as const
  texts.forEach((text, at) => {
    if (text === '') return
    const align = aligns[at] ?? 'start'
    items.push(labelRun(text, { ...pen, line: at + 1 }, { align, width: rect.width }))
  })
  return items
}

/** 版次 and 版名 at the outer edge, the paper and the day at the inner, over a rule. */
function folio(frame: FurnitureFrame, rect: Rect, paper: Paper, facts: PageFacts): PaintItem[] {
  const items: PaintItem[] = []
  const foot = rect.y + rect.height - paper.pitch * 0.95
  const outerRight = facts.pageNumber % 2 === 1
  const baseline = foot - 6
  const base = { frameId: frame.id, x: rect.x, y: baseline } as const
  const outer = outerRight ? 'end' : 'start'
  const inner = outerRight ? 'start' : 'end'

  const number = String(facts.pageNumber)
  const numberSize = sizes.小一
  const nameSize = sizes.四号
  const numberWidth = labelWidth(number, 'serif-black', numberSize)
  const nameWidth =
    labelWidth(facts.pageName, 'serif-bold', nameSize) + (facts.pageName.length - 1) * nameSize * 0.1
  const gap = 8
  const numberPen = { ...base, face: 'serif-black', size: numberSize, line: 0 } as const
  items.push(labelRun(number, numberPen, { align: outer, width: rect.width }))
  if (facts.pageName !== '') {
    const x = outerRight ? rect.x + rect.width - numberWidth - gap - nameWidth : rect.x + numberWidth + gap
    const pen = { ...base, x, face: 'serif-bold', size: nameSize, line: 1 } as const
    items.push(labelRun(facts.pageName, pen, { track: 100 }))
  }
  let innerWidth = 0
  if (facts.paperName !== '') {
    const size = sizes.小二
    innerWidth = labelWidth(facts.paperName, 'serif-black', size) + (facts.paperName.length - 1) * size * 0.15
    const pen = { ...base, face: 'serif-black', size, line: 2 } as const
    items.push(labelRun(facts.paperName, pen, { align: inner, width: rect.width, track: 150 }))
  }
  const text = [
    facts.date && `${longDate(facts.date)}　${weekday(facts.date)}`,
    facts.editionNumber === null ? '' : `第${facts.editionNumber}期`,
    facts.credits.map(credit => `${credit.role} ${credit.name}`).join('　'),
  ]
    .filter(Boolean)
    .join('　')
  if (text !== '') {
    const left = rect.x + (outerRight ? innerWidth : numberWidth + gap + nameWidth)
    const width = rect.width - innerWidth - numberWidth - gap - nameWidth
    const pen = { ...base, x: left, face: 'serif', size: sizes.小五, line: 3 } as const
    items.push(labelRun(text, pen, { align: 'center', width }))
  }
  items.push(rule(frame.id, rect, foot, 1.2))
  return items
}
