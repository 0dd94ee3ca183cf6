import { z } from 'zod'
import { blobSchema, idSchema, method } from './base'

/** A character that GBK lacks, with its place in a story. */
export const gbkGapSchema = z.object({
  character: z.string(),
  /** U+9FB0 */
  code: z.string(),
  /** 主题, 正文第3段, 图2署名 … */
  part: z.string(),
  before: z.string(),
  after: z.string(),
})

export const storyGapsSchema = z.object({
  id: idSchema,
  /** 稿号 */
  number: z.number().int(),
  headline: z.string(),
  gaps: z.array(gbkGapSchema),
})
export type StoryGaps = z.infer<typeof storyGapsSchema>

/** What leaves of a story: Word in the house's form, 小样 as text. */
export const storyFormSchema = z.enum(['docx', 'text'])
export type StoryForm = z.infer<typeof storyFormSchema>

/** `gbk` writes 〓 for what it lacks; ask for the gaps first. */
export const storyEncodingSchema = z.enum(['utf-8', 'gbk'])
export type StoryEncoding = z.infer<typeof storyEncodingSchema>

const ids = z.array(idSchema).min(1).max(200)

/** Stories as files, outside of any page. Always the text as it would print: nothing taken out in 修订 is in it. */
export const storyFiles = {
  /** What GBK cannot write of these stories; those without gaps are left out. Fails with story.unknown. */
  gaps: method.input(z.object({ ids })).output(z.array(storyGapsSchema)),
  /**
   * One story in one form as that file; else a zip of all. Fails with story.unknown, story.damaged or
   * output.too-large.
   */
  make: method
    .input(
      z.object({
        ids,
        forms: z.array(storyFormSchema).min(1).max(2),
        encoding: storyEncodingSchema,
        /** The photos' originals beside the texts, with who took them and what they show in the files. */
        photos: z.boolean(),
      }),
    )
    .output(
      z.object({
        file: blobSchema,
        name: z.string(),
        /** What the desk should know: photos that are not there, metadata that did not fit. */
        warnings: z.array(z.string()),
      }),
    ),
}
