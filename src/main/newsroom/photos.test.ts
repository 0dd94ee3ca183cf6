import sharp from 'sharp'
import { expect, test } from 'vitest'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { inspectPhoto } from './photos'
import { codeOf, temporaryNewsroom, valueOf } from './temporary-newsroom'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a86' }, limitInputPixels: false })

/** A PNG whose header promises more pixels than its few bytes hold. */
async function boastful(width: number, height: number): Promise<Buffer> {
  const png = await blank(1, 1).png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

const half = async () => {
  const whole = await blank(900, 600).composite([]).jpeg().toBuffer()
  return whole.subarray(0, whole.length / 2)
}

test.each([
  ['JPEG', () => blank(40, 30).jpeg().toBuffer(), [40, 30]],
  ['PNG', () => blank(40, 30).png().toBuffer(), [40, 30]],
  ['TIFF', () => blank(40, 30).tiff().toBuffer(), [40, 30]],
  ['CMYK TIFF', () => blank(40, 30).toColourspace('cmyk').tiff().toBuffer(), [40, 30]],
  ['JPEG on its side', () => blank(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer(), [30, 40]],
] as const)('keeps a %s as it came', async (_, make, size) => {
  const { newsroom, by } = await temporaryNewsroom()
  const file = await make()
  const { image, width, height } = valueOf(await newsroom.photos.add({ by, file }))
  expect([width, height]).toEqual(size)
  expect(valueOf(await newsroom.photos.add({ by, file })).image).toBe(image)
  const { bytes } = valueOf(await newsroom.photos.read(image, 'original'))
  expect(Buffer.from(bytes).equals(file)).toBe(true)
  const thumbnail = valueOf(await newsroom.photos.read(image, 'thumbnail'))
  expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({
    width,
    height,
    format: 'jpeg',
    space: 'srgb',
  })
})

test.each([
  ['nothing', async () => Buffer.alloc(0), 'photo.empty'],
  ['text', async () => Buffer.from('这是一段文字'), 'photo.unknown-kind'],
  [
    'SVG',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    'photo.unknown-kind',
  ],
  ['GIF', () => blank(4, 4).gif().toBuffer(), 'photo.unknown-kind'],
  ['WebP', () => blank(4, 4).webp().toBuffer(), 'photo.unknown-kind'],
  ['101 megapixels', () => boastful(10_100, 10_000), 'photo.too-many-pixels'],
  ['4,000 megapixels', () => boastful(65_000, 65_000), 'photo.too-many-pixels'],
  ['101 MB', async () => Buffer.alloc(101_000_000), 'photo.too-large'],
  ['half a JPEG', half, 'photo.broken'],
  ['a PNG that boasts', () => boastful(3000, 3000), 'photo.broken'],
] as const)('refuses %s', async (_, make, code) => {
  const { newsroom, by } = await temporaryNewsroom()
  expect(codeOf(await newsroom.photos.add({ by, file: await make() }))).toBe(code)
})

test('exactly 100 megapixels are not too many', async () => {
  expect((await inspectPhoto(await boastful(10_000, 10_000))).ok).toBe(true)
})

test('a photo that nobody keeps, and one whose bytes have changed, are told', async () => {
  const { newsroom, by, folder } = await temporaryNewsroom()
  expect(codeOf(await newsroom.photos.read('0'.repeat(64), 'original'))).toBe('photo.unknown')
  const { image } = valueOf(await newsroom.photos.add({ by, file: await blank(9, 9).png().toBuffer() }))
  const file = new Sqlite(join(folder, 'newsroom.db'))
  file.exec("UPDATE photo SET original = x'00'")
  file.close()
  expect(codeOf(await newsroom.photos.read(image, 'original'))).toBe('photo.damaged')
})
