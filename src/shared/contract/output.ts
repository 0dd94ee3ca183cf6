import { z } from 'zod'
import { blobSchema, idSchema, method } from './base'

export const output = {
  /** 版样 PDF of a page at true size, from the lines that the screen shows. */
  pageProof: method
    .input(z.object({ pageId: idSchema }))
    .output(z.object({ file: blobSchema, name: z.string(), missingGlyphs: z.array(z.string()) })),
}
