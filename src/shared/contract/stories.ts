import { z } from 'zod'
import { stepJsonSchema, stepsSentSchema } from '../story/log/submission'
import { budgetRowSchema } from '../budget/budget-row'
import { genreSchema } from '../budget/genre'
import { storyPlanSchema } from '../budget/story-plan'
import { idSchema, instantSchema, method } from './base'

export const storyPartsSchema = z.object({
  kicker: z.string(),
  headline: z.string(),
  deck: z.string(),
  dateline: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('paragraph'), text: z.string() }),
      z.object({ kind: z.literal('crosshead'), text: z.string() }),
      z.object({ kind: z.literal('summary'), text: z.string() }),
      z.object({ kind: z.literal('editorNote'), text: z.string() }),
      z.object({ kind: z.literal('related'), text: z.string() }),
      z.object({
        kind: z.literal('photo'),
        image: z.string().nullable(),
        width: z.number(),
        height: z.number(),
        caption: z.string(),
        credit: z.string(),
      }),
    ]),
  ),
  byline: z.string(),
})

/** One step as the log keeps it. `version` is the document's version after the step. */
export const loggedStepSchema = z.object({
  version: z.number().int(),
  step: stepJsonSchema,
  clientId: z.string(),
  personId: idSchema.nullable(),
  at: instantSchema,
})
export type LoggedStep = z.infer<typeof loggedStepSchema>

export const openedStorySchema = z.object({
  row: budgetRowSchema,
  /** A document from before the last steps, so that the window can rebuild its undo history from them. */
  snapshot: z.object({ version: z.number().int(), doc: z.record(z.string(), z.unknown()) }),
  /** The steps from the snapshot to now, oldest first. */
  steps: z.array(loggedStepSchema),
})
export type OpenedStory = z.infer<typeof openedStorySchema>

/**
 * `taken`: the steps are in the log, committed. `behind`: the document has moved on; `steps` are those that
 * the window lacks (its own among them, if an acknowledgement was lost), and it rebases and sends again.
 */
export const submissionSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('taken'), version: z.number().int(), at: instantSchema }),
  z.object({ status: z.literal('behind'), steps: z.array(loggedStepSchema) }),
])
export type Submission = z.infer<typeof submissionSchema>

export const storyTemplateSchema = z.object({
  name: z.string(),
  genre: genreSchema,
  plannedCharacters: z.number().int().nullable(),
  parts: storyPartsSchema,
})
export type StoryTemplate = z.infer<typeof storyTemplateSchema>

/** A story's text at a version of its log. */
export const storyTextSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  doc: z.record(z.string(), z.unknown()),
})
export type StoryText = z.infer<typeof storyTextSchema>

/** Texts that are answered in one call. */
export const mostTexts = 500

const one = z.object({ id: idSchema })
/** Stories that one call changes. */
export const mostInOneCall = 1000

const several = z.object({ ids: z.array(idSchema).min(1).max(mostInOneCall) })

export const stories = {
  /** The whole budget, or the trash. */
  budget: method.input(z.object({ trash: z.boolean() })).output(z.array(budgetRowSchema)),
  /** Full text search, one character up: ids of stories, best first. */
  search: method.input(z.object({ query: z.string().max(200) })).output(z.array(idSchema)),
  templates: method.output(z.array(storyTemplateSchema)),
  create: method
    .input(z.object({ template: z.string().nullable(), plan: storyPlanSchema.partial() }))
    .output(budgetRowSchema),
  plan: method.input(z.object({ id: idSchema, change: storyPlanSchema.partial() })).output(budgetRowSchema),
  /** Changes plans of many stories, all or none. Fails with `story.unknown`, `edition.unknown`, `person.unknown`. */
  planMany: method
    .input(
      z.object({
        changes: z
          .array(one.extend({ change: storyPlanSchema.partial() }))
          .min(1)
          .max(mostInOneCall),
      }),
    )
    .output(z.array(budgetRowSchema)),
  trash: method.input(several).output(z.array(budgetRowSchema)),
  restore: method.input(several).output(z.array(budgetRowSchema)),
  open: method.input(one).output(openedStorySchema),
  /**
   * Texts of many stories at once, for the page view, to be kept in step by the steps that events bring. Unknown and
   * damaged ones are left out.
   */
  texts: method.input(z.object({ ids: z.array(idSchema).max(mostTexts) })).output(z.array(storyTextSchema)),
  /**
   * Appends steps. `sequence` counts this client's steps from 0; a step sent twice is taken once.
   * Acknowledged only after the commit.
   */
  submit: method
    .input(
      z.object({
        id: idSchema,
        version: z.number().int().min(0),
        clientId: z.string().min(1).max(64),
        sequence: z.number().int().min(0),
        steps: stepsSentSchema,
      }),
    )
    .output(submissionSchema),
  stepsSince: method
    .input(one.extend({ version: z.number().int().min(0) }))
    .output(z.array(loggedStepSchema)),
}
