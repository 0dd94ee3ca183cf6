import { z } from 'zod'
import { sizeNames } from './sizes'

/** A page as the layout desk keeps it: a paper and frames on its grid. Plain data, stored as JSON. */

const sizeSchema = z.enum(sizeNames)

/** Base columns and lines, from the top left of the 版心, both from 0. */
const placeShape = {
  id: z.string().min(1).max(64),
  column: z.number().int().min(0).max(40),
  row: z.number().int().min(0).max(400),
  columnSpan: z.number().int().min(1).max(40),
  rowSpan: z.number().int().min(1).max(400),
}

/** Rules at a frame's edges: 正线 thin, 反线 thick, 文武线 both. They stand in the gutter or the line's white. */
const edgeSchema = z.enum(['none', 'thin', 'thick', 'double'])

export const headStyleSchema = z.object({
  /** 主题 above all of the frame's columns. Sizes are upper bounds: a head that does not fit goes down. */
  position: z.literal('above'),
  size: sizeSchema,
  kickerSize: sizeSchema,
  deckSize: sizeSchema,
  align: z.enum(['centre', 'left']),
  /** Lines that the 主题 is to take; null: as few as go. */
  lines: z.number().int().min(1).max(4).nullable(),
  /** Lines of white that the head takes beyond its own. */
  space: z.number().int().min(0).max(6),
})

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
})

export const storyFrameSchema = z.object({
  ...placeShape,
  kind: z.literal('story'),
  storyId: z.string().min(1).max(64),
  /** Columns that the text is set in; differs from `columnSpan` where the frame is set 变栏. */
  columns: z.number().int().min(1).max(40),
  boxed: z.boolean(),
  /** Ground of the frame. */
  tint: z.boolean(),
  head: headStyleSchema,
  photos: z.array(insetPhotoSchema),
  /** Lines by which paragraphs may be set longer or shorter than they need, over the whole story. */
  looseness: z.number().int().min(-20).max(20),
  ruleAbove: edgeSchema,
  /** A hairline in the gutter at the right. */
  ruleRight: edgeSchema,
})

export const photoFrameSchema = z.object({
  ...placeShape,
  kind: z.literal('photo'),
  source: photoSourceSchema,
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
  image: z.string().nullable(),
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

export const pageLayoutSchema = z.object({
  /** Which paper's grid the frames stand on. */
  paperId: z.string().min(1).max(64),
  /** In reading order. */
  frames: z.array(frameSchema).max(400),
})

export type Edge = z.infer<typeof edgeSchema>
export type HeadStyle = z.infer<typeof headStyleSchema>
export type PhotoSource = z.infer<typeof photoSourceSchema>
export type InsetPhoto = z.infer<typeof insetPhotoSchema>
export type StoryFrame = z.infer<typeof storyFrameSchema>
export type PhotoFrame = z.infer<typeof photoFrameSchema>
export type StrapFrame = z.infer<typeof strapFrameSchema>
export type AdFrame = z.infer<typeof adFrameSchema>
export type FurnitureFrame = z.infer<typeof furnitureFrameSchema>
export type Frame = z.infer<typeof frameSchema>
export type PageLayout = z.infer<typeof pageLayoutSchema>

/** Ids of the stories whose text or photos a layout shows, each once. */
export function storyIdsOf(layout: PageLayout): string[] {
  const ids = new Set<string>()
  for (const frame of layout.frames) {
    if (frame.kind === 'story') ids.add(frame.storyId)
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
