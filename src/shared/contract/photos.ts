import { z } from 'zod'
import type { Failure } from './failure'
import { blobSchema, daySchema, fileMethod, method } from './base'

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Bytes of the largest original that is kept. */
export const mostPhotoBytes = 100_000_000

export const photoTooLarge = (bytes: number): Failure => ({
  code: 'photo.too-large',
  message: `这张图片有 ${Math.ceil(bytes / 1_000_000)} MB，最大只收 100 MB。`,
  remedy: '请另存为 JPEG 再加。',
})

/** What a photo's own file says of it, in the house's forms; '' where it says nothing. */
export const photoFactsSchema = z.object({
  /** 图说 */
  caption: z.string(),
  /** 摄影署名: 史婉 摄, 县融媒体中心 供图. */
  credit: z.string(),
  city: z.string(),
  /** The day on which it was taken. */
  date: daySchema.nullable(),
  /** 备注 of whoever sent it. */
  instructions: z.string(),
})
export type PhotoFacts = z.infer<typeof photoFactsSchema>

export const photos = {
  /** The original as it came, or an upright sRGB JPEG of at most 640 (thumbnail) or 2400 pixels a side. */
  read: method
    .input(z.object({ hash: hashSchema, size: z.enum(['original', 'screen', 'thumbnail']) }))
    .output(blobSchema),
  /** What a kept photo's file says of it. Fails with photo.unknown or photo.damaged. */
  facts: method.input(z.object({ hash: hashSchema })).output(photoFactsSchema),
  /** Keeps an original (JPEG, PNG, TIFF) untouched under its SHA-256. */
  add: fileMethod
    .input(z.object({ file: blobSchema }))
    .output(z.object({ image: hashSchema, width: z.number().int(), height: z.number().int() })),
  /**
   * Keeps an advertisement: an image as `add` does, or the first page of a PDF as its raster at 300 pixels an
   * inch, the PDF itself beside it. Fails with sentences of `photo.*` and `ad.*`.
   */
  addPlaced: fileMethod.input(z.object({ file: blobSchema })).output(
    z.object({
      image: hashSchema,
      width: z.number().int(),
      height: z.number().int(),
      /** Pages of the PDF of which the first was taken; 1 for an image. */
      pages: z.number().int(),
    }),
  ),
}
