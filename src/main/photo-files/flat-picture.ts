import type { Sharp } from 'sharp'

/** Pixels a side of the sample by which a picture is judged. */
const sampleSide = 768

/**
 * Whether a picture of this size is one of few, even colours (a logo, a screen, set text), which packs about as
 * well without loss as with it. Judged by its middle.
 */
export async function isFlat(picture: Sharp, width: number, height: number): Promise<boolean> {
  const sample = picture.clone().extract({
    left: Math.max(0, (width - sampleSide) >> 1),
    top: Math.max(0, (height - sampleSide) >> 1),
    width: Math.min(width, sampleSide),
    height: Math.min(height, sampleSide),
  })
  const [png, jpeg] = await Promise.all([
    sample.clone().png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer(),
    sample.clone().jpeg({ quality: 93, chromaSubsampling: '4:4:4' }).toBuffer(),
  ])
  return png.length <= jpeg.length * 1.5
}
