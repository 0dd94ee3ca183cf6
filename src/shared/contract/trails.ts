import { z } from 'zod'
import { idSchema, instantSchema, method } from './base'

const handSchema = z.object({ by: z.string().nullable(), at: z.string() })
const spanSchema = z.object({ length: z.number().int().min(0), data: handSchema })

/** One change of a trail as prosemirror-changeset writes it: A is the base, B the story. */
export const trailChangeSchema = z.object({
  fromA: z.number().int().min(0),
  toA: z.number().int().min(0),
  fromB: z.number().int().min(0),
  toB: z.number().int().min(0),
  deleted: z.array(spanSchema),
  inserted: z.array(spanSchema),
})

/** 修订 of a story: the text that was last agreed on and the changes since, at a version of the story's log. */
export const storyTrailSchema = z.object({
  storyId: idSchema,
  version: z.number().int().min(0),
  base: z.record(z.string(), z.unknown()),
  changes: z.array(trailChangeSchema),
  begunBy: idSchema.nullable(),
  begunAt: instantSchema,
})
export type StoryTrail = z.infer<typeof storyTrailSchema>

/** Where a change stands in the story, as the window sees it. */
export const changePlaceSchema = z.object({
  fromB: z.number().int().min(0),
  toB: z.number().int().min(0),
})

/** Changes that are agreed on in one call; more of them go in several, at the same version. */
export const mostAccepted = 5000

export const trails = {
  /** The trail of a story at the newest version; null where nobody keeps one. Fails with `story.unknown`. */
  open: method.input(z.object({ storyId: idSchema })).output(storyTrailSchema.nullable()),
  /** 开始修订: what stands now is agreed on, every change from here on is told. */
  begin: method.input(z.object({ storyId: idSchema })).output(storyTrailSchema),
  /**
   * 采纳: changes move into the base. `version` is the story's version that the places are told at; fails with
   * `trail.behind` where the story has gone on, `trail.none`, `trail.unknown-change`. Refusing is an ordinary edit.
   */
  accept: method
    .input(
      z.object({
        storyId: idSchema,
        version: z.number().int().min(0),
        changes: z.array(changePlaceSchema).min(1).max(mostAccepted),
      }),
    )
    .output(storyTrailSchema),
  /** 结束修订: whatever is left is agreed on, and changes are no longer told. */
  end: method.input(z.object({ storyId: idSchema })),
}
