import { z } from 'zod'
import { budgetRowSchema } from '../budget/budget-row'
import { loggedStepSchema } from './stories'
import { idSchema, instantSchema, method } from './base'

/** A version of a story that somebody wanted to keep: a submit, a review, a name, a restore. */
export const storyVersionSchema = z.object({
  id: idSchema,
  storyId: idSchema,
  /** The story's version in its log. */
  version: z.number().int().min(0),
  /** 送复审, 二稿 … */
  name: z.string().min(1).max(40),
  by: idSchema.nullable(),
  at: instantSchema,
  kind: z.enum(['created', 'state', 'named', 'restored']),
})
export type StoryVersion = z.infer<typeof storyVersionSchema>

/** One sitting of one hand: what he wrote between two pauses. */
export const sittingSchema = z.object({
  by: idSchema.nullable(),
  from: instantSchema,
  to: instantSchema,
  /** The story's version before and after it. */
  fromVersion: z.number().int().min(0),
  toVersion: z.number().int().min(0),
  /** 字 put in and taken out, as keystrokes went. */
  added: z.number().int().min(0),
  removed: z.number().int().min(0),
})
export type Sitting = z.infer<typeof sittingSchema>

const one = z.object({ storyId: idSchema })

export const versions = {
  /** Kept versions, oldest first; the story's beginning is the first. Fails with `story.unknown`. */
  list: method.input(one).output(z.array(storyVersionSchema)),
  /** Keeps the story as it stands under a name. Fails with `story.unknown`. */
  keep: method
    .input(z.object({ storyId: idSchema, name: z.string().min(1).max(40) }))
    .output(storyVersionSchema),
  /**
   * Two versions for comparing: the text at the first and the steps from there to the second, or to what stands now
   * (`to` null), so that every change has its hand. Fails with `story.unknown`, `version.unknown`.
   */
  between: method
    .input(one.extend({ from: z.number().int().min(0), to: z.number().int().min(0).nullable() }))
    .output(z.object({ doc: z.record(z.string(), z.unknown()), steps: z.array(loggedStepSchema) })),
  /**
   * Puts an old text back, as steps on the log like any other work, so that nothing is lost by it; the restore is a
   * version of its own. Fails with `story.unknown`, `version.unknown`.
   */
  restore: method
    .input(z.object({ storyId: idSchema, version: z.number().int().min(0) }))
    .output(budgetRowSchema),
  /** Who wrote when, oldest first. */
  timeline: method.input(one).output(z.array(sittingSchema)),
}
