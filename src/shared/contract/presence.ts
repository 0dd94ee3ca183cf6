import { z } from 'zod'
import { idSchema, method } from './base'

/** Where somebody's caret stands. Told to the other windows, kept nowhere. */
export const caretPlaceSchema = z.object({
  windowId: idSchema,
  personId: idSchema,
  /** Null: he has left the story that he was in. */
  storyId: idSchema.nullable(),
  /** Version of the story's log that the places are told at. */
  version: z.number().int().min(0),
  anchor: z.number().int().min(0),
  head: z.number().int().min(0),
})
export type CaretPlace = z.infer<typeof caretPlaceSchema>

export const presence = {
  /** Tells the other windows where one is. */
  here: method.input(z.object({ place: caretPlaceSchema.omit({ personId: true }) })),
}
