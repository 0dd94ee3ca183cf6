import type { StoryFrame } from '../layout'
import { columnMeasure, type Paper } from '../paper'
import { ems, type Em } from '../sizes'

const han = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** A number as it stands in the trade's names: 三, 十二, 二十. */
function hanNumber(n: number): string {
  if (n <= 10) return han[n] ?? ''
  const tens = Math.floor(n / 10)
  const ones = n % 10
  return `${tens === 1 ? '' : han[tens]}十${ones === 0 ? '' : han[ones]}`
}

/** What the trade calls a span set in so many columns: 基本栏, 两长, 四分三. */
export function columnName(columnSpan: number, columns: number): string {
  if (columnSpan === columns) return '基本栏'
  if (columnSpan % columns === 0) {
    const long = columnSpan / columns
    return `${long === 2 ? '两' : hanNumber(long)}长`
  }
  return `${hanNumber(columnSpan)}分${hanNumber(columns)}`
}

export interface ColumnOption {
  readonly columns: number
  /** Characters across a column. */
  readonly measure: Em
  readonly name: string
  readonly isWhole: boolean
}

/** Characters below which a column is too narrow to be set well. */
const leastMeasure = 6

/** Characters of a line that is good to read in a newspaper. */
const readable = { least: 9, most: 24 } as const

/** Whether lines of so many characters are offered unasked; a paper's own column always is. */
export const isReadable = (paper: Paper, measure: Em): boolean =>
  measure >= Math.min(readable.least, paper.measure) && measure <= Math.max(readable.most, paper.measure)

/** The numbers of columns that a frame can be set in: whole characters first, each part few to many. */
export function columnOptions(
  paper: Paper,
  frame: Pick<StoryFrame, 'boxed' | 'columnSpan'>,
): readonly ColumnOption[] {
  const options: ColumnOption[] = []
  for (let columns = 1; columns <= frame.columnSpan * 2; columns++) {
    const measure = columnMeasure(paper, frame.columnSpan, columns, ems(frame.boxed ? 1 : 0))
    if (measure < leastMeasure) break
    const name = columnName(frame.columnSpan, columns)
    options.push({ columns, measure, name, isWhole: Number.isInteger(measure) })
  }
  return options.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.columns - b.columns)
}
