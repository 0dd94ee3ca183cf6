import { z } from 'zod'
import { paperSchema } from './paper'
import { lengthSchema, sizeSchema, type Em, type Pt } from './sizes'

/**
 * A page as the layout desk keeps it: a paper and frames on its grid. Plain data, stored as JSON (`migrations/stored.ts`). A
 * field that comes, goes or means something else needs a migration (`migrations/`): there are no defaults here.
 */

const idSchema = z.string().min(1).max(64)

/** Base columns and lines, from the top left of the 版心, both from 0. */
const gridShape = {
  column: z.number().int().min(0).max(40),
  row: z.number().int().min(0).max(400),
  columnSpan: z.number().int().min(1).max(40),
  rowSpan: z.number().int().min(1).max(400),
}

const placeShape = { id: idSchema, ...gridShape }

/** Rules at a frame's edges: 正线 thin, 反线 thick, 文武线 both. They stand in the gutter or the line's white. */
const edgeSchema = z.enum(['none', 'thin', 'thick', 'double'])

/** Where a frame's headline stands, and how large it may be. Sizes are upper bounds: a head that does not fit goes down. */
export const headStyleSchema = z.object({
  /** 横题 or 竖题. A 竖题 reads from top to bottom, its lines from right to left: 引题 at the right. */
  direction: z.enum(['horizontal', 'vertical']),
  /**
   * The columns of the frame's first rectangle that the head takes, counted in the columns that its text is set
   * in: `column` the first, `columnSpan` how many, null for all from there on. Text stands under the head, and
   * in the columns beside it from their top.
   */
  column: z.number().int().min(0).max(40),
  columnSpan: z.number().int().min(1).max(40).nullable(),
  /** Rows that the zone of a 竖题 takes; null: as few as its words leave. A 横题 takes what its lines need. */
  rows: z.number().int().min(2).max(200).nullable(),
  size: sizeSchema,
  kickerSize: sizeSchema,
  deckSize: sizeSchema,
  align: z.enum(['centre', 'left']),
  /** Lines that the 主题 is to take; null: as few as go. */
  lines: z.number().int().min(1).max(4).nullable(),
  /** Lines of white that the head takes beyond its own. */
  space: z.number().int().min(0).max(6),
})

/** The part of a picture that shows, in shares of its width and height. */
export const cropSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
})

/** How a photo is shown wherever it stands. */
const shownPhotoShape = {
  /** Null: the largest part with the place's proportions. A crop of other proportions keeps its centre. */
  crop: cropSchema.nullable(),
  /** Caption and credit under the picture, or in a narrow column at its left or right. */
  captionPlace: z.enum(['under', 'left', 'right']),
  /** Where the people in it look, as a layout editor has marked it; null: not marked. */
  facing: z.enum(['left', 'right']).nullable(),
}

/** A photo that no story on the page owns, with its own words. */
export const loosePhotoSchema = z.object({
  image: z.string().nullable(),
  width: z.number().int().min(0),
  height: z.number().int().min(0),
  caption: z.string(),
  credit: z.string(),
})

/** Which photo: a story's own (counted from 0), or one that lies on the page by itself. */
export const photoSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('story'), storyId: z.string().min(1).max(64), photo: z.number().int().min(0) }),
  z.object({ kind: z.literal('loose'), photo: loosePhotoSchema }),
])

/** A photo that stands inside a story's frame, among its columns. */
export const insetPhotoSchema = z.object({
  source: photoSourceSchema,
  /** First of the frame's own columns that it covers, and how many. */
  column: z.number().int().min(0),
  columnSpan: z.number().int().min(1),
  /** Lines below the head, and lines that picture and caption take together. */
  row: z.number().int().min(0),
  rowSpan: z.number().int().min(2),
  /** The picture is only `width` wide and stands at one side of its columns; text runs round it. */
  wrap: z
    .object({ side: z.enum(['left', 'right']), width: lengthSchema<Em>(z.number().min(2).max(200)) })
    .nullable(),
  ...shownPhotoShape,
})

/** Words lifted out of the text (提引文字), between rules inside the frame. */
export const insetQuoteSchema = z.object({
  text: z.string().min(1).max(200),
  column: z.number().int().min(0),
  columnSpan: z.number().int().min(1),
  /** Lines below the head, as for photos. */
  row: z.number().int().min(0),
  rowSpan: z.number().int().min(2),
})

/** One more rectangle of a frame, with the columns that the text is set in there. */
export const regionSchema = z.object({ ...gridShape, columns: z.number().int().min(1).max(40) })

export const storyFrameSchema = z.object({
  ...placeShape,
  kind: z.literal('story'),
  /** Null: a place kept free, until a story is dropped on it. */
  storyId: idSchema.nullable(),
  /** Columns that the text is set in; differs from `columnSpan` where the frame is set 变栏. */
  columns: z.number().int().min(1).max(40),
  /** Rectangles that the text runs on into after the first, in reading order: a frame of L shape. */
  regions: z.array(regionSchema).max(8),
  /**
   * The story's text goes on here from its frame before (转版, 下转 · 上接): that is the story's nearest frame
   * before this one, over the edition's pages in order and each page's frames in order.
   */
  continues: z.boolean(),
  boxed: z.boolean(),
  /** Ground of the frame. */
  tint: z.boolean(),
  head: headStyleSchema,
  photos: z.array(insetPhotoSchema).max(20),
  quotes: z.array(insetQuoteSchema).max(8),
  /** Lines by which paragraphs may be set longer or shorter than they need, over the whole story. */
  looseness: z.number().int().min(-20).max(20),
  /** Columns come out equally long, the white at their feet. */
  balanced: z.boolean(),
  /** By how much the text stands off the baseline grid; 0 nearly always. */
  nudge: lengthSchema<Pt>(z.number().min(-40).max(40)),
  /** Above stands in the middle of the frame's first line, below of its last. */
  ruleAbove: edgeSchema,
  ruleBelow: edgeSchema,
  /** A hairline in the gutter at the right. */
  ruleRight: edgeSchema,
})

export const photoFrameSchema = z.object({
  ...placeShape,
  kind: z.literal('photo'),
  source: photoSourceSchema,
  ...shownPhotoShape,
  ruleAbove: edgeSchema,
  ruleRight: edgeSchema,
})

export const strapFrameSchema = z.object({
  ...placeShape,
  kind: z.literal('strap'),
  text: z.string().max(60),
  /** The stories that it stands over. */
  storyIds: z.array(z.string()),
})

export const adFrameSchema = z.object({
  ...placeShape,
  kind: z.literal('ad'),
  /** Who placed it. */
  client: z.string().max(60),
  /** What is painted: an image of the photo store, for a placed PDF its raster. Null while it has not come. */
  image: z.string().nullable(),
  /** The mark that the law asks for, at its head: 广告, 公益广告. */
  label: z.string().max(8),
})

/** 报头 of the first page, 报眉 of the others. */
export const furnitureFrameSchema = z.object({ ...placeShape, kind: z.enum(['masthead', 'folio']) })

export const frameSchema = z.discriminatedUnion('kind', [
  storyFrameSchema,
  photoFrameSchema,
  strapFrameSchema,
  adFrameSchema,
  furnitureFrameSchema,
])

/** A fault that this page keeps on purpose (忽略). */
export const ignoredFaultSchema = z.object({
  /** The fault's key: rule and frames. */
  key: z.string().min(1).max(400),
  reason: z.string().min(1).max(200),
  /** Person and time (UTC, ISO 8601). */
  by: z.string().max(64),
  at: z.string().max(40),
})

/** As many frames, and faults kept on purpose, as a page takes. */
export const mostFrames = 400
export const mostIgnored = 400

export const pageLayoutSchema = z.object({
  /** The page's own copy of its paper: a change of the newsroom's papers leaves made pages as they are. */
  paper: paperSchema,
  /** In reading order. */
  frames: z.array(frameSchema).max(mostFrames),
  ignored: z.array(ignoredFaultSchema).max(mostIgnored),
})

export type Edge = z.infer<typeof edgeSchema>
export type HeadStyle = z.infer<typeof headStyleSchema>
export type Crop = z.infer<typeof cropSchema>
export type PhotoSource = z.infer<typeof photoSourceSchema>
export type InsetPhoto = z.infer<typeof insetPhotoSchema>
export type InsetQuote = z.infer<typeof insetQuoteSchema>
export type Region = z.infer<typeof regionSchema>
export type StoryFrame = z.infer<typeof storyFrameSchema>
export type PhotoFrame = z.infer<typeof photoFrameSchema>
export type StrapFrame = z.infer<typeof strapFrameSchema>
export type AdFrame = z.infer<typeof adFrameSchema>
export type FurnitureFrame = z.infer<typeof furnitureFrameSchema>
export type Frame = z.infer<typeof frameSchema>
export type IgnoredFault = z.infer<typeof ignoredFaultSchema>
export type PageLayout = z.infer<typeof pageLayoutSchema>

/** Ids of the stories whose text or photos a layout shows, each once. */
export function storyIdsOf(layout: Pick<PageLayout, 'frames'>): string[] {
  const ids = new Set<string>()
  for (const frame of layout.frames) {
    if (frame.kind === 'story' && frame.storyId !== null) ids.add(frame.storyId)
    if (frame.kind === 'story') {
      for (const { source } of frame.photos) if (source.kind === 'story') ids.add(source.storyId)
    }
    if (frame.kind === 'photo' && frame.source.kind === 'story') ids.add(frame.source.storyId)
  }
  return [...ids]
}

/** What a page says about itself; empty strings and null are left out. */
export interface PageFacts {
  readonly paperName: string
  /** YYYY-MM-DD. */
  readonly date: string | null
  /** 总期号 */
  readonly editionNumber: number | null
  /** 版次, from 1. */
  readonly pageNumber: number
  /** How many pages the edition has; null leaves 今日四版 out. */
  readonly pageCount: number | null
  /** 版名 */
  readonly pageName: string
  /** 责编, 版面, 校对 … in the order in which they are printed. */
  readonly credits: readonly { readonly role: string; readonly name: string }[]
}

/** A page of the same edition, as far as its neighbours must know it. */
export interface NeighbourPage {
  /** 版次, from 1. */
  readonly number: number
  readonly name: string
  readonly layout: PageLayout
}
