import { z } from 'zod'
import { daySchema, idSchema, method } from './base'

/** Who answers for a page, as its 报眉 prints them: 责编 周岚. */
export const pageCreditSchema = z.object({ role: z.string().min(1).max(10), name: z.string().min(1).max(20) })

export const editionPageSchema = z.object({
  id: idSchema,
  editionId: idSchema,
  /** 版次, from 1. */
  number: z.number().int().min(1),
  /** 版名: 要闻, 综合, 副刊 … */
  name: z.string().max(20),
  /** Null: the first person of each role. */
  credits: z.array(pageCreditSchema).max(6).nullable(),
})
export type EditionPage = z.infer<typeof editionPageSchema>

export const editionSchema = z.object({
  id: idSchema,
  /** 总期号 */
  number: z.number().int().min(1),
  date: daySchema,
  pages: z.array(editionPageSchema),
})
export type Edition = z.infer<typeof editionSchema>

/** A page to be made: its name, and what it starts from. */
export const newPageSchema = z.object({
  name: z.string().max(20),
  paperId: idSchema,
  /** Frames of this page template; null: 报头 or 报眉 alone. */
  templateId: idSchema.nullable(),
})
export type NewPage = z.infer<typeof newPageSchema>

export const editions = {
  /** All editions, newest first, with their pages; layouts are asked of `pages`. */
  list: method.output(z.array(editionSchema)),
  /** Makes an edition with its pages. Fails with `edition.number`, `edition.date` where one is taken, `paper.unknown`. */
  create: method
    .input(
      z.object({
        date: daySchema,
        number: z.number().int().min(1).max(1_000_000),
        pages: z.array(newPageSchema).min(1).max(64),
      }),
    )
    .output(editionSchema),
  /** Changes date or number. */
  change: method
    .input(
      z.object({
        id: idSchema,
        date: daySchema,
        number: z.number().int().min(1).max(1_000_000),
      }),
    )
    .output(editionSchema),
  /**
   * Takes an edition away that has no story on any page. Fails with `edition.unknown`, `edition.not-empty`,
   * `page.damaged`.
   */
  remove: method.input(z.object({ id: idSchema })),
  /** Adds a page at the end. */
  addPage: method.input(z.object({ editionId: idSchema, page: newPageSchema })).output(editionSchema),
  /** Renames a page or says who answers for it. */
  changePage: method
    .input(
      z.object({
        pageId: idSchema,
        name: z.string().max(20),
        credits: z.array(pageCreditSchema).max(6).nullable(),
      }),
    )
    .output(editionSchema),
  /**
   * Takes the edition's last page away, which must be empty of stories. Fails with `page.unknown`,
   * `page.not-empty`, `page.not-last`, `page.only`, `page.damaged`.
   */
  removePage: method.input(z.object({ pageId: idSchema })).output(editionSchema),
}
