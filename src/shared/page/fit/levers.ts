import type { PageOp } from '../changes/page-op'
import type { ComposedFrame } from '../compose/composed'
import { columnName, columnOptions, isReadable } from '../edit/column-names'
import { columnFields, setFields } from '../edit/frame-fields'
import { placesOf } from '../frame-places'
import { resizeInsetOps } from '../edit/inset-moves'
import type { InsetPhoto, StoryFrame } from '../layout'
import type { PageView } from '../view/page-view'
import { stepSize } from '../sizes'
import { growRowsOps, levelsAt, shrinkRowsOps, type RowEdge } from './boundary'
import type { OfferKind } from './offer'

/** One way to set a lever. */
export interface Setting {
  readonly ops: readonly PageOp[]
  /** Its name, said of the frame as it came out with it. */
  label(frame: ComposedFrame): string
}

/** What a lever is pulled on. */
export interface Pulled {
  readonly view: PageView
  readonly frame: StoryFrame
  readonly composed: ComposedFrame
  /** 溢; else 欠. */
  readonly isOver: boolean
}

/** Settings of one kind, the gentlest first; the first that settles the story is enough. */
export interface LeverWay {
  readonly key: string
  readonly settings: Iterable<Setting>
}

export type Lever =
  | { readonly kind: Exclude<OfferKind, 'cuts'>; settings(pulled: Pulled): Iterable<LeverWay> }
  | { readonly kind: 'cuts' }

/** How far each is tried. */
const most = { looser: 20, rows: 6, sizes: 3, columns: 4 } as const

/** All levers, in the order in which a desk reaches for them. */
export const levers: readonly Lever[] = [
  { kind: 'looseness', settings: looseness },
  { kind: 'cuts' },
  { kind: 'rows', settings: rows },
  { kind: 'columns', settings: columns },
  { kind: 'headSize', settings: headSize },
  { kind: 'photo', settings: photos },
]

/** 不动一字排下: paragraphs a line shorter or longer than they need. */
function looseness({ frame, composed, isOver }: Pulled): LeverWay[] {
  const { overset, underset } = composed.fit!
  const by = isOver ? -1 : 1
  // Turning and the byline may make a line more or less of it; what cannot be as loose as it is set counts less.
  const near = isOver ? [0, 1, 2] : [0, -1, -2]
  const asked = near.flatMap(more => {
    const lines = (isOver ? overset.lines : underset.lines) + more
    return frame.looseness * by < 0
      ? [frame.looseness + by * lines, by * (lines - 1)]
      : [frame.looseness + by * lines]
  })
  const settings = [...new Set(asked.map(value => Math.max(-most.looser, Math.min(most.looser, value))))].map(
    value => ({
      ops: setFields(frame, { looseness: value }),
      label: () => `不动一字${isOver ? '排下' : '排满'}`,
    }),
  )
  return [{ key: 'looseness', settings }]
}

/**
 * 文框加 1 行: so many more or fewer rows that it fits. Rows more are white, or come from the next frame. A frame
 * of L shape has a way for each of its feet and heads; rectangles that are level there move together.
 */
function rows({ view, frame, composed, isOver }: Pulled): LeverWay[] {
  const { layout } = view
  const { overset, underset } = composed.fit!
  const levels = (edge: RowEdge) =>
    levelsAt(frame, edge).map(rectangles => ({ edge, rectangles, at: levelName(frame, rectangles) }))
  if (isOver) {
    return [...levels('foot'), ...levels('head')].map(({ edge, rectangles, at }) => {
      const least = Math.max(1, Math.ceil(overset.lines / columnsIn(frame, rectangles)) - 1)
      return {
        key: `rows ${edge}${at}`,
        settings: counted(least, least + most.rows, count => ({
          ops: growRowsOps(layout, frame.id, edge, count, rectangles) ?? [],
          label: () => `${at || '文框'}向${edge === 'foot' ? '下' : '上'}加 ${count} 行`,
        })),
      }
    })
  }
  return levels('foot').map(({ rectangles, at }) => {
    const least = Math.max(1, Math.floor(underset.lines / columnsIn(frame, rectangles)) - 1)
    return {
      key: `rows${at}`,
      settings: counted(least, least + most.rows, count => ({
        ops: shrinkRowsOps(frame, count, rectangles) ?? [],
        label: () => `${at || '文框'}减 ${count} 行`,
      })),
    }
  })
}

/** 第 2 块, 第 1、3 块: some of a frame's rectangles; nothing where they are all of it. */
const levelName = (frame: StoryFrame, rectangles: readonly number[]): string =>
  rectangles.length === placesOf(frame).length ? '' : `第 ${rectangles.map(at => at + 1).join('、')} 块`

/** Columns of text in some of a frame's rectangles together. */
const columnsIn = (frame: StoryFrame, rectangles: readonly number[]): number =>
  rectangles.reduce((sum, at) => sum + [frame, ...frame.regions][at]!.columns, 0)

/** 改分 3 栏: other numbers of columns of whole characters, the nearest first. */
function columns({ view, frame }: Pulled): LeverWay[] {
  const { paper } = view.layout
  return columnOptions(paper, frame)
    .filter(option => option.isWhole && option.columns !== frame.columns && isReadable(paper, option.measure))
    .toSorted((a, b) => Math.abs(a.columns - frame.columns) - Math.abs(b.columns - frame.columns))
    .slice(0, most.columns)
    .map(({ columns, measure }) => ({
      key: `columns ${columns}`,
      settings: [
        {
          ops: setFields(frame, columnFields(frame, columns)),
          label: () => `改分 ${columns} 栏（${columnName(frame.columnSpan, columns)}，${measure} 字）`,
        },
      ],
    }))
}

/** 主题降为小二: a headline some sizes smaller; larger where there is white. */
function headSize({ frame, composed, isOver }: Pulled): LeverWay[] {
  const { head } = composed
  if (!head) return []
  const by = isOver ? -1 : 1
  const settings = counted(1, most.sizes, count => ({
    ops: setFields(frame, { head: { ...frame.head, size: stepSize(head.size, by * count) } }),
    label: (after: ComposedFrame) => `主题${isOver ? '降' : '升'}为${after.head?.size ?? head.size}`,
  }))
  return [{ key: 'headSize', settings }]
}

/** 图片裁矮 2 行: a photo inside the frame cropped lower or given more; 图片窄 1 栏: smaller or larger as it is. */
function photos({ view, frame, isOver }: Pulled): LeverWay[] {
  const by = isOver ? -1 : 1
  return frame.photos.flatMap((inset, at): LeverWay[] => {
    const which = frame.photos.length > 1 ? `图 ${at + 1} ` : '图片'
    const farthest = isOver ? Math.floor(inset.rowSpan / 3) : most.rows
    const crops = counted(1, Math.min(farthest, most.rows * 2), count => ({
      ops: resizeInsetOps(view.layout, frame.id, at, 's', { columns: 0, rows: by * count }),
      label: () => `${which}${isOver ? '裁矮' : '加高'} ${count} 行`,
    }))
    const span = inset.columnSpan + by
    const isRoom = span > 0 && inset.column + span <= frame.columns && inset.wrap === null
    const size = {
      ops: isRoom ? setFields(frame, { photos: frame.photos.with(at, scaled(inset, span)) }) : [],
      label: () => `${which}${isOver ? '缩' : '放'}成 ${span} 栏宽`,
    }
    return [
      { key: `photo rows ${at}`, settings: crops },
      { key: `photo size ${at}`, settings: [size] },
    ]
  })
}

/** As wide as so many columns, and as deep in proportion. */
function scaled(inset: InsetPhoto, columnSpan: number): InsetPhoto {
  const rowSpan = Math.max(3, Math.round((inset.rowSpan * columnSpan) / inset.columnSpan))
  return { ...inset, columnSpan, rowSpan }
}

function* counted<T>(from: number, to: number, of: (n: number) => T): Generator<T> {
  for (let n = from; n <= to; n++) yield of(n)
}
