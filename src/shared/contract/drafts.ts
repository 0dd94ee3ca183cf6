import { z } from 'zod'
import { blobSchema } from './base'

/** Beyond what any reader gives, so that what is too long is told of by its own sentence. */
const most = 400_000
const textSchema = z.string().max(200_000)

const draftParagraphSchema = z.object({
  kind: z.literal('paragraph'),
  text: textSchema,
  style: z
    .enum([
      'title',
      'subtitle',
      'heading',
      'caption',
      'kicker',
      'deck',
      'dateline',
      'crosshead',
      'summary',
      'editorNote',
      'related',
      'credit',
      'byline',
    ])
    .nullable(),
  bold: z.boolean(),
  align: z.enum(['left', 'center', 'right']).nullable(),
  size: z.number().nullable(),
  numbered: z.boolean(),
  cell: z.object({ table: z.number().int(), row: z.number().int(), column: z.number().int() }).nullable(),
})

/** What was handed in before anything was done to it; the shape of `Draft` in shared/story/cleaning. */
export const draftSchema = z.object({
  source: z.enum(['word', 'text', 'web', 'story']),
  blocks: z
    .array(
      z.discriminatedUnion('kind', [
        draftParagraphSchema,
        z.object({ kind: z.literal('image'), picture: z.number().int().min(0) }),
      ]),
    )
    .max(most),
  pictures: z
    .array(
      z.object({
        lost: z.string().max(100).nullable(),
        width: z.number(),
        height: z.number(),
        image: z.string().nullable(),
        caption: z.string().max(2000),
        credit: z.string().max(200),
      }),
    )
    .max(most),
})

/**
 * What somebody hands in: a file; text from the clipboard; or a draft that the window read from the clipboard's HTML,
 * with the bytes of those of its pictures that came along.
 */
export const handedInSchema = z.union([
  z.string().max(60_000_000),
  blobSchema,
  z.object({ draft: draftSchema, files: z.array(blobSchema.nullable()).max(most) }),
])
export type HandedIn = z.infer<typeof handedInSchema>

/** How it is to be read; null: as what it looks like. */
export const readAsSchema = z.enum(['page', 'story']).nullable()
export type ReadAs = z.infer<typeof readAsSchema>

/** What was decided about a draft's cleaning; see `CleanChoices`. */
export const cleanChoicesSchema = z.object({
  reverted: z.array(z.string().max(200)).max(100_000),
  answers: z.record(z.string().max(200), z.string().max(200)),
})
