import iconv from 'iconv-lite'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { dataset, facts, noFacts, now, picture, withIim, withSegments, xmpSegment } from './photos.testing'
import { jpegWithFacts } from './jpeg-metadata'
import { pngWithFacts } from './png-metadata'
import { tiffWithFacts } from './tiff-metadata'
import { dateOf, readPhotoFacts, type ReadPhotoFacts } from './read-photo'

const read = async (bytes: Uint8Array) =>
  readPhotoFacts(bytes, await sharp(bytes, { failOn: 'none' }).metadata())

const nothing: ReadPhotoFacts = {
  caption: '',
  photographers: [],
  credit: '',
  source: '',
  city: '',
  date: null,
  instructions: '',
}
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const gbk = (text: string) => iconv.encode(text, 'gbk')
const marker = dataset(90, Uint8Array.of(0x1b, 0x25, 0x47), 1)
const iim = (encode: (text: string) => Uint8Array) => [
  dataset(120, encode('6月11日，总干渠放水。')),
  dataset(80, encode('史婉')),
  dataset(80, encode('董自军')),
  dataset(110, encode('县融媒体中心')),
  dataset(115, encode('县水利局')),
  dataset(90, encode('河川县')),
  dataset(55, encode('20250611')),
  dataset(40, encode('只用于头版')),
]
const inChinese: ReadPhotoFacts = {
  caption: '6月11日，总干渠放水。',
  photographers: ['史婉', '董自军'],
  credit: '县融媒体中心',
  source: '县水利局',
  city: '河川县',
  date: '2025-06-11',
  instructions: '只用于头版',
}
const packet = (properties: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${properties}</rdf:RDF></x:xmpmeta>`
const description = (attributes: string, inside = '') =>
  packet(`<rdf:Description rdf:about="" ${attributes}>${inside}</rdf:Description>`)
const withXmp = (text: string) => withSegments(xmpSegment(text))

/** A TIFF block, little end first, whose first directory has a description and an artist. */
function exif(description: Uint8Array, artist: Uint8Array): Buffer {
  const texts = [description, artist].map(text => Buffer.concat([text, Buffer.alloc(5)]))
  const head = Buffer.alloc(8 + 2 + 2 * 12 + 4)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(2, 8)
  let at = head.length
  for (const [index, tag] of [270, 315].entries()) {
    const entry = 10 + index * 12
    head.writeUInt16LE(tag, entry)
    head.writeUInt16LE(2, entry + 2)
    head.writeUInt32LE(texts[index]!.length, entry + 4)
    head.writeUInt32LE(at, entry + 8)
    at += texts[index]!.length
  }
  return Buffer.concat([head, ...texts])
}

const withExif = (block: Buffer) =>
  withSegments({ marker: 0xe1, data: Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]) })

test.each<[what: string, make: () => Promise<Uint8Array>, expected: Partial<ReadPhotoFacts>]>([
  ['a picture that says nothing', () => picture().jpeg().toBuffer(), {}],
  ['IPTC in UTF-8 with its mark', () => withIim(marker, ...iim(utf8)), inChinese],
  ['IPTC in UTF-8 without its mark', () => withIim(...iim(utf8)), inChinese],
  ['IPTC in GBK', () => withIim(...iim(gbk)), inChinese],
  [
    'GBK that could be UTF-8, beside what cannot',
    () => withIim(dataset(120, gbk('联通')), dataset(90, gbk('河川县'))),
    { caption: '联通', city: '河川县' },
  ],
  [
    'a mark that lies: the bytes are GBK',
    () => withIim(marker, dataset(90, Buffer.from('caf\xe9', 'latin1'))),
    { city: 'caf' },
  ],
  [
    'GBK cut inside a character',
    () => withIim(dataset(120, gbk('竹溪县渠首村开闸').subarray(0, -1)), dataset(80, gbk('陶禾'))),
    { caption: '竹溪县渠首村开', photographers: ['陶禾'] },
  ],
  [
    'UTF-8 cut inside a character, with its mark and without',
    () => withIim(marker, dataset(120, utf8('竹溪县渠首村开闸').subarray(0, -2)), dataset(80, utf8('陶禾'))),
    { caption: '竹溪县渠首村开', photographers: ['陶禾'] },
  ],
  [
    'UTF-8 cut inside a character without its mark',
    () => withIim(dataset(120, utf8('竹溪县渠首村开闸').subarray(0, -1))),
    { caption: '竹溪县渠首村开' },
  ],
  [
    'a mark of UTF-8 over GBK',
    () => withIim(marker, dataset(120, gbk('渠首村开闸放水。')), dataset(80, gbk('陶禾'))),
    { caption: '渠首村开闸放水。', photographers: ['陶禾'] },
  ],
  [
    'a mark of UTF-8 over GBK that was cut',
    () => withIim(marker, dataset(120, gbk('渠首村开闸放水。').subarray(0, -1))),
    { caption: '渠首村开闸放水' },
  ],
  [
    'IPTC in Latin-1',
    () => withIim(dataset(80, Buffer.from('Jos\xe9', 'latin1'))),
    { photographers: ['José'] },
  ],
  [
    'XMP in attributes',
    () =>
      withXmp(
        description(
          'photoshop:City="河川县" photoshop:DateCreated="2025-06-11T08:30:00+08:00" photoshop:Instructions="只用于头版"',
        ),
      ),
    { city: '河川县', date: '2025-06-11', instructions: '只用于头版' },
  ],
  [
    'XMP in elements, with entities',
    () =>
      withXmp(
        description(
          '',
          '<dc:creator><rdf:Seq><rdf:li>史婉</rdf:li><rdf:li>董自军</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>A&amp;B</photoshop:Credit>',
        ),
      ),
    { photographers: ['史婉', '董自军'], credit: 'A&B' },
  ],
  [
    'a caption in two languages',
    () =>
      withXmp(
        description(
          '',
          '<dc:description><rdf:Alt><rdf:li xml:lang="en">Water</rdf:li><rdf:li xml:lang="x-default">Water.</rdf:li><rdf:li xml:lang="zh-CN">放水</rdf:li></rdf:Alt></dc:description>',
        ),
      ),
    { caption: '放水' },
  ],
  [
    'a property in a second description',
    () =>
      withXmp(
        packet('<rdf:Description rdf:about=""/><rdf:Description rdf:about="" photoshop:City="河川县"/>'),
      ),
    { city: '河川县' },
  ],
  ['XMP that is no XML', () => withXmp('<x:xmpmeta'), {}],
  [
    'entities that grow',
    () => withXmp(`<!DOCTYPE x [<!ENTITY a "河川县">]>${description('photoshop:City="&a;"')}`),
    {},
  ],
  [
    'GBK taken for Latin letters',
    () => withXmp(description(`photoshop:City="${Buffer.from(gbk('新华社')).toString('latin1')}"`)),
    { city: '新华社' },
  ],
  [
    'UTF-8 taken for Latin letters',
    () => withXmp(description(`photoshop:City="${new TextDecoder('windows-1252').decode(utf8('河川县'))}"`)),
    { city: '河川县' },
  ],
  [
    'a German name',
    () => withXmp(description('photoshop:City="Düsseldorf Übersee"')),
    { city: 'Düsseldorf Übersee' },
  ],
  [
    'what the camera knows',
    () =>
      picture()
        .withExif({ IFD0: { Artist: 'Shi Wan' }, IFD2: { DateTimeOriginal: '2025:06:11 08:30:00' } })
        .jpeg()
        .toBuffer(),
    { photographers: ['Shi Wan'], date: '2025-06-11' },
  ],
  [
    'EXIF in GBK',
    () => withExif(exif(gbk('渠首村开闸放水。'), gbk('陶禾'))),
    { caption: '渠首村开闸放水。', photographers: ['陶禾'] },
  ],
  [
    'EXIF in UTF-8',
    () => withExif(exif(utf8('渠首村开闸放水。'), utf8('陶禾'))),
    { caption: '渠首村开闸放水。', photographers: ['陶禾'] },
  ],
  [
    'EXIF in GBK that was cut',
    () => withExif(exif(gbk('渠首村开闸').subarray(0, -1), gbk('陶禾'))),
    { caption: '渠首村开', photographers: ['陶禾'] },
  ],
  [
    'EXIF in Latin-1',
    () => withExif(exif(Buffer.from('Jos\xe9', 'latin1'), Buffer.from('Zo\xeb', 'latin1'))),
    { caption: 'José', photographers: ['Zoë'] },
  ],
  [
    'EXIF with question marks for words',
    () => withExif(exif(Buffer.from('??????'), utf8('陶禾'))),
    { photographers: ['陶禾'] },
  ],
  ['EXIF that leads out of itself', () => withExif(exif(utf8('渠首'), utf8('陶禾')).subarray(0, 20)), {}],
  [
    'our own JPEG',
    async () => jpegWithFacts(await picture().jpeg().toBuffer(), facts, now)!.bytes,
    {
      caption: facts.caption,
      photographers: facts.photographers,
      credit: facts.credit,
      city: facts.city,
      date: facts.date,
    },
  ],
  [
    'our own TIFF',
    async () => tiffWithFacts(await picture().tiff().toBuffer(), facts, now)!.bytes,
    {
      caption: facts.caption,
      photographers: facts.photographers,
      credit: facts.credit,
      city: facts.city,
      date: facts.date,
    },
  ],
  [
    'our own PNG',
    async () => pngWithFacts(await picture().png().toBuffer(), facts, now)!.bytes,
    {
      caption: facts.caption,
      photographers: facts.photographers,
      credit: facts.credit,
      city: facts.city,
      date: facts.date,
    },
  ],
  [
    'XMP where IPTC says otherwise',
    async () => {
      const both = jpegWithFacts(
        await withIim(marker, dataset(90, utf8('旧县'))),
        { ...noFacts, caption: '放水' },
        now,
      )!.bytes
      return both
    },
    { caption: '放水', city: '旧县' },
  ],
])('%s', async (_, make, expected) => {
  expect(await read(await make())).toEqual({ ...nothing, ...expected })
})

test('XMP goes before IPTC, field by field', async () => {
  const base = await withIim(marker, ...iim(utf8))
  const xmp = await sharp(base).metadata()
  const found = await readPhotoFacts(base, { ...xmp, xmp: Buffer.from(description('photoshop:City="新县"')) })
  expect(found).toEqual({ ...inChinese, city: '新县' })
})

test.each([
  ['20250611', '2025-06-11'],
  ['2025-06-11', '2025-06-11'],
  ['2025-06-11T23:59:59-08:00', '2025-06-11'],
  ['2025:06:11 08:30:00', '2025-06-11'],
  ['20250600', null],
  ['20250230', null],
  ['00000000', null],
  ['0000:00:00 00:00:00', null],
  ['昨天', null],
  ['', null],
  [undefined, null],
] as const)('the date %j is %j', (text, expected) => expect(dateOf(text)).toBe(expected))
