import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { blobSchema, idSchema, method } from './base'

const pdfSchema = z.object({
  file: blobSchema,
  name: z.string(),
  missingGlyphs: z.array(z.string()),
  /** Captions of photos that could not be read and stand as empty frames. */
  missingPhotos: z.array(z.string()),
})

export const printOptionsSchema = z.object({
  cropMarks: z.boolean(),
  /** Millimetres. */
  bleed: z.number().min(0).max(20),
  colour: z.enum(['asIs', 'cmyk', 'grey']),
})
export type PrintOptions = z.infer<typeof printOptionsSchema>

/** How far a hand-over is. */
export const handOverStepSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
  /** What it is at now: 写 03 版 小样 2/8. */
  now: z.string(),
  /** Set with the last step: the folder is ready under this name. */
  ready: z.object({ name: z.string(), bytes: z.number().int(), warnings: z.array(z.string()) }).nullable(),
})
export type HandOverStep = z.infer<typeof handOverStepSchema>

export const output = {
  /**
   * 版样 PDF of a page at true size, from the lines that the screen shows, with story numbers. Fails with
   * `page.unknown`, `page.damaged`.
   */
  pageProof: method.input(z.object({ pageId: idSchema })).output(pdfSchema),
  /** Print PDF of pages of one edition, in their order. Fails with `page.unknown`, `page.damaged`, `output.editions`. */
  printPdf: method
    .input(z.object({ pageIds: z.array(idSchema).min(1).max(64), options: printOptionsSchema }))
    .output(pdfSchema),
  /**
   * 交付: makes the hand-over folder of these pages as a zip, telling how far it is; ends with `ready`. Stops
   * when the stream is left. Fails with `page.unknown`, `page.damaged`, `output.editions`.
   */
  handOver: method
    .input(z.object({ jobId: idSchema, pageIds: z.array(idSchema).min(1).max(64) }))
    .output(eventIterator(handOverStepSchema)),
  /** The zip of a job that is ready, once. Fails with `output.gone`. */
  handOverFile: method
    .input(z.object({ jobId: idSchema }))
    .output(z.object({ file: blobSchema, name: z.string() })),
}
