import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isHeic, keptForm } from './kept-form'
import { picture } from './photos.testing'
import { readPhotoFacts } from './read-photo'

const most = 1_000_000
const formOf = async (bytes: Uint8Array) => keptForm(bytes, await sharp(bytes).metadata(), most)
const said = { IFD0: { Artist: 'Shi Wan', ImageDescription: 'Canal' } }

test.each([
  ['a JPEG', () => picture().jpeg().toBuffer(), 'as it came'],
  ['a PNG', () => picture().png().toBuffer(), 'as it came'],
  ['a TIFF', () => picture().tiff().toBuffer(), 'as it came'],
  ['a WebP', () => picture().webp({ lossless: true }).toBuffer(), 'png'],
  ['a GIF', () => picture().gif().toBuffer(), 'png'],
  ['an AVIF', () => picture().avif({ lossless: true }).toBuffer(), 'png'],
])('%s is kept %s', async (_, make, expected) => {
  const bytes = new Uint8Array(await make())
  const form = await formOf(bytes)
  if (typeof form === 'string') throw new Error(form)
  const { format, width, height } = await sharp(form).metadata()
  expect([form === bytes ? 'as it came' : format, width, height]).toEqual([expected, 37, 23])
})

test('what is written anew stands upright, pixel for pixel, and says what it said', async () => {
  const bytes = await picture()
    .withExif(said)
    .withMetadata({ orientation: 6 })
    .webp({ lossless: true })
    .toBuffer()
  const form = await formOf(bytes)
  if (typeof form === 'string') throw new Error(form)
  const metadata = await sharp(form).metadata()
  expect([metadata.width, metadata.height, metadata.orientation ?? 1]).toEqual([23, 37, 1])
  expect(await sharp(form).raw().toBuffer()).toEqual(await picture().rotate(90).raw().toBuffer())
  expect(await readPhotoFacts(form, metadata)).toMatchObject({ caption: 'Canal', photographers: ['Shi Wan'] })
})

test('a picture that was cut off is broken, an SVG is unknown', async () => {
  const whole = await picture(400, 300).webp().toBuffer()
  const metadata = await sharp(whole).metadata()
  expect(await keptForm(whole.subarray(0, whole.length / 2), metadata, most)).toBe('broken')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  expect(await formOf(svg)).toBe('unknown')
})

test.each([
  ['ftypheic', true],
  ['ftypheix', true],
  ['ftypmif1', true],
  ['ftypavif', false],
  ['ftypmp42', false],
])('a file of %s is HEIC: %s', (box, expected) => {
  expect(isHeic(Buffer.from(`\0\0\0\x18${box}\0\0\0\0`, 'latin1'))).toBe(expected)
})
