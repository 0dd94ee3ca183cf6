import { z } from 'zod'
import {
  ems,
  emsToPt,
  lengthSchema,
  mm,
  mmToPt,
  pt,
  sizes,
  sizeSchema,
  type Em,
  type Mm,
  type Pt,
} from './sizes'

/**
 * A paper's format: the sheet, the 版心 (type area) on it, and the grid of base columns and body lines that
 * every frame stands on. Papers are data; nothing in the code knows one of them by name.
 */
export const paperSchema = z.object({
  id: z.string().min(1).max(64),
  /** What the user calls it: 四开 6 栏 × 11 字. */
  name: z.string().min(1).max(40),
  /** The sheet. */
  width: lengthSchema<Mm>(z.number().min(60).max(900)),
  height: lengthSchema<Mm>(z.number().min(60).max(1200)),
  /** Base columns (基本栏) of the type area. */
  columns: z.number().int().min(1).max(16),
  /** Characters across one base column. */
  measure: lengthSchema<Em>(z.number().min(4).max(60)),
  /** 栏距, in characters. */
  gutter: lengthSchema<Em>(z.number().min(0).max(6)),
  /** Size of body text. */
  bodySize: lengthSchema<Pt>(z.number().min(5).max(24)),
  /** From one baseline to the next. */
  pitch: lengthSchema<Pt>(z.number().min(5).max(48)),
  /** Body lines from the head of the type area to its foot. */
  lines: z.number().int().min(10).max(300),
  /** White above the type area; the white at its sides is what is left, half each. */
  top: lengthSchema<Mm>(z.number().min(0).max(200)),
  /** Lines of the grid that the 报头 takes on the first page, and the 报眉 on the others. */
  mastheadLines: z.number().int().min(1).max(60),
  folioLines: z.number().int().min(1).max(20),
  /** Captions are set in this size, on the grid's lines. */
  captionSize: sizeSchema,
  /** House sizes of a headline by the number of base columns that it spans; the last goes for more. */
  headlineSizes: z.array(sizeSchema).min(1).max(16),
  /** The lead's headline, when it spans at least half of the page. */
  leadSize: sizeSchema,
  /** What 报头 and 报眉 print, and whether a rule closes the page at its foot (地线). */
  furniture: z.object({
    weekday: z.boolean(),
    editionNumber: z.boolean(),
    credits: z.boolean(),
    footRule: z.boolean(),
  }),
  /** Photos below this many pixels an inch at their placed size are named as too coarse. */
  leastPpi: z.number().min(30).max(1200),
})
export type Paper = Readonly<z.infer<typeof paperSchema>>

const furniture = { weekday: true, editionNumber: true, credits: true, footRule: false } as const
const leastPpi = 170

const tabloid = {
  width: mm(275),
  height: mm(390),
  gutter: ems(1),
  mastheadLines: 9,
  folioLines: 3,
  furniture,
  leastPpi,
} as const
const broadsheet = {
  width: mm(390),
  height: mm(550),
  gutter: ems(1),
  mastheadLines: 11,
  folioLines: 3,
  furniture,
  leastPpi,
} as const

/** The presets that a new newsroom starts with. */
export const papers: readonly Paper[] = [
  {
    ...tabloid,
    id: 'tabloid-6x11',
    name: '四开 6 栏 × 11 字',
    columns: 6,
    measure: ems(11),
    bodySize: pt(9.75),
    pitch: pt(13),
    lines: 76,
    top: mm(20),
    captionSize: '六号',
    headlineSizes: ['小二', '一号', '一号', '三十磅', '三十磅', '小初'],
    leadSize: '初号',
  },
  {
    ...tabloid,
    id: 'tabloid-7x10',
    name: '四开 7 栏 × 10 字',
    columns: 7,
    measure: ems(10),
    bodySize: sizes.小五,
    pitch: pt(12),
    lines: 82,
    top: mm(20),
    captionSize: '六号',
    headlineSizes: ['三号', '二号', '小一', '一号', '三十磅', '小初', '小初'],
    leadSize: '小初',
  },
  {
    ...broadsheet,
    id: 'broadsheet-8x11',
    name: '对开 8 栏 × 11 字',
    columns: 8,
    measure: ems(11),
    bodySize: sizes.五号,
    pitch: pt(14),
    lines: 99,
    top: mm(29),
    captionSize: '小五',
    headlineSizes: ['小二', '一号', '三十磅', '小初', '小初', '初号', '初号', '初号'],
    leadSize: '特号',
  },
  {
    ...broadsheet,
    id: 'broadsheet-8x13',
    name: '对开 8 栏 × 13 字',
    columns: 8,
    measure: ems(13),
    bodySize: sizes.小五,
    pitch: pt(12),
    lines: 115,
    top: mm(29),
    captionSize: '六号',
    headlineSizes: ['小二', '一号', '三十磅', '小初', '小初', '初号', '初号', '初号'],
    leadSize: '特号',
  },
]

/** The paper of the sample newsroom and of `dayang proof`. */
export const defaultPaperId = 'tabloid-6x11'

/** The preset of this id; throws on an id that no preset has. */
export function paperOf(id: string): Paper {
  const paper = papers.find(one => one.id === id)
  if (!paper) throw new RangeError(`No paper ${id}`)
  return paper
}

/** A rectangle on the page, from its top left corner. */
export interface Rect {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** A rectangle whose sides are counted in points. */
export const ptRect = (x: number, y: number, width: number, height: number): Rect => ({
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
})

/** Lengths of a paper in points, derived once. */
export interface Geometry {
  /** The sheet. */
  readonly width: Pt
  readonly height: Pt
  /** 版心. */
  readonly area: Rect
  readonly columnWidth: Pt
  readonly gutterWidth: Pt
}

/** The geometry of a paper. */
export function geometryOf(paper: Paper): Geometry {
  const width = mmToPt(paper.width)
  const areaWidth = emsToPt(spanMeasure(paper, paper.columns), paper.bodySize)
  return {
    width,
    height: mmToPt(paper.height),
    area: {
      x: pt((width - areaWidth) / 2),
      y: mmToPt(paper.top),
      width: areaWidth,
      height: pt(paper.lines * paper.pitch),
    },
    columnWidth: emsToPt(paper.measure, paper.bodySize),
    gutterWidth: emsToPt(paper.gutter, paper.bodySize),
  }
}

/** A place on the grid: base columns and lines from the type area's top left, both from 0. */
export interface GridPlace {
  readonly column: number
  readonly row: number
  readonly columnSpan: number
  readonly rowSpan: number
}

/** The rectangle of a place. Gutters belong to a place only between its own columns. */
export function rectOf(paper: Paper, place: GridPlace): Rect {
  const { area, columnWidth, gutterWidth } = geometryOf(paper)
  return {
    x: pt(area.x + place.column * (columnWidth + gutterWidth)),
    y: pt(area.y + place.row * paper.pitch),
    width: pt(place.columnSpan * columnWidth + (place.columnSpan - 1) * gutterWidth),
    height: pt(place.rowSpan * paper.pitch),
  }
}

/** Characters across a frame of `columnSpan` base columns: 长栏, n·w + (n−1)·g. */
export function spanMeasure(paper: Paper, columnSpan: number): Em {
  return ems(columnSpan * paper.measure + (columnSpan - 1) * paper.gutter)
}

/** Characters across each of `columns` columns set in a span (变栏; 破栏 where `columns` ≠ the span). */
export function columnMeasure(paper: Paper, columnSpan: number, columns: number, inset: Em = ems(0)): Em {
  return ems((spanMeasure(paper, columnSpan) - 2 * inset - (columns - 1) * paper.gutter) / columns)
}

/** The numbers of columns that a span can be set in with whole characters, of at least `least` each. */
export function wholeColumns(
  paper: Paper,
  columnSpan: number,
  inset: Em = ems(0),
  least: Em = ems(8),
): number[] {
  const found: number[] = []
  for (let columns = 1; columns <= columnSpan * 2; columns++) {
    const measure = columnMeasure(paper, columnSpan, columns, inset)
    if (measure >= least && Number.isInteger(measure)) found.push(columns)
  }
  return found
}
