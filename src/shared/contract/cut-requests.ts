import { z } from 'zod'
import { idSchema, method } from './base'

/** A passage that the layout desk asks to have cut, as it read when it was asked. */
export const cutPassageSchema = z.object({
  /** Index into the story's blocks, and UTF-16 offsets in that block's own text. */
  block: z.number().int().min(0),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  text: z.string().min(1).max(2000),
})

/** 请删: cuts that the layout desk suggests to a story's editor, who takes or declines them. */
export const cutRequestSchema = z.object({
  id: idSchema,
  storyId: idSchema,
  pageId: idSchema.nullable(),
  by: idSchema,
  at: z.string(),
  /** Lines that the cuts save together. */
  lines: z.number().int().min(1),
  cuts: z.array(cutPassageSchema).min(1).max(40),
  state: z.enum(['open', 'taken', 'declined']),
  settledBy: idSchema.nullable(),
  settledAt: z.string().nullable(),
})
export type CutRequest = z.infer<typeof cutRequestSchema>
export type CutPassage = z.infer<typeof cutPassageSchema>

export const cutRequests = {
  /** Those that are open, of all stories. */
  open: method.output(z.array(cutRequestSchema)),
  ask: method
    .input(
      z.object({
        storyId: idSchema,
        pageId: idSchema.nullable(),
        lines: z.number().int().min(1),
        cuts: z.array(cutPassageSchema).min(1).max(40),
      }),
    )
    .output(cutRequestSchema),
  /** Says that the editor has made the cuts, or will not. */
  settle: method
    .input(z.object({ id: idSchema, state: z.enum(['taken', 'declined']) }))
    .output(cutRequestSchema),
}
