import type { StoryParts, StoryPhoto } from '../../story/parts'
import { flowOf, paintBody, setBody, type BodyColumn, type SetBody } from './body'
import type { ComposedFrame, ComposedHead, ComposedPage, ComposedPhoto } from './composed'
import { paintFurniture } from './furniture'
import { fitHead } from './head'
import type {
  AdFrame,
  Edge,
  Frame,
  PageFacts,
  PageLayout,
  PhotoFrame,
  PhotoSource,
  StoryFrame,
  StrapFrame,
} from '../layout'
import { linesOf, type PaintItem } from '../painting'
import { geometryOf, rectOf, type Paper, type Rect } from '../paper'
import { paintPhoto } from './photo'
import { labelRun, labelWidth, middleBaseline } from './runs'
import { sizes, type Point } from '../sizes'

/**
 * What a caller keeps between two compositions of one page, so that a keystroke sets one paragraph of one
 * frame. Owned by the caller; may be dropped at any time.
 */
export interface ComposeCache {
  readonly frames: Map<string, CachedFrame>
  page: ComposedPage | null
}

interface CachedFrame {
  readonly frame: Frame
  readonly paper: Paper
  readonly story: StoryParts | undefined
  readonly facts: PageFacts
  readonly composed: ComposedFrame
}

/** A cache for one page. */
export const composeCache = (): ComposeCache => ({ frames: new Map(), page: null })

/**
 * Sets a page: every frame's text, photos, rules and furniture, in the layout's order. Pure but for the
 * caller's cache; frames that have not changed keep their identity, and so does the page.
 */
export function composePage(
  layout: PageLayout,
  stories: ReadonlyMap<string, StoryParts>,
  facts: PageFacts,
  cache: ComposeCache = composeCache(),
): ComposedPage {
  const { paper } = layout
  const frames = new Map<string, ComposedFrame>()
  for (const frame of layout.frames) {
    const story = storyOf(frame, stories)
    const known = cache.frames.get(frame.id)
    if (
      known &&
      same(known.paper, paper) &&
      same(known.frame, frame) &&
      isFresh(known, frame, story, facts)
    ) {
      frames.set(frame.id, known.composed)
      continue
    }
    const previous = known && same(known.paper, paper) ? (known.composed.body ?? undefined) : undefined
    const composed = composeFrame(frame, paper, story, facts, previous)
    cache.frames.set(frame.id, { frame, paper, story, facts, composed })
    frames.set(frame.id, composed)
  }
  for (const id of cache.frames.keys()) if (!frames.has(id)) cache.frames.delete(id)

  const kept = cache.page
  const { width, height } = geometryOf(paper)
  if (kept && kept.painting.width === width && sameFrames(kept.frames, frames)) return kept
  const items = [...frames.values()].flatMap(frame => frame.items)
  const page = { painting: { width, height, items }, frames }
  cache.page = page
  return page
}

/** The printed lines of a frame, in reading order. */
export const textOf = (frame: ComposedFrame): string[] => linesOf(frame.items)

function storyOf(frame: Frame, stories: ReadonlyMap<string, StoryParts>): StoryParts | undefined {
  if (frame.kind === 'story') return frame.storyId === null ? undefined : stories.get(frame.storyId)
  if (frame.kind === 'photo' && frame.source.kind === 'story') return stories.get(frame.source.storyId)
  return undefined
}

function isFresh(known: CachedFrame, frame: Frame, story: StoryParts | undefined, facts: PageFacts): boolean {
  if (frame.kind === 'masthead' || frame.kind === 'folio') return same(known.facts, facts)
  return same(known.story, story)
}

/** Plain data compared by value; the same object costs nothing. */
const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

function sameFrames(a: ReadonlyMap<string, ComposedFrame>, b: ReadonlyMap<string, ComposedFrame>): boolean {
  if (a.size !== b.size) return false
  const ids = [...b.keys()]
  return [...a.keys()].every((id, at) => id === ids[at] && a.get(id) === b.get(id))
}

/** A frame with nothing in it. */
const bare = (frameId: string, rect: Rect): ComposedFrame => ({
  frameId,
  items: [],
  fit: null,
  hides: false,
  rect,
  rects: [rect],
  head: null,
  photos: [],
  columns: [],
  body: null,
  firstColumn: 0,
  jumps: { to: null, from: null },
})

function composeFrame(
  frame: Frame,
  paper: Paper,
  story: StoryParts | undefined,
  facts: PageFacts,
  previous: SetBody | undefined,
): ComposedFrame {
  const rect = rectOf(paper, frame)
  const plain = (items: PaintItem[], hides = false): ComposedFrame => {
    return { ...bare(frame.id, rect), items, hides }
  }
  switch (frame.kind) {
    case 'story':
      return story ? composeStory(frame, story, paper, previous) : plain([])
    case 'photo':
      return photoItems(frame, story, rect, paper, plain)
    case 'strap':
      return plain(strapItems(frame, rect))
    case 'ad':
      return plain(adItems(frame, rect))
    case 'masthead':
    case 'folio':
      return plain(paintFurniture(frame, paper, facts))
  }
}

/** Where a story frame's parts stand: the room inside its box and rules, in points and rows. */
export interface StoryRoom {
  readonly x: Point
  readonly width: Point
  /** Rows of the frame above the head zone, and below the text. */
  readonly above: number
  readonly below: number
}

/** The room inside a story frame. A box takes an em at its sides and a line above and below. */
export function storyRoom(
  frame: Pick<StoryFrame, 'boxed' | 'ruleAbove'>,
  rect: Rect,
  paper: Paper,
): StoryRoom {
  const inset = frame.boxed ? paper.bodySize : 0
  const above = frame.boxed || frame.ruleAbove !== 'none' ? 1 : 0
  return { x: rect.x + inset, width: rect.width - 2 * inset, above, below: frame.boxed ? 1 : 0 }
}

function composeStory(
  frame: StoryFrame,
  story: StoryParts,
  paper: Paper,
  previous: SetBody | undefined,
): ComposedFrame {
  const rect = rectOf(paper, frame)
  const room = storyRoom(frame, rect, paper)
  const most = frame.rowSpan - room.above - room.below
  const head = fitHead(story, frame.head, room.width, paper.pitch, most)
  const headLines = head?.lines ?? 0
  const headTop = rect.y + room.above * paper.pitch
  const bodyTop = headTop + headLines * paper.pitch
  const depth = Math.max(0, frame.rowSpan - room.above - headLines - room.below)
  const columns = bodyColumns(frame, room, bodyTop, depth, paper)
  const measure = columns[0]?.shape.measure ?? 0
  const body = setBody(flowOf(story, measure, frame.looseness), columns, previous)

  const storyId = frame.storyId ?? ''
  const items: PaintItem[] = [...ground(frame, rect, paper), ...edges(frame, rect, paper)]
  let hides = head === null
  if (head) items.push(...head.paint(frame.id, storyId, room.x, headTop, 0))
  const style = { frameId: frame.id, size: paper.bodySize, pitch: paper.pitch }
  items.push(...paintBody(body, columns, { ...style, storyId, firstLine: 100 }))
  const photos: ComposedPhoto[] = []
  frame.photos.forEach((inset, at) => {
    const found = photoOf(inset.source, story)
    const first = columns[inset.column]
    const last = columns[Math.min(columns.length, inset.column + inset.columnSpan) - 1]
    const rows = Math.min(inset.rowSpan, depth - inset.row)
    if (!found || !first || !last || rows < 2) {
      hides = true
      return
    }
    const place: Rect = {
      x: first.x,
      y: bodyTop + inset.row * paper.pitch,
      width: last.x + (last.shape.measure * paper.bodySize) / 1000 - first.x,
      height: rows * paper.pitch,
    }
    const photoStyle = { ...style, size: sizes[paper.captionSize], firstLine: 10_000 + at * 100 }
    const painted = paintPhoto(found.photo, place, photoStyle, found.sources)
    photos.push({ inset: at, ...painted.shown })
    items.push(...painted.items)
    if (!painted.isWhole) hides = true
  })
  const columnRects = columns.map(({ x, y, shape }): Rect => {
    return { x, y, width: (shape.measure * paper.bodySize) / 1000, height: shape.lines * paper.pitch }
  })
  const headRect = { x: room.x, y: headTop, width: room.width, height: headLines * paper.pitch }
  const { direction, size: wished } = frame.head
  const composedHead: ComposedHead | null =
    head && headLines > 0
      ? {
          rect: headRect,
          direction,
          wished,
          size: head.size,
          lines: head.linesAt(room.x),
          problem: head.problem,
        }
      : null
  return {
    ...bare(frame.id, rect),
    items,
    fit: body.fit,
    hides,
    head: composedHead,
    photos,
    columns: columnRects,
    body,
  }
}

/** The columns of a frame, with the rows that photos take out of them. */
function bodyColumns(
  frame: StoryFrame,
  room: StoryRoom,
  top: Point,
  depth: number,
  paper: Paper,
): BodyColumn[] {
  const gutter = paper.gutter * paper.bodySize
  const width = (room.width - (frame.columns - 1) * gutter) / frame.columns
  // Widths in points carry rounding of the twelfth place; measures are whole thousandths of an em.
  const measure = Math.floor((width / paper.bodySize) * 1000 + 0.001)
  return Array.from({ length: frame.columns }, (_, at) => ({
    x: room.x + at * (width + gutter),
    y: top,
    shape: {
      measure,
      lines: depth,
      around: frame.photos
        .filter(inset => at >= inset.column && at < inset.column + inset.columnSpan)
        .map(inset => ({ from: inset.row, to: inset.row + inset.rowSpan, left: 0, right: measure })),
    },
  }))
}

/** A story's photos in order, with the index of their block. */
export function photosOf(story: StoryParts): { readonly photo: StoryPhoto; readonly block: number }[] {
  return story.blocks.flatMap((block, at) => (block.kind === 'photo' ? [{ photo: block, block: at }] : []))
}

/** The photo of a source, if it is there, and where its words come from. `story` is the source's own story. */
function photoOf(source: PhotoSource, story: StoryParts | undefined) {
  if (source.kind === 'loose') return { photo: source.photo, sources: { caption: null, credit: null } }
  const found = story && photosOf(story)[source.photo]
  if (!found) return null
  const { storyId } = source
  const at = (part: 'caption' | 'credit') => ({ storyId, part, block: found.block, start: 0 })
  return { photo: found.photo, sources: { caption: at('caption'), credit: at('credit') } }
}

/** Tint and box. The box stands a little inside its first and last line, so that neighbours keep their white. */
function ground(frame: StoryFrame, rect: Rect, paper: Paper): PaintItem[] {
  if (!frame.boxed && !frame.tint) return []
  const margin = frame.boxed ? paper.pitch * 0.42 : 0
  const inner = { ...rect, y: rect.y + margin, height: rect.height - 2 * margin }
  const stroke = frame.boxed ? 0.6 : 0
  return [{ kind: 'box', frameId: frame.id, rect: inner, stroke, fill: frame.tint ? 'tint' : null }]
}

const edgeWidths: Record<Exclude<Edge, 'none'>, readonly { readonly at: Point; readonly width: Point }[]> = {
  thin: [{ at: 0, width: 0.4 }],
  thick: [{ at: 0, width: 1.2 }],
  double: [
    { at: -1.2, width: 1.2 },
    { at: 1.2, width: 0.4 },
  ],
}

/** Rules above (in the middle of the frame's first line) and at the right (in the gutter). */
function edges(frame: StoryFrame | PhotoFrame, rect: Rect, paper: Paper): PaintItem[] {
  const items: PaintItem[] = []
  const rule = (x1: Point, y1: Point, x2: Point, y2: Point, width: Point): PaintItem => {
    return { kind: 'rule', frameId: frame.id, x1, y1, x2, y2, width, ink: 'ink' }
  }
  if (frame.ruleAbove !== 'none') {
    const y = rect.y + paper.pitch * 0.45
    for (const { at, width } of edgeWidths[frame.ruleAbove]) {
      items.push(rule(rect.x, y + at, rect.x + rect.width, y + at, width))
    }
  }
  if (frame.ruleRight !== 'none') {
    const x = rect.x + rect.width + (paper.gutter * paper.bodySize) / 2
    for (const { at, width } of edgeWidths[frame.ruleRight]) {
      items.push(
        rule(x + at, rect.y + paper.pitch * 0.45, x + at, rect.y + rect.height - paper.pitch * 0.2, width),
      )
    }
  }
  return items
}

function photoItems(
  frame: PhotoFrame,
  story: StoryParts | undefined,
  rect: Rect,
  paper: Paper,
  plain: (items: PaintItem[], hides?: boolean) => ComposedFrame,
): ComposedFrame {
  const style = { frameId: frame.id, size: sizes[paper.captionSize], pitch: paper.pitch, firstLine: 0 }
  const above = frame.ruleAbove === 'none' ? 0 : paper.pitch
  const place = { ...rect, y: rect.y + above, height: rect.height - above }
  const items = edges(frame, rect, paper)
  const found = photoOf(frame.source, story)
  if (!found || frame.rowSpan * paper.pitch <= above) return plain(items, found !== null)
  const painted = paintPhoto(found.photo, place, style, found.sources)
  return {
    ...plain([...items, ...painted.items], !painted.isWhole),
    photos: [{ inset: null, ...painted.shown }],
  }
}

/** 专题栏头: its words in 黑体 between two pairs of rules. */
function strapItems(frame: StrapFrame, rect: Rect): PaintItem[] {
  const size = Math.min(sizes.四号, rect.height * 0.62)
  const track = 120
  const width = labelWidth(frame.text, 'sans-bold', size) + ((frame.text.length - 1) * size * track) / 1000
  const middle = rect.y + rect.height / 2
  const pen = { frameId: frame.id, face: 'sans-bold', size, x: rect.x, line: 0 } as const
  const y = middleBaseline(rect.y, rect.height, size)
  const items: PaintItem[] = [
    labelRun(frame.text, { ...pen, y }, { align: 'center', width: rect.width, track }),
  ]
  const side = (rect.width - width) / 2 - size
  if (side > size) {
    for (const x of [rect.x, rect.x + rect.width - side]) {
      for (const [dy, weight] of [[-1.5, 1.6] as const, [1.7, 0.4] as const]) {
        const at = middle + dy
        items.push({
          kind: 'rule',
          frameId: frame.id,
          x1: x,
          y1: at,
          x2: x + side,
          y2: at,
          width: weight,
          ink: 'ink',
        })
      }
    }
  }
  return items
}

/** An advertisement's place, marked 广告 as the law asks. */
function adItems(frame: AdFrame, rect: Rect): PaintItem[] {
  const frameId = frame.id
  const inner = { ...rect, y: rect.y + 4, height: rect.height - 4 }
  const mark = sizes.六号
  const x = inner.x + inner.width - mark * 2.6
  const items: PaintItem[] = []
  const crop = { x: 0, y: 0, width: 1, height: 1 }
  if (frame.image === null) {
    items.push({ kind: 'box', frameId, rect: inner, stroke: 0, fill: 'tint' })
    const size = sizes.四号
    const pen = { frameId, face: 'sans', size, x: inner.x, ink: 'grey', line: 1 } as const
    const y = middleBaseline(inner.y, inner.height, size)
    items.push(labelRun(frame.client, { ...pen, y }, { align: 'center', width: inner.width }))
  } else {
    items.push({ kind: 'image', frameId, image: frame.image, rect: inner, crop })
  }
  items.push({ kind: 'box', frameId, rect: inner, stroke: 0.5, fill: null })
  items.push(
    labelRun(frame.label, { frameId, face: 'sans', size: mark, x, y: inner.y + mark * 1.5, line: 0 }),
  )
  return items
}
