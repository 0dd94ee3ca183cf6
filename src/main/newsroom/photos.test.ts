import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { facts, now } from '../photo-files/photos.testing'
import { jpegWithFacts } from '../photo-files/jpeg-metadata'
import { inspectPhoto } from './photos'
import { codeOf, temporaryFolder, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

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
  return cut(await blank(900, 600).composite([]).jpeg().toBuffer())
}

const cut = (whole: Buffer): Buffer => whole.subarray(0, whole.length / 2)

test.each([
  ['JPEG', () => blank(40, 30).jpeg().toBuffer(), [40, 30]],
  ['PNG', () => blank(40, 30).png().toBuffer(), [40, 30]],
  ['TIFF', () => blank(40, 30).tiff().toBuffer(), [40, 30]],
  ['CMYK TIFF', () => blank(40, 30).toColourspace('cmyk').tiff().toBuffer(), [40, 30]],
  ['JPEG on its side', () => blank(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer(), [30, 40]],
] as const)('keeps a %s as it came', async (_, make, size) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const file = await make()
  const { image, width, height } = valueOf(await newsroom.photos.add(actor, file))
  expect([width, height]).toEqual(size)
  expect(valueOf(await newsroom.photos.add(actor, file)).image).toBe(image)
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
  ['HEIC', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), 'photo.unknown-kind'],
  ['half a WebP', async () => cut(await blank(900, 600).webp().toBuffer()), 'photo.unknown-kind'],
  ['101 megapixels', () => boastful(10_100, 10_000), 'photo.too-many-pixels'],
  ['4,000 megapixels', () => boastful(65_000, 65_000), 'photo.too-many-pixels'],
  ['101 MB', async () => Buffer.alloc(101_000_000), 'photo.too-large'],
  ['half a JPEG', half, 'photo.broken'],
  ['a PNG that boasts', () => boastful(3000, 3000), 'photo.broken'],
] as const)('refuses %s', async (_, make, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  expect(codeOf(await newsroom.photos.add(actor, await make()))).toBe(code)
})

test.each([
  ['WebP', () => blank(40, 30).webp({ lossless: true }).toBuffer()],
  ['GIF', () => blank(40, 30).gif().toBuffer()],
  ['AVIF', () => blank(40, 30).avif({ lossless: true }).toBuffer()],
] as const)('keeps a %s as a PNG that the press takes', async (_, make) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { image, width, height } = valueOf(await newsroom.photos.add(actor, await make()))
  expect([width, height]).toEqual([40, 30])
  const original = valueOf(await newsroom.photos.read(image, 'original'))
  expect([original.type, (await sharp(original.bytes).metadata()).format]).toEqual(['image/png', 'png'])
})

test('says of HEIC how the phone makes JPEG', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1')
  const added = await newsroom.photos.add(actor, heic)
  expect(!added.ok && added.failure.message + added.failure.remedy).toMatch(/HEIC.*JPEG/)
})

test('exactly 100 megapixels are not too many', async () => {
  expect((await inspectPhoto(await boastful(10_000, 10_000))).ok).toBe(true)
})

test('a photo that nobody keeps, and one whose bytes have changed, are told', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  expect(codeOf(await newsroom.photos.read('0'.repeat(64), 'original'))).toBe('photo.unknown')
  const { image } = valueOf(await newsroom.photos.add(actor, await blank(9, 9).png().toBuffer()))
  const file = new Sqlite(join(folder, 'newsroom.db'))
  file.exec("UPDATE photo SET original = x'00'")
  file.close()
  expect(codeOf(await newsroom.photos.read(image, 'original'))).toBe('photo.damaged')
})

/** A picture whose corners are red, green, blue and white, read from the top left. */
function corners() {
  const [red, green, blue, white] = [
    [220, 30, 30],
    [30, 170, 30],
    [30, 30, 220],
    [250, 250, 250],
  ] as const
  const pixels = Buffer.alloc(80 * 40 * 3)
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 80; x++) {
      const colour = y < 20 ? (x < 40 ? red : green) : x < 40 ? blue : white
      pixels.set(colour, (y * 80 + x) * 3)
    }
  }
  return sharp(pixels, { raw: { width: 80, height: 40, channels: 3 } })
}

/** R, G, B, W by the strongest of a corner's channels, from the top left round the picture. */
async function seenCorners(jpeg: Uint8Array): Promise<string> {
  const { data, info } = await sharp(jpeg).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const pixel = [0, 1, 2].map(channel => data[(y * info.width + x) * info.channels + channel] ?? 0)
    if (Math.min(...pixel) > 180) return 'W'
    return 'RGB'[pixel.indexOf(Math.max(...pixel))]!
  }
  const [right, bottom] = [info.width - 6, info.height - 6]
  return at(5, 5) + at(right, 5) + at(right, bottom) + at(5, bottom)
}

/** What is turned by its EXIF mark is stored so that the mark makes it upright again: R G W B round the picture. */
const stored: Readonly<Record<number, () => Sharp>> = {
  1: () => corners(),
  2: () => corners().flop(),
  3: () => corners().rotate(180),
  4: () => corners().flip(),
  6: () => corners().rotate(270),
  8: () => corners().rotate(90),
}

test.each([
  ...Object.entries(stored).map(
    ([mark, make]) =>
      [
        `a JPEG with EXIF mark ${mark}`,
        async () => {
          const { data, info } = await make().raw().toBuffer({ resolveWithObject: true })
          const raw = { width: info.width, height: info.height, channels: info.channels }
          return sharp(data, { raw })
            .withMetadata({ orientation: Number(mark) })
            .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
            .toBuffer()
        },
      ] as const,
  ),
  ['a CMYK JPEG', () => corners().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
  ['a CMYK JPEG with its profile', () => corners().withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer()],
  ['a CMYK TIFF', () => corners().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer()],
  ['a TIFF of 16 bits', () => corners().toColourspace('rgb16').tiff({ compression: 'deflate' }).toBuffer()],
  ['a PNG with alpha', () => corners().ensureAlpha().png().toBuffer()],
  ['a PNG of few colours', () => corners().png({ palette: true }).toBuffer()],
] as const)('shows %s as it is meant', async (_, make) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { image, width, height } = valueOf(await newsroom.photos.add(actor, await make()))
  expect([width, height]).toEqual([80, 40])
  const seen = async (size: 'thumbnail' | 'screen') =>
    seenCorners(valueOf(await newsroom.photos.read(image, size)).bytes)
  expect({ thumbnail: await seen('thumbnail'), screen: await seen('screen') }).toEqual({
    thumbnail: 'RGWB',
    screen: 'RGWB',
  })
})

test('a picture for screens has at most 2400 pixels a side', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { image } = valueOf(
    await newsroom.photos.add(actor, await blank(3000, 1000).tiff({ compression: 'lzw' }).toBuffer()),
  )
  const { bytes } = valueOf(await newsroom.photos.read(image, 'screen'))
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2400, height: 800 })
})

test('what the file says is read once, in the house’s forms, and again from a new derived.db', async () => {
  const folder = temporaryFolder()
  const { newsroom, actor } = await temporaryNewsroom({ folder })
  const original = jpegWithFacts(await blank(40, 30).jpeg().toBuffer(), facts, now)!.bytes
  const { image } = valueOf(await newsroom.photos.add(actor, original))
  const said = {
    caption: facts.caption,
    credit: facts.credit,
    city: facts.city,
    date: facts.date,
    instructions: '',
  }
  expect(valueOf(await newsroom.photos.facts(image))).toEqual(said)
  await newsroom.close()
  for (const name of readdirSync(folder)) if (name.startsWith('derived.db')) rmSync(join(folder, name))
  const again = await temporaryNewsroom({ folder })
  expect(valueOf(await again.newsroom.photos.facts(image))).toEqual(said)
  // Reading it has not touched it.
  const { bytes } = valueOf(await again.newsroom.photos.read(image, 'original'))
  expect(Buffer.from(bytes).equals(original)).toBe(true)
  expect(codeOf(await again.newsroom.photos.facts('0'.repeat(64)))).toBe('photo.unknown')
})
