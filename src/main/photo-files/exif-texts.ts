import { viewOf } from './bytes'
import { fieldDecoder } from './field-text'

/** Tags of the first directory whose value is text (Exif 2.32, section 4.6.4). */
const textTags = { ImageDescription: 270, Artist: 315 } as const
export type ExifText = keyof typeof textTags

const ascii = 2
const entryBytes = 12
const header = Buffer.from('Exif\0\0', 'latin1')

/**
 * The camera's or a program's words in an EXIF block, in UTF-8, GBK or Latin-1. Exif allows ASCII only, so readers take
 * the rest for UTF-8 and lose what Chinese programs write. Empty where there are none or the block leads out of itself.
 * @param block as sharp gives it, with or without its `Exif` head
 */
export function exifTexts(block: Uint8Array): ReadonlyMap<ExifText, string> {
  const tiff = Buffer.from(block.subarray(0, header.length)).equals(header)
    ? block.subarray(header.length)
    : block
  try {
    const fields = textFields(tiff)
    const decode = fieldDecoder([...fields.values()], false)
    return new Map([...fields].map(([tag, data]) => [tag, decode(data)]))
  } catch (error) {
    // A directory that leads out of the block.
    if (error instanceof RangeError) return new Map()
    throw error
  }
}

function textFields(tiff: Uint8Array): Map<ExifText, Uint8Array> {
  const found = new Map<ExifText, Uint8Array>()
  const view = viewOf(tiff)
  const order = view.getUint16(0)
  const little = order === 0x4949
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return found
  const directory = view.getUint32(4, little)
  const count = view.getUint16(directory, little)
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * entryBytes
    const tag = view.getUint16(at, little)
    const name = (Object.keys(textTags) as ExifText[]).find(each => textTags[each] === tag)
    if (!name || view.getUint16(at + 2, little) !== ascii) continue
    const length = view.getUint32(at + 4, little)
    const valueAt = length <= 4 ? at + 8 : view.getUint32(at + 8, little)
    const value = tiff.subarray(valueAt, valueAt + length)
    const end = value.indexOf(0)
    found.set(name, end < 0 ? value : value.subarray(0, end))
  }
  return found
}
