import { z } from 'zod'
import { genreSchema } from './genre'
import { usualTolerance } from './length-status'
import { storyStateSchema } from './story-state'

const id = z.string().min(1).max(64)

/** Most characters of the fields that are typed, and the largest lengths that can be planned. */
export const planLimits = {
  slug: 25,
  author: 60,
  note: 500,
  plannedCharacters: 100_000,
  plannedLines: 10_000,
  lengthTolerance: 50,
} as const

/** What the desk plans for a story: edited in place in the budget. */
export const storyPlanSchema = z.object({
  /** 简题, for talk; the headline of the document is another thing. */
  slug: z.string().max(planLimits.slug, `简题最多 ${planLimits.slug} 字`),
  genre: genreSchema,
  plannedCharacters: z.number().int().min(0).max(planLimits.plannedCharacters).nullable(),
  plannedLines: z.number().int().min(0).max(planLimits.plannedLines).nullable(),
  /** Hundredths of the planned length by which the story may miss it and still fit. */
  lengthTolerance: z.number().int().min(0).max(planLimits.lengthTolerance),
  editionId: id.nullable(),
  /** 版次 within the edition, from 1. */
  page: z.number().int().min(1).max(999).nullable(),
  author: z.string().max(planLimits.author),
  /** 责编 */
  editorId: id.nullable(),
  state: storyStateSchema,
  /** UTC, ISO 8601 with milliseconds. */
  deadline: z.iso.datetime().nullable(),
  note: z.string().max(planLimits.note, `备注最多 ${planLimits.note} 字`),
})
export type StoryPlan = z.infer<typeof storyPlanSchema>

/** The plan of a story that nobody has planned. */
export const emptyPlan: StoryPlan = {
  slug: '',
  genre: '消息',
  plannedCharacters: null,
  plannedLines: null,
  lengthTolerance: usualTolerance,
  editionId: null,
  page: null,
  author: '',
  editorId: null,
  state: 'received',
  deadline: null,
  note: '',
}
