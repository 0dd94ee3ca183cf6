import sharp, { type Metadata } from 'sharp'

/** Media types by sharp's names of formats: what a newsroom keeps as it came, and a press takes. */
export const keptTypes: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
}

/** Formats of phones and the web that no press takes, and that sharp reads. HEIC it does not: its coding is patented. */
const isRewritten = ({ format, compression }: Metadata): boolean =>
  format === 'webp' || format === 'gif' || (format === 'heif' && compression === 'av1')

/**
 * A picture in a form that the newsroom keeps: as it came where it can be, else written anew as an upright PNG with what
 * the file said of itself. `unknown`: it cannot be read; `broken`: it begins as a picture and is none.
 * @param metadata the file's, as sharp reads it
 * @param mostPixels beyond which nothing is unpacked
 */
export async function keptForm(
  bytes: Uint8Array,
  metadata: Metadata,
  mostPixels: number,
): Promise<Uint8Array | 'unknown' | 'broken'> {
  if (metadata.format in keptTypes) return bytes
  if (!isRewritten(metadata)) return 'unknown'
  try {
    const written = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient().png()
    return new Uint8Array(await written.keepIccProfile().keepExif().keepXmp().toBuffer())
  } catch {
    // sharp throws plain errors, and only for what it was given.
    return 'broken'
  }
}

/** Whether bytes are a photo of a phone in HEIC, which nothing here can unpack. */
export function isHeic(bytes: Uint8Array): boolean {
  const box = Buffer.from(bytes.subarray(4, 12)).toString('latin1')
  return /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/u.test(box)
}
