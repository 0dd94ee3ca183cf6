import { mm, pt } from '../../shared/page/sizes'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import type { ImageItem } from '../../shared/page/painting'
import { pagePdf, type PagePdfOptions } from './page-pdf'
import { hasPoppler, imagesOf, objectsOf, pixelsOf, withoutPoppler } from './read-pdf-back.testing'
import { place, smallPage, someHash } from './sample-paintings.testing'

const options = { title: '云岭报 1版', created: new Date(0) }
type Bytes = Uint8Array | null

const corners = {
  red: [220, 30, 30],
  green: [30, 180, 40],
  blue: [30, 40, 210],
  yellow: [230, 220, 40],
} as const

/** A picture of 120×80 pixels: red and green above, blue and yellow below, with some noise. */
function quarters(noise = 8): Sharp {
  const [width, height] = [120, 80]
  const pixels = Buffer.alloc(width * height * 3)
  let state = 1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const left = x < width / 2
      const colour = y < height / 2 ? (left ? 'red' : 'green') : left ? 'blue' : 'yellow'
      corners[colour].forEach((value, channel) => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0
        pixels[(y * width + x) * 3 + channel] = value - noise + ((state >>> 8) % (2 * noise + 1))
      })
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

async function written(photo: Bytes, change: Partial<PagePdfOptions> = {}, ...items: ImageItem[]) {
  const painting = smallPage(...(items.length > 0 ? items : [place()]))
  return pagePdf(painting, { ...options, photo: async () => photo, ...change })
}

/** The names of the colours at the four quarters of the photo's place, row by row. */
async function seen(photo: Bytes, change: Partial<PagePdfOptions> = {}, item = place()): Promise<string[]> {
  const { bytes, missingPhotos } = await written(photo, change, item)
  expect(missingPhotos).toEqual([])
  const colour = await pixelsOf(bytes)
  const { x, y, width, height } = item.rect
  return [0.25, 0.75].flatMap(down =>
    [0.25, 0.75].map(across => {
      const [red, green, blue] = colour(x + across * width, y + down * height) as [number, number, number]
      const distance = ([r, g, b]: readonly number[]) => Math.hypot(red - r!, green - g!, blue - b!)
      const names = Object.keys(corners) as (keyof typeof corners)[]
      const [nearest] = names.sort((a, b) => distance(corners[a]) - distance(corners[b]))
      return distance(corners[nearest!]) < 90 ? nearest! : `${red} ${green} ${blue}`
    }),
  )
}

const upright = ['red', 'green', 'blue', 'yellow']

/** The picture stored so that a turn by EXIF makes it upright. */
async function stored(orientation: number): Promise<Buffer> {
  const turned: Record<number, (picture: Sharp) => Sharp> = {
    1: picture => picture,
    2: picture => picture.flop(),
    3: picture => picture.rotate(180),
    4: picture => picture.flip(),
    5: picture => picture.rotate(90),
    6: picture => picture.rotate(270),
    7: picture => picture.rotate(270),
    8: picture => picture.rotate(90),
  }
  const lying = await turned[orientation]!(sharp(await quarters().png().toBuffer()))
    .png()
    .toBuffer()
  // A flop beside a turn would come before it.
  const isMirrored = orientation === 5 || orientation === 7
  const pixels = isMirrored ? await sharp(lying).flop().png().toBuffer() : lying
  return sharp(pixels).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
}

const cmyk = () => quarters().withIccProfile('cmyk')

describe.skipIf(!hasPoppler)(`photos in a PDF, read by poppler${withoutPoppler}`, () => {
  it.each<[string, () => Promise<Buffer>, { colour: string; packed: string; components: number }]>([
    ['RGB', () => quarters().jpeg().toBuffer(), { colour: 'rgb', packed: 'jpeg', components: 3 }],
    [
      'progressive',
      () => quarters().jpeg({ progressive: true }).toBuffer(),
      { colour: 'rgb', packed: 'jpeg', components: 3 },
    ],
    [
      'RGB with a profile',
      () => quarters().withIccProfile('p3').jpeg().toBuffer(),
      { colour: 'icc', packed: 'jpeg', components: 3 },
    ],
    ['CMYK', () => cmyk().jpeg().toBuffer(), { colour: 'cmyk', packed: 'jpeg', components: 4 }],
    [
      'CMYK TIFF',
      () => cmyk().tiff({ compression: 'lzw' }).toBuffer(),
      { colour: 'cmyk', packed: 'jpeg', components: 4 },
    ],
    ['RGB TIFF', () => quarters(30).tiff().toBuffer(), { colour: 'rgb', packed: 'jpeg', components: 3 }],
    [
      'PNG like a photo',
      () => quarters(30).png().toBuffer(),
      { colour: 'rgb', packed: 'jpeg', components: 3 },
    ],
    ['flat PNG', () => quarters(0).png().toBuffer(), { colour: 'rgb', packed: 'image', components: 3 }],
    [
      'flat PNG with a profile',
      () => quarters(0).withIccProfile('p3').png().toBuffer(),
      { colour: 'icc', packed: 'image', components: 3 },
    ],
    [
      'PNG of 16 bits',
      () => quarters(0).toColourspace('rgb16').png().toBuffer(),
      { colour: 'rgb', packed: 'image', components: 3 },
    ],
    [
      'PNG with a palette',
      () => quarters(0).png({ palette: true }).toBuffer(),
      { colour: 'rgb', packed: 'image', components: 3 },
    ],
    [
      'PNG with alpha',
      () => quarters(0).ensureAlpha(1).png().toBuffer(),
      { colour: 'rgb', packed: 'image', components: 3 },
    ],
    [
      'WebP',
      () => quarters(30).webp({ quality: 95 }).toBuffer(),
      { colour: 'rgb', packed: 'jpeg', components: 3 },
    ],
  ])('%s: in its own colours, at full resolution', async (_, make, expected) => {
    const photo = await make()
    const { bytes } = await written(photo)
    // 120 pixels across 60 points.
    expect(await imagesOf(bytes)).toMatchObject([
      { width: 120, height: 80, bits: 8, ppi: [144, 144], ...expected },
    ])
    expect(await seen(photo)).toEqual(upright)
  })

  it.each([
    ['grey JPEG', () => quarters().toColourspace('b-w').jpeg().toBuffer()],
    ['grey PNG', () => quarters(0).greyscale().toColourspace('b-w').png().toBuffer()],
    ['grey PNG of 16 bits', () => quarters(0).toColourspace('grey16').png().toBuffer()],
    [
      'black and white TIFF',
      () => quarters(0).toColourspace('b-w').threshold().tiff({ bitdepth: 1 }).toBuffer(),
    ],
  ])('%s stays grey', async (_, make) => {
    const { bytes, missingPhotos } = await written(await make())
    expect(missingPhotos).toEqual([])
    expect(await imagesOf(bytes)).toMatchObject([{ colour: 'gray', components: 1, width: 120, height: 80 }])
  })

  it.each([
    ['cmyk', 'RGB', () => quarters().jpeg().toBuffer(), 'cmyk'],
    ['cmyk', 'RGB with a profile', () => quarters().withIccProfile('p3').jpeg().toBuffer(), 'cmyk'],
    ['cmyk', 'PNG with alpha', () => quarters().ensureAlpha(0.9).png().toBuffer(), 'cmyk'],
    ['cmyk', 'CMYK', () => cmyk().jpeg().toBuffer(), 'cmyk'],
    ['cmyk', 'grey', () => quarters().toColourspace('b-w').jpeg().toBuffer(), 'gray'],
    ['grey', 'RGB', () => quarters().jpeg().toBuffer(), 'gray'],
    ['grey', 'CMYK', () => cmyk().jpeg().toBuffer(), 'gray'],
    ['grey', 'flat PNG', () => quarters(0).png().toBuffer(), 'gray'],
    ['grey', 'CMYK TIFF', () => cmyk().tiff().toBuffer(), 'gray'],
  ] as const)('turned to %s: %s', async (colour, _, make, expected) => {
    const photo = await make()
    const { bytes, missingPhotos } = await written(photo, { colour })
    expect(missingPhotos).toEqual([])
    expect(await imagesOf(bytes)).toMatchObject([{ colour: expected, width: 120, height: 80 }])
    // Nobody needs the profile of a press in every photo.
    expect(bytes.length).toBeLessThan(40_000)
  })

  it.each([
    ['RGB', () => quarters().jpeg().toBuffer()],
    ['RGB with a profile', () => quarters().withIccProfile('p3').jpeg().toBuffer()],
    ['PNG of 16 bits', () => quarters().toColourspace('rgb16').png().toBuffer()],
  ])('looks the same in four inks: %s', async (_, make) => {
    expect(await seen(await make(), { colour: 'cmyk' })).toEqual(upright)
  })

  it('keeps a CMYK file’s own numbers', async () => {
    const numbersOf = (file: Uint8Array) =>
      sharp(file, { ignoreIcc: true }).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
    const tiff = await quarters(0).withIccProfile('cmyk').tiff({ compression: 'none' }).toBuffer()
    const { bytes } = await written(tiff)
    const image = objectsOf(bytes).find(({ dictionary }) => dictionary.includes('/Image'))!
    expect(image.dictionary.replace(/\s+/g, ' ')).toContain('/Decode [1 0 1 0 1 0 1 0]')
    const [own, taken] = await Promise.all([tiff, image.stream!].map(numbersOf))
    expect(new Set(own!.subarray(0, 4)).size).toBeGreaterThan(2)
    // In the middle of a quarter, where JPEG adds nothing of its own.
    for (const at of [(20 * 120 + 30) * 4, (60 * 120 + 90) * 4]) {
      for (let channel = 0; channel < 4; channel++) {
        expect(Math.abs(own![at + channel]! - taken![at + channel]!)).toBeLessThan(4)
      }
    }
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright, EXIF orientation %i', async orientation => {
    const photo = await stored(orientation)
    expect((await sharp(photo).metadata()).orientation ?? 1).toBe(orientation)
    expect(await seen(photo)).toEqual(upright)
    expect(await seen(photo, { colour: 'cmyk' })).toEqual(upright)
  })

  it.each([1, 6, 8])(
    'is cropped as it stands upright, orientation %i, with and without its other pixels',
    async orientation => {
      const photo = await stored(orientation)
      const item = place({ crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } })
      const quarter = ['yellow', 'yellow', 'yellow', 'yellow']
      expect(await seen(photo, {}, item)).toEqual(quarter)
      expect(await seen(photo, { trimPhotos: true }, item)).toEqual(quarter)
      const sides = orientation === 1 ? { width: 120, height: 80 } : { width: 80, height: 120 }
      const [whole] = await imagesOf((await written(photo, {}, item)).bytes)
      expect(whole).toMatchObject(sides)
      const [trimmed] = await imagesOf((await written(photo, { trimPhotos: true }, item)).bytes)
      expect(trimmed).toMatchObject({ width: 60, height: 40, ppi: [72, 72] })
    },
  )

  it('keeps all pixels where a crop leaves a fifth or less away', async () => {
    const photo = await quarters().jpeg().toBuffer()
    const item = place({ crop: { x: 0.1, y: 0, width: 0.85, height: 1 } })
    const [image] = await imagesOf((await written(photo, { trimPhotos: true }, item)).bytes)
    expect(image).toMatchObject({ width: 120, height: 80 })
  })

  it('holds two crops of one photo as two pictures when trimmed, else as one', async () => {
    const photo = await quarters().jpeg().toBuffer()
    const items = [0, 0.5].map(x => place({ crop: { x, y: 0, width: 0.5, height: 1 } }))
    const count = async (trimPhotos: boolean) => {
      const { bytes } = await written(photo, { trimPhotos }, ...items)
      return objectsOf(bytes).filter(({ dictionary }) => dictionary.includes('/Subtype /Image')).length
    }
    expect([await count(true), await count(false)]).toEqual([2, 1])
  })

  it('shows more of a cropped photo over the bleed', async () => {
    const photo = await quarters().jpeg({ quality: 95 }).toBuffer()
    const item = place({
      rect: { x: pt(0), y: pt(0), width: pt(100), height: pt(100) },
      crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
    })
    for (const trimPhotos of [false, true]) {
      const { bytes } = await written(photo, { bleed: mm(3), trimPhotos }, item)
      const colour = await pixelsOf(bytes)
      const [left, beside] = [colour(4, 30), colour(20, 30)]
      // Red continues the green to the left.
      expect(left[0]! > 150 && left[1]! < 100).toBe(true)
      expect(beside[0]! < 100 && beside[1]! > 130).toBe(true)
    }
  })
})

describe('what a photo brings along', () => {
  it('is its pixels and nothing else: no place, no preview, no maker’s notes', async () => {
    const photo = await quarters()
      .withExif({ IFD0: { Copyright: 'SECRET-OWNER' }, IFD3: { GPSLatitude: '38/1 29/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('SECRET-OWNER')).toBe(true)
    const { bytes } = await written(Buffer.concat([photo, Buffer.from('a second picture behind the first')]))
    expect(Buffer.from(bytes).includes('SECRET-OWNER')).toBe(false)
    expect(Buffer.from(bytes).includes('a second picture')).toBe(false)
    const image = objectsOf(bytes).find(({ dictionary }) => dictionary.includes('/DCTDecode'))!
    const [own, taken] = await Promise.all([photo, image.stream!].map(file => sharp(file).raw().toBuffer()))
    expect(Buffer.compare(own!, taken!)).toBe(0)
  })

  it('is a profile once, however many photos bear it', async () => {
    const photos = await Promise.all(
      [4, 9].map(noise => quarters(noise).withIccProfile('p3').jpeg().toBuffer()),
    )
    const items = ['b', 'c'].map(letter => place({ image: letter.repeat(64) }))
    const { bytes } = await pagePdf(smallPage(...items), {
      ...options,
      photo: async hash => photos[hash.startsWith('b') ? 0 : 1]!,
    })
    expect(
      objectsOf(bytes).filter(({ dictionary }) => dictionary.includes('/Alternate /DeviceRGB')),
    ).toHaveLength(1)
  })
})

describe('a photo that cannot be read', () => {
  const jpeg = quarters().jpeg().toBuffer()
  const png = quarters(30).png().toBuffer()
  const noise = (length: number) =>
    Buffer.from(Array.from({ length }, (_, at) => (at * at * 7919 + 255) % 256))

  it.each<[string, () => Promise<Bytes>, 'missing' | 'broken']>([
    ['is not in the store', async () => null, 'missing'],
    ['is empty', async () => Buffer.alloc(0), 'broken'],
    ['is text', async () => Buffer.from('no picture at all'), 'broken'],
    [
      'is a drawing',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'broken',
    ],
    ['is a JPEG cut short', async () => (await jpeg).subarray(0, -200), 'broken'],
    ['is a JPEG without its end mark', async () => (await jpeg).subarray(0, -2), 'broken'],
    ['is a head of JPEG', async () => (await jpeg).subarray(0, 100), 'broken'],
    [
      'is a JPEG with another file in its middle',
      async () => Buffer.concat([(await jpeg).subarray(0, 900), noise(3000), (await jpeg).subarray(900)]),
      'broken',
    ],
    ['is a PNG cut short', async () => (await png).subarray(0, 2000), 'broken'],
    [
      'is a PNG with broken bytes',
      async () => Buffer.concat([(await png).subarray(0, 500), noise(500), (await png).subarray(1000)]),
      'broken',
    ],
    [
      'says it has 60000 times 60000 pixels',
      async () => {
        const bomb = Buffer.from(await png)
        bomb.writeUInt32BE(60_000, 16)
        bomb.writeUInt32BE(60_000, 20)
        return bomb
      },
      'broken',
    ],
  ])('leaves its frame empty and is named: it %s', async (_, make, reason) => {
    const photo = await make()
    const places = [place({ frameId: 'first' }), place({ frameId: 'second', image: 'b'.repeat(64) })]
    const { bytes, missingPhotos } = await pagePdf(smallPage(...places), {
      ...options,
      photo: async hash => (hash === someHash ? photo : jpeg),
    })
    expect(missingPhotos).toEqual([{ hash: someHash, page: 0, frameId: 'first', reason }])
    const images = objectsOf(bytes).filter(({ dictionary }) => dictionary.includes('/Subtype /Image'))
    expect(images).toHaveLength(1)
    const turned = await written(photo, { colour: 'cmyk', trimPhotos: true })
    expect(turned.missingPhotos).toMatchObject([{ reason }])
  })

  it('never breaks the file, wherever its bytes are changed or cut', async () => {
    const whole = { jpeg: await jpeg, png: await png }
    const change = fc.record({
      kind: fc.constantFrom('jpeg' as const, 'png' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
      cut: fc.boolean(),
      colour: fc.constantFrom('asIs' as const, 'cmyk' as const, 'grey' as const),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ kind, at, bytes, cut, colour }) => {
        const photo = Buffer.from(whole[kind])
        const from = Math.floor(at * photo.length)
        photo.set(bytes.subarray(0, photo.length - from), from)
        const pdf = await written(cut ? photo.subarray(0, from) : photo, { colour })
        const images = objectsOf(pdf.bytes).filter(({ dictionary }) => dictionary.includes('/Subtype /Image'))
        expect(images.length + pdf.missingPhotos.length).toBe(1)
        expect(Buffer.from(pdf.bytes).subarray(-6).toString()).toBe('%%EOF\n')
      }),
      { numRuns: 150 },
    )
  })

  it('is not one that is only announced', async () => {
    const { missingPhotos } = await written(null, {}, place({ image: null }))
    expect(missingPhotos).toEqual([])
  })
})
