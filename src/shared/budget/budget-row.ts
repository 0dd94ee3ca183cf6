import { z } from 'zod'
import { baseColumnSchema } from './base-column'
import { storyPlanSchema } from './story-plan'

const id = z.string().min(1).max(64)

/** Somebody whom a story's text names as one of its makers. */
export const namedPersonSchema = z.object({
  name: z.string(),
  /** 记者, 通讯员 …; '' where the text says nothing. */
  post: z.string(),
  isOrganisation: z.boolean(),
  writes: z.boolean(),
  pictures: z.boolean(),
})

/** One row of the budget (稿库): the plan, and what the document itself says. */
export const budgetRowSchema = storyPlanSchema.extend({
  id,
  /** 稿号, given once, never used again. */
  number: z.number().int(),
  headline: z.string(),
  byline: z.string(),
  /** Of dateline, byline and credits, each once, in the order of reading. */
  people: z.array(namedPersonSchema).readonly(),
  characters: z.number().int(),
  lines: z.number().int(),
  /** Where those lines were counted. */
  baseColumn: baseColumnSchema,
  photos: z.number().int(),
  photosWithoutCaption: z.number().int(),
  photosWithoutCredit: z.number().int(),
  /** Steps in the document's log. */
  version: z.number().int(),
  /** Counts every stored change of the row, of plan or document: of two of a story's rows the greater is the newer. */
  revision: z.number().int().min(0),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  changedBy: id.nullable(),
  trashedAt: z.iso.datetime().nullable(),
})
export type BudgetRow = z.infer<typeof budgetRowSchema>
