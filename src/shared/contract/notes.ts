import { z } from 'zod'
import { idSchema, instantSchema, method } from './base'

/** Whom a note is for: whoever edits the story, or the layout desk as well. */
export const noteAudienceSchema = z.enum(['desk', 'layout'])
export type NoteAudience = z.infer<typeof noteAudienceSchema>

/** What was said under a note, and when it was settled and taken up again. Nothing of it is ever removed. */
export const noteEntrySchema = z.object({
  id: idSchema,
  by: idSchema,
  at: instantSchema,
  kind: z.enum(['said', 'settled', 'reopened']),
  /** Empty for `settled` and `reopened`. */
  text: z.string().max(1000),
})
export type NoteEntry = z.infer<typeof noteEntrySchema>

/** 批注: pinned to a range of a story's text, never part of it. Positions are the document's. */
export const storyNoteSchema = z.object({
  id: idSchema,
  storyId: idSchema,
  audience: noteAudienceSchema,
  /** The words it was pinned to when it was written; empty for a note on the whole story. */
  quote: z.string(),
  place: z.object({
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    /** Text that has gone from under the note. */
    lost: z.object({ text: z.string(), size: z.number().int().min(0) }).nullable(),
  }),
  isSettled: z.boolean(),
  /** The first is the note itself. */
  entries: z.array(noteEntrySchema).min(1),
})
export type StoryNote = z.infer<typeof storyNoteSchema>

/** All notes of a story, oldest first, with their places at a version of its log. */
export const storyNotesSchema = z.object({
  storyId: idSchema,
  version: z.number().int().min(0),
  notes: z.array(storyNoteSchema),
})
export type StoryNotes = z.infer<typeof storyNotesSchema>

const textSchema = z.string().trim().min(1, '批注是空的').max(1000, '一条批注最多 1000 字')
const onNote = z.object({ id: idSchema })

export const notes = {
  /** Fails with `story.unknown`. */
  of: method.input(z.object({ storyId: idSchema })).output(storyNotesSchema),
  /** What the layout desk has to know: open notes for it, of all stories, oldest first. */
  forLayout: method.output(z.array(storyNoteSchema)),
  /**
   * Writes a note on a range (null: on the whole story) as the window sees it at `version`; the window gives it its
   * `id`, and sent again it is taken once. Fails with `story.unknown`, `story.ahead`, `note.no-text`.
   */
  write: method
    .input(
      z.object({
        id: idSchema,
        storyId: idSchema,
        audience: noteAudienceSchema,
        version: z.number().int().min(0),
        range: z.object({ from: z.number().int().min(0), to: z.number().int().min(0) }).nullable(),
        text: textSchema,
      }),
    )
    .output(storyNotesSchema),
  /** Fails with `note.unknown`. */
  answer: method.input(onNote.extend({ text: textSchema })).output(storyNotesSchema),
  /** Settles it, or takes it up again; as it is already, nothing is done. Fails as `answer` does. */
  settle: method.input(onNote.extend({ isSettled: z.boolean() })).output(storyNotesSchema),
}
