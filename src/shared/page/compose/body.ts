import type { StoryBlock, StoryParts } from '../../story/parts'
import {
  em,
  fitWithoutCutting,
  newspaper,
  setColumns,
  setParagraph,
  withLooseness,
  type ColumnShape,
  type FlowInput,
  type HouseSetting,
  type Milliem,
  type SetColumns,
} from '../../typeset'
import type { PageFace, PaintItem, TextRun, TextSource } from '../painting'
import { faceOf as metricsOf, middleBaseline, runOf } from './runs'
import { pt, type Pt } from '../sizes'

/** How a story's text stands in its room. Rows are lines of the grid in one column. */
export interface Fit {
  /** Rows that the text takes, and rows that there are. */
  readonly lines: number
  readonly available: number
  /** 溢: what does not fit. */
  readonly overset: { readonly lines: number; readonly characters: number }
  /** 欠: what is left. */
  readonly underset: { readonly lines: number; readonly characters: number }
}

/** A column of body text on the page. */
export interface BodyColumn {
  readonly x: Pt
  /** Top of its first row. */
  readonly y: Pt
  readonly shape: ColumnShape
}

/** What runs in columns: a story's blocks without its photos, and its byline. */
type TextKind = Exclude<StoryBlock['kind'], 'photo'> | 'byline'

/** 黑体 for crossheads, a lighter one for what is set off from the text; the rest in 宋体. */
const faceOf: Readonly<Record<TextKind, PageFace>> = {
  paragraph: 'serif',
  byline: 'serif',
  crosshead: 'sans-bold',
  summary: 'sans',
  editorNote: 'sans',
  related: 'sans',
}

/** How text is set in the faces of the page that are not the body's; digits are as wide as the face has them. */
const settings = Object.fromEntries(
  (['sans', 'sans-bold'] as const).map(face => [
    face,
    { ...newspaper, key: face, face: metricsOf(face), digitWidth: 'face' as const },
  ]),
) as Partial<Record<PageFace, HouseSetting>>

/** What a flow's parts are in the story. */
interface FlowPart {
  readonly part: 'body' | 'byline'
  readonly block: number
  readonly kind: TextKind
  /** UTF-16 length of dateline and its space, which stand before the paragraph's own text. */
  readonly lead: number
}

/** A story's text as the typesetter takes it. */
export interface Flow {
  readonly inputs: readonly FlowInput[]
  readonly parts: readonly FlowPart[]
}

/** The house's indent of paragraphs. */
const indent = newspaper.indent

/**
 * The flow of a story's text: dateline and first paragraph as one, crossheads on two rows where they are one
 * line, the byline after the text and 相关链接 after it. Empty parts are left out. `looseness` is lines more or fewer over the whole story;
 * `narrowest` the measure of the narrowest column, where they differ.
 */
export function flowOf(story: StoryParts, measure: Milliem, looseness = 0, narrowest = measure): Flow {
  const inputs: FlowInput[] = []
  const parts: FlowPart[] = []
  let dateline = story.dateline === '' ? '' : `${story.dateline}\u3000`
  const put = (block: StoryBlock, at: number) => {
    if (block.kind === 'photo') return
    const { kind } = block
    const lead = kind === 'paragraph' ? dateline : ''
    const text = lead + block.text
    if (text === '') return
    const setting = settings[faceOf[kind]]
    const own = setting ? { setting } : {}
    if (kind === 'crosshead') {
      const rows = text.length * 1000 <= narrowest ? 2 : 1
      inputs.push({ kind, text, indent: em(0), align: 'center', rows, ...own })
    } else {
      inputs.push({ kind: 'paragraph', text, indent, ...own })
    }
    parts.push({ part: 'body', block: at, kind, lead: lead.length })
    if (kind === 'paragraph') dateline = ''
  }
  story.blocks.forEach((block, at) => {
    if (block.kind !== 'related') put(block, at)
  })
  if (dateline !== '') {
    inputs.push({ kind: 'paragraph', text: dateline, indent })
    parts.push({ part: 'body', block: 0, kind: 'paragraph', lead: dateline.length })
  }
  if (story.byline !== '') {
    inputs.push({ kind: 'byline', text: story.byline, indent: em(0), align: 'end' })
    parts.push({ part: 'byline', block: 0, kind: 'byline', lead: 0 })
  }
  story.blocks.forEach((block, at) => {
    if (block.kind === 'related') put(block, at)
  })
  return { inputs: loosened(inputs, measure, looseness), parts }
}

/**
 * Lines more or fewer, in the paragraphs where that is least ugly; as near as they come. Takes about a
 * millisecond a story, so the search for a page's division asks for none: it sets its stories as they are.
 */
function loosened(inputs: FlowInput[], measure: Milliem, looseness: number): FlowInput[] {
  if (looseness === 0) return inputs
  const own = inputs.reduce((sum, input) => sum + setParagraph(input, measure).lines.length, 0)
  return withLooseness(inputs, fitWithoutCutting(inputs, measure, own + looseness))
}

/** Text set into columns, ready to be painted. */
export interface SetBody {
  readonly flow: Flow
  readonly set: SetColumns
  readonly fit: Fit
}

/** Sets a flow into columns; paragraphs that `previous` has set in the same way are kept. */
export function setBody(flow: Flow, columns: readonly BodyColumn[], previous?: SetBody): SetBody {
  const shapes = columns.map(column => column.shape)
  const set = setColumns(flow.inputs, shapes, newspaper, previous?.set)
  const { lines, available, overset, underset } = set
  return { flow, set, fit: { lines, available, overset, underset } }
}

/** How body text is painted. */
export interface BodyStyle {
  readonly frameId: string
  readonly storyId: string
  readonly size: Pt
  readonly pitch: Pt
  /** Number of the first body line in its frame. */
  readonly firstLine: number
}

/**
 * The text of set columns, each part in its face and the dateline in 黑体, lines in reading order. `columns`
 * are those of the body from `firstColumn` on.
 */
export function paintBody(
  body: SetBody,
  columns: readonly BodyColumn[],
  style: BodyStyle,
  firstColumn = 0,
): PaintItem[] {
  const { set, flow } = body
  const { frameId, storyId, size, pitch } = style
  const items: TextRun[] = []
  let number = style.firstLine - 1
  columns.forEach((column, at) => {
    const placed = set.columns[firstColumn + at] ?? []
    let lastRow = -1
    for (const { paragraph, line, row, rows: asked } of placed) {
      // Where a photo or another frame is in the way, the rows of a crosshead do not lie below each other: it
      // stands in the first.
      const rows = isClear(column.shape, row, asked) ? asked : 1
      const part = flow.parts[paragraph]
      const own = set.paragraphs[paragraph]
      const set0 = own?.lines[line]
      if (!part || !own || !set0) continue
      // A byline that runs in stands on the same printed line as the text before it.
      if (row !== lastRow) number++
      lastRow = row
      const source: TextSource = { storyId, part: part.part, block: part.block, start: -part.lead }
      const y = middleBaseline(pt(column.y + row * pitch), pt(rows * pitch), size)
      const pen = { frameId, size, x: column.x, y, line: number, source }
      let bold = set0.from
      while (bold < set0.to && (own.offsets[bold] ?? 0) < part.lead) bold++
      if (bold > set0.from) items.push(runOf(own, set0, { ...pen, face: 'sans-bold' }, set0.from, bold))
      if (bold < set0.to) items.push(runOf(own, set0, { ...pen, face: faceOf[part.kind] }, bold, set0.to))
    }
  })
  return items
}

/** Whether rows of a column lie below each other with nothing in them. */
function isClear({ lines, around = [] }: ColumnShape, row: number, rows: number): boolean {
  return row + rows <= lines && around.every(({ from, to }) => to <= row || from >= row + rows)
}
