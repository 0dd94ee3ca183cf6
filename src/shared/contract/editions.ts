import { z } from 'zod'
import { pageLayoutSchema } from '../page/layout'
import { bySchema, daySchema, idSchema, method } from './base'

export const editionPageSchema = z.object({
  id: idSchema,
  editionId: idSchema,
  /** 版次, from 1. */
  number: z.number().int().min(1),
  /** 版名: 要闻, 综合, 副刊 … */
  name: z.string().max(20),
  layout: pageLayoutSchema,
  /** Counts up with every change of the layout. */
  version: z.number().int(),
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

export const editions = {
  /** All editions, newest first, with their pages. */
  list: method.output(z.array(editionSchema)),
  /** Saves a layout made from `version`; fails with `page.behind` when another hand was quicker. */
  saveLayout: method
    .input(bySchema.extend({ pageId: idSchema, version: z.number().int(), layout: pageLayoutSchema }))
    .output(editionPageSchema),
}
