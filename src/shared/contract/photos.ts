import { z } from 'zod'
import { blobSchema, bySchema, method } from './base'

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

export const photos = {
  /** The original as it came, or a JPEG of at most 640 pixels a side. */
  read: method
    .input(z.object({ hash: hashSchema, size: z.enum(['original', 'thumbnail']) }))
    .output(blobSchema),
  /** Keeps an original (JPEG, PNG, TIFF) untouched under its SHA-256. */
  add: method
    .input(bySchema.extend({ file: blobSchema }))
    .output(z.object({ image: hashSchema, width: z.number().int(), height: z.number().int() })),
  /**
   * Keeps an advertisement: an image as `add` does, or the first page of a PDF as its raster at 300 pixels an
   * inch, the PDF itself beside it. Fails with sentences of `photo.*` and `ad.*`.
   */
  addPlaced: method.input(bySchema.extend({ file: blobSchema })).output(
    z.object({
      image: hashSchema,
      width: z.number().int(),
      height: z.number().int(),
      /** Pages of the PDF of which the first was taken; 1 for an image. */
      pages: z.number().int(),
    }),
  ),
}
