import fc from 'fast-check'
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { escapeXml } from './xml-text'
import { joined, latin, viewOf } from './bytes'
import { now, facts, picture, pixelsOf, dataset, withIim } from './photos.testing'
import { writePhoto } from './write-photo'

describe('a PNG', () => {
  const xmpChunk = (packed: boolean, packet: string) => {
    const text = packed ? deflateSync(packet) : Buffer.from(packet)
    const data = joined([latin('XML:com.adobe.xmp\0'), Uint8Array.of(packed ? 1 : 0, 0, 0, 0), text])
    const chunk = new Uint8Array(data.length + 12)
    viewOf(chunk).setUint32(0, data.length)
    chunk.set(latin('iTXt'), 4)
    chunk.set(data, 8)
    viewOf(chunk).setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
    return chunk
  }
  const old = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:City="旧县" ps:Source="通讯员"/></rdf:RDF></x:xmpmeta>`

  it.each([
    ['without XMP', null],
    ['with XMP', false],
    ['with packed XMP', true],
  ])('%s says the facts in XMP and keeps every pixel', async (_, packed) => {
    const plain = await picture().png().toBuffer()
    const original =
      packed === null ? plain : joined([plain.subarray(0, 33), xmpChunk(packed, old), plain.subarray(33)])
    const written = writePhoto(original, facts, now)
    expect(written).toMatchObject({ extension: '.png', metadata: 'XMP', warnings: [] })
    const { xmp } = await sharp(written.bytes).metadata()
    const text = xmp?.toString('utf8') ?? ''
    expect(text).toContain(escapeXml(facts.caption))
    expect(text.includes('通讯员')).toBe(packed !== null)
    expect(text).not.toContain('旧县')
    expect(await pixelsOf(written.bytes)).toBe(await pixelsOf(original))
  })
})

describe('a TIFF', () => {
  const kinds = [
    ['packed', { compression: 'lzw' }],
    ['tiled pyramid', { tile: true, pyramid: true, tileWidth: 16, tileHeight: 16 }],
    ['unpacked', { compression: 'none' }],
  ] as const
  it.each(kinds)('%s says the facts and keeps its bytes', async (_, options) => {
    const original = await picture().withIccProfile('srgb').tiff(options).toBuffer()
    const written = writePhoto(original, facts, now)
    expect(written).toMatchObject({ extension: '.tif', metadata: 'IPTC、XMP', warnings: [] })
    const metadata = await sharp(written.bytes).metadata()
    expect(metadata.xmp?.toString('utf8')).toContain('河川县')
    expect(metadata.iptc?.toString('utf8')).toContain('史婉')
    expect(metadata.icc).toEqual((await sharp(original).metadata()).icc)
    expect(await pixelsOf(written.bytes)).toBe(await pixelsOf(original))
    const unchanged = Buffer.from(written.bytes).subarray(8, original.length)
    expect(unchanged).toEqual(original.subarray(8))
    // Again with other facts: what it said before of them is gone from what readers see.
    const again = writePhoto(written.bytes, { ...facts, city: '东川县' }, now)
    expect((await sharp(again.bytes).metadata()).xmp?.toString('utf8')).not.toContain('河川县</')
  })
})

describe('a broken photo is left as it came', () => {
  const cut = async () => (await picture(300, 300).jpeg().toBuffer()).subarray(0, 2000)
  const cases: [what: string, bytes: () => Promise<Uint8Array>, extension: string, warning: RegExp][] = [
    ['a JPEG cut off', cut, '.jpg', /读不通/],
    ['only the head of a JPEG', async () => (await cut()).subarray(0, 40), '.jpg', /读不通/],
    ['a PNG cut off', async () => (await picture().png().toBuffer()).subarray(0, 90), '.png', /读不通/],
    ['a TIFF of four bytes', async () => latin('II*\0'), '.tif', /读不通/],
    ['a BigTIFF', async () => Uint8Array.of(0x49, 0x49, 0x2b, 0, 8, 0, 0, 0), '.tif', /读不通/],
    ['a text', async () => latin('<html>'), '.bin', /认不出/],
    ['nothing', async () => new Uint8Array(), '.bin', /认不出/],
  ]
  it.each(cases)('%s', async (_, make, extension, warning) => {
    const original = await make()
    const written = writePhoto(original, facts, now)
    expect(written.bytes).toBe(original)
    expect(written).toMatchObject({ extension, metadata: '未写入' })
    expect(written.warnings).toEqual([expect.stringMatching(warning)])
  })

  it('whatever the bytes are, it never throws', async () => {
    const seeds = await Promise.all([
      picture()
        .withExif({ IFD0: { Artist: 'a' } })
        .jpeg()
        .toBuffer(),
      picture().png().toBuffer(),
      picture().tiff().toBuffer(),
      withIim(dataset(25, latin('a'))),
    ])
    fc.assert(
      fc.property(
        fc.nat(seeds.length - 1),
        fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 6 }),
        fc.nat(3000),
        (seed, changes, length) => {
          const bytes = Uint8Array.from(seeds[seed] ?? [])
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          const written = writePhoto(bytes.subarray(0, length), facts, now)
          expect(written.bytes.length).toBeGreaterThanOrEqual(Math.min(length, bytes.length))
        },
      ),
      { numRuns: 400 },
    )
  })
})
