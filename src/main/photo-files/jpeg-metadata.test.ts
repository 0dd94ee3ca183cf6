import fc from 'fast-check'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { escapeXml, xmlText } from './xml-text'
import { joined, latin, viewOf } from './bytes'
import {
  now,
  facts,
  noFacts,
  picture,
  pixelsOf,
  readBack,
  iimOf,
  dataset,
  withSegments,
  withIim,
  xmpSegment,
  descriptionOf,
} from './photos.testing'
import { readResources, resource, resourceSegments } from './image-resources'
import { joinJpeg, splitJpeg, type JpegSegment } from './jpeg-segments'
import { writePhoto } from './write-photo'

describe('a JPEG', () => {
  it('says the facts in IPTC and XMP, and every picture byte is the one that came', async () => {
    const original = await picture().jpeg({ quality: 90 }).toBuffer()
    const written = writePhoto(original, facts, now)
    expect(written).toMatchObject({ extension: '.jpg', metadata: 'IPTC、XMP', warnings: [] })
    const { iptc, dc, photoshop, xmp } = await readBack(written.bytes)
    expect(iptc).toMatchObject({
      ObjectName: '1042',
      Headline: '冬灌开闸',
      Caption: facts.caption,
      Byline: ['史婉', '董自军'],
      Credit: '史婉 董自军 摄',
      City: '河川县',
      DateCreated: '20250611',
    })
    expect(dc).toMatchObject({
      // exifr makes a number of what looks like one, and leaves entities as they stand.
      title: { lang: 'x-default', value: 1042 },
      description: { lang: 'x-default', value: escapeXml(facts.caption) },
      creator: ['史婉', '董自军'],
    })
    expect(photoshop).toMatchObject({ Headline: '冬灌开闸', Credit: '史婉 董自军 摄', City: '河川县' })
    expect(JSON.stringify([photoshop, xmp])).toContain('2025-06-11')
    expect(await pixelsOf(written.bytes)).toBe(await pixelsOf(original))
    expect(Buffer.from(splitJpeg(written.bytes)?.rest ?? [])).toEqual(
      Buffer.from(splitJpeg(original)?.rest ?? [1]),
    )
    // Written twice, it is the same: nothing grows with each hand-over.
    expect(Buffer.from(writePhoto(written.bytes, facts, now).bytes)).toEqual(Buffer.from(written.bytes))
  })

  it('says that its IPTC is UTF-8, and gives the digest that other programs compare', async () => {
    const { bytes } = writePhoto(await picture().jpeg().toBuffer(), facts, now)
    expect(iimOf(bytes)).toMatchObject({ '1:90': ['\u001b%G'], '2:0': ['\0\u0004'] })
    const { resources } = readResources(splitJpeg(bytes)?.segments ?? [])
    const iim = resources.find(({ id }) => id === 0x0404)?.data ?? new Uint8Array()
    const digest = resources.find(({ id }) => id === 0x0425)?.data
    expect(Buffer.from(digest ?? [])).toEqual(createHash('md5').update(iim).digest())
  })

  it('keeps EXIF with its orientation, the colour profile, comments and unknown segments', async () => {
    const exif = await picture()
      .withExif({ IFD0: { Artist: 'Camera' } })
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const parts = splitJpeg(exif)
    const extra = [
      { marker: 0xfe, data: latin('a comment'), at: null },
      { marker: 0xeb, data: latin('JP of somebody'), at: null },
    ]
    const original = joinJpeg([...(parts?.segments ?? []), ...extra], parts?.rest ?? new Uint8Array())
    const { bytes } = writePhoto(original, facts, now)
    const before = (splitJpeg(original)?.segments ?? []).map(({ marker, data }) => [
      marker,
      Buffer.from(data),
    ])
    const after = (splitJpeg(bytes)?.segments ?? []).map(({ marker, data }) => [marker, Buffer.from(data)])
    const own = after.filter(([, data]) =>
      /^(Photoshop 3\.0|http:\/\/ns\.adobe\.com\/xap)/.test(String(data)),
    )
    expect(own).toHaveLength(2)
    expect(after.filter(segment => !own.includes(segment))).toEqual(before)
    const read = await readBack(bytes)
    expect(read.ifd0).toMatchObject({ Artist: 'Camera', Orientation: 6 })
    expect((await sharp(bytes).metadata()).icc).toEqual((await sharp(exif).metadata()).icc)
  })

  it('keeps IPTC fields that it does not set, and other resources of Photoshop', async () => {
    const path = resource(0x07d0, latin('a clipping path'))
    const original = await withSegments(
      ...resourceSegments([
        path,
        resource(
          0x0404,
          joined([
            dataset(90, Uint8Array.of(0x1b, 0x25, 0x47), 1),
            dataset(0, Uint8Array.of(0, 2)),
            dataset(25, Buffer.from('冬灌')),
            dataset(25, Buffer.from('水利')),
            dataset(116, Buffer.from('© 河川报')),
            dataset(120, Buffer.from('旧图说')),
          ]),
        ),
      ]),
    )
    const { bytes, warnings } = writePhoto(original, { ...facts, city: '' }, now)
    expect(warnings).toEqual([])
    expect(iimOf(bytes)).toMatchObject({
      '2:0': ['\0\u0002'],
      '2:25': ['冬灌', '水利'],
      '2:116': ['© 河川报'],
      '2:120': [facts.caption],
    })
    expect(iimOf(bytes)).not.toHaveProperty('2:90')
    const kept = readResources(splitJpeg(bytes)?.segments ?? []).resources.find(({ id }) => id === 0x07d0)
    expect(Buffer.from(kept?.data ?? [])).toEqual(Buffer.from(path.data))
  })

  const gbk = Uint8Array.of(0xba, 0xd3, 0xb4, 0xa8) // 河川
  const legacy: [what: string, keyword: Uint8Array, read: string][] = [
    ['GBK without a word about it', gbk, '河川'],
    ['UTF-8 without a word about it', Buffer.from('河川'), '河川'],
    ['Latin-1', Uint8Array.of(0x43, 0x61, 0x66, 0xe9), 'Café'],
  ]
  it.each(legacy)('reads %s', async (_, keyword, read) => {
    const { bytes } = writePhoto(await withIim(dataset(25, keyword)), facts, now)
    expect(iimOf(bytes)['2:25']).toEqual([read])
  })

  it('keeps XMP properties that it does not set, as elements and as attributes', async () => {
    const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        ps:City="旧县" ps:Source="通讯员" xmp:Rating="4">
        <dc:creator><rdf:Seq><rdf:li>旧人</rdf:li></rdf:Seq></dc:creator>
        <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 河川报</rdf:li></rdf:Alt></dc:rights>
      </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
    const { bytes, warnings } = writePhoto(await withSegments(xmpSegment(packet)), facts, now)
    expect(warnings).toEqual([])
    const text = Buffer.from(bytes).toString('utf8')
    for (const gone of ['旧县', '旧人']) expect(text).not.toContain(gone)
    // exifr names a space by its prefix; this packet has two for Photoshop's.
    const { dc, photoshop, ps, xmp } = await readBack(bytes)
    expect(dc).toMatchObject({ creator: ['史婉', '董自军'], rights: { value: '© 河川报' } })
    expect(photoshop).toMatchObject({ City: '河川县' })
    expect(ps).toEqual({ Source: '通讯员' })
    expect(xmp).toMatchObject({ Rating: 4 })
    expect(text.match(/<rdf:RDF/g)).toHaveLength(1)
  })

  it.each([
    ['broken XML', '<x:xmpmeta'],
    ['XML that names entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['other XML', '<a/>'],
  ])('replaces %s and says so', async (_, packet) => {
    const { bytes, warnings } = writePhoto(await withSegments(xmpSegment(packet)), facts, now)
    expect(warnings).toEqual(['原有的 XMP 读不懂，已换成新的'])
    expect((await readBack(bytes)).photoshop).toMatchObject({ City: '河川县' })
  })

  it('leaves XMP alone that has no room for the facts', async () => {
    const filler = `<p:a>${'x'.repeat(65_000)}</p:a>`
    const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:p="urn:p">${filler}</rdf:Description></rdf:RDF></x:xmpmeta>`
    const original = await withSegments(xmpSegment(packet))
    const { bytes, warnings } = writePhoto(original, facts, now)
    expect(warnings).toEqual(['原有的 XMP 太大，没有改动，说明只写在 IPTC 里'])
    expect(Buffer.from(bytes).includes(filler)).toBe(true)
    expect(iimOf(bytes)['2:120']).toEqual([facts.caption])
  })

  it('carries a resource over the border of two segments', async () => {
    const large = resource(
      0x040c,
      new Uint8Array(150_001).map((_, at) => at % 251),
    )
    const { bytes } = writePhoto(await withSegments(...resourceSegments([large])), facts, now)
    const { resources, broken } = readResources(splitJpeg(bytes)?.segments ?? [])
    expect(broken).toBe(false)
    const kept = resources.find(({ id }) => id === 0x040c)
    expect(
      createHash('md5')
        .update(kept?.data ?? '')
        .digest(),
    ).toEqual(createHash('md5').update(large.data).digest())
    expect((await readBack(bytes)).iptc).toMatchObject({ City: '河川县' })
  })

  it('bounds long words in IPTC at a character, and has all of them in XMP', async () => {
    const caption = `x${'水'.repeat(1000)}`
    const { bytes, warnings } = writePhoto(await picture().jpeg().toBuffer(), { ...facts, caption }, now)
    expect(iimOf(bytes)['2:120']).toEqual([`x${'水'.repeat(666)}`])
    expect((await readBack(bytes)).dc).toMatchObject({ description: { value: caption } })
    expect(warnings).toEqual(['图说太长，IPTC 里只到 2000 字节，XMP 里是全文'])
  })

  it('finds the second picture of a phone where it then stands', async () => {
    const first = await picture().jpeg().toBuffer()
    const second = await picture(11, 7).jpeg().toBuffer()
    // MPF: header, one directory with the entry list, two entries of 16 bytes.
    const body = new Uint8Array(8 + 2 + 12 + 4 + 32)
    const view = viewOf(body)
    body.set(latin('MM\0*'))
    view.setUint32(4, 8)
    view.setUint16(8, 1)
    view.setUint16(10, 0xb002)
    view.setUint16(12, 7)
    view.setUint32(14, 32)
    view.setUint32(18, 26)
    const parts = splitJpeg(first)
    const segments = (mpf: Uint8Array): JpegSegment[] => [
      ...(parts?.segments ?? []),
      { marker: 0xe2, data: joined([latin('MPF\0'), mpf]), at: null },
    ]
    const firstLength = joinJpeg(segments(body), parts?.rest ?? new Uint8Array()).length
    const bodyAt = (file: Uint8Array) => Buffer.from(file).indexOf('MPF\0') + 4
    view.setUint32(26 + 4, firstLength)
    view.setUint32(26 + 16 + 4, second.length)
    const unmoved = joinJpeg(segments(body), parts?.rest ?? new Uint8Array())
    view.setUint32(26 + 16 + 8, firstLength - bodyAt(unmoved))
    const original = joined([joinJpeg(segments(body), parts?.rest ?? new Uint8Array()), second])

    const { bytes } = writePhoto(original, facts, now)
    const at = bodyAt(bytes)
    const size = viewOf(bytes).getUint32(at + 26 + 4)
    const place = at + viewOf(bytes).getUint32(at + 26 + 16 + 8)
    expect(size).toBe(bytes.length - second.length)
    expect(Buffer.from(bytes.subarray(place))).toEqual(second)
    expect(await pixelsOf(bytes)).toBe(await pixelsOf(first))
  })

  it('in CMYK stays what it was', async () => {
    const original = await picture().toColourspace('cmyk').jpeg().toBuffer()
    const { bytes } = writePhoto(original, facts, now)
    expect((await sharp(bytes).metadata()).space).toBe('cmyk')
    expect(await pixelsOf(bytes)).toBe(await pixelsOf(original))
  })
})

describe('facts', () => {
  it('that are not there change nothing of what the file says', async () => {
    const original = await withIim(dataset(5, latin('old')), dataset(80, latin('somebody')))
    const { bytes } = writePhoto(original, noFacts, now)
    expect(iimOf(bytes)).toMatchObject({ '2:5': ['old'], '2:80': ['somebody'] })
  })

  it('of any text come back from XMP and, within the bounds, from IPTC', async () => {
    const jpeg = await picture().jpeg().toBuffer()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 900 }), caption => {
        const { bytes } = writePhoto(jpeg, { ...noFacts, caption }, now)
        const iptc = iimOf(bytes)['2:120']?.[0] ?? ''
        expect(caption.toWellFormed().replace(/\0/g, '').startsWith(iptc)).toBe(true)
        expect(Buffer.byteLength(iptc)).toBeLessThanOrEqual(2000)
        expect(descriptionOf(bytes)).toBe(xmlText(caption).replace(/\r\n?/g, '\n'))
      }),
      { numRuns: 200 },
    )
  })
})
