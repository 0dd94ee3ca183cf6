import { z } from 'zod'
import { pageChangeSchema } from '../changes/page-change'
import { pageLayoutSchema } from '../layout'

const idSchema = z.string().min(1).max(64)

/** A page as it stands after `version` changes of its log. */
export const pageStateSchema = z.object({
  pageId: idSchema,
  version: z.number().int().min(0),
  layout: pageLayoutSchema,
})
export type PageState = z.infer<typeof pageStateSchema>

/** A change in a page's log. */
export const loggedPageChangeSchema = z.object({
  /** The page's version after it. */
  version: z.number().int().min(1),
  by: idSchema.nullable(),
  /** UTC, ISO 8601. */
  at: z.string(),
  change: pageChangeSchema,
})
export type LoggedPageChange = z.infer<typeof loggedPageChangeSchema>
