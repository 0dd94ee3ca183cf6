import { z } from 'zod'
import { blobSchema, bySchema, idSchema, method } from './base'
import { importedPageSchema } from './imported-page'
import { budgetRowSchema } from './stories'

export const intake = {
  /** Reads a page's text without keeping anything: stories, captions and every change made. From 20 MB on it is refused. */
  readPageText: method
    .input(z.object({ source: z.union([z.string().max(60_000_000), blobSchema]) }))
    .output(importedPageSchema),
  /** Takes the read stories into the budget, all or none. */
  accept: method
    .input(
      bySchema.extend({
        imported: importedPageSchema,
        editionId: idSchema.nullable(),
        page: z.number().int().min(1).nullable(),
      }),
    )
    .output(z.array(budgetRowSchema)),
}
