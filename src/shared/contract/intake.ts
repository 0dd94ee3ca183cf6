import { z } from 'zod'
import { blobSchema, fileMethod, idSchema, method } from './base'
import { cleanChoicesSchema, draftSchema, handedInSchema, readAsSchema } from './drafts'
import { importedPageSchema } from './imported-page'
import { budgetRowSchema } from '../budget/budget-row'

const placeSchema = z.object({
  editionId: idSchema.nullable(),
  page: z.number().int().min(1).nullable(),
})

/** What was read, without keeping anything. `isEither`: it is text, and could be read the other way too. */
export const readInSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), page: importedPageSchema, isEither: z.boolean() }),
  z.object({
    kind: z.literal('story'),
    draft: draftSchema,
    /** A small JPEG for each of the draft's pictures; null where the picture did not come along. */
    thumbnails: z.array(blobSchema.nullable()),
    isEither: z.boolean(),
  }),
])
export type ReadIn = z.infer<typeof readInSchema>

export const intake = {
  /** Reads what was handed in without keeping anything: a page's text as its stories, anything else as one story. */
  read: fileMethod.input(z.object({ source: handedInSchema, as: readAsSchema })).output(readInSchema),
  /** Takes a read page's stories into the budget, all or none. */
  acceptPage: method
    .input(placeSchema.extend({ imported: importedPageSchema }))
    .output(z.array(budgetRowSchema)),
  /** Cleans what was handed in as was decided, and takes it into the budget as one story with its photos. */
  acceptStory: fileMethod
    .input(
      placeSchema.extend({
        source: handedInSchema,
        choices: cleanChoicesSchema,
        /** The file's name, '' for what was pasted. */
        name: z.string().max(255),
      }),
    )
    .output(budgetRowSchema),
}
