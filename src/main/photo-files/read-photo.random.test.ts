import fc from 'fast-check'
import iconv from 'iconv-lite'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cases } from '../../shared/random.testing'
import { mutated, mutation } from './damage.testing'
import { jpegWithFacts } from './jpeg-metadata'
import { dataset, facts, now, withIim } from './photos.testing'
import { readPhotoFacts } from './read-photo'

const gbk = (text: string) => iconv.encode(text, 'gbk')
const iim = [
  dataset(120, gbk('6月11日，总干渠放水。')),
  dataset(80, gbk('史婉')),
  dataset(80, gbk('董自军')),
  dataset(110, gbk('县融媒体中心')),
  dataset(115, gbk('县水利局')),
  dataset(90, gbk('河川县')),
  dataset(55, gbk('20250611')),
  dataset(40, gbk('只用于头版')),
]

test('no damage to the file or its blocks makes it throw or hang', async () => {
  const file = Buffer.from(jpegWithFacts(await withIim(...iim), { ...facts }, now)!.bytes)
  const { xmp, iptc } = await sharp(file).metadata()
  expect(xmp && iptc).toBeTruthy()
  const none = new Uint8Array(0)
  // Mostly one alone: XMP stands before the others, and takes most of the time.
  const part = fc.constantFrom('file', 'file', 'iptc', 'iptc', 'xmp', 'all')
  await fc.assert(
    fc.asyncProperty(part, mutation, async (damaged, changes) => {
      const isIn = (one: string) => damaged === one || damaged === 'all'
      const found = await readPhotoFacts(isIn('file') ? mutated(file, changes) : none, {
        ...(isIn('xmp') && xmp ? { xmp: Buffer.from(mutated(xmp, changes)) } : {}),
        ...(isIn('iptc') && iptc ? { iptc: Buffer.from(mutated(iptc, changes)) } : {}),
      })
      const texts = [found.caption, found.credit, found.source, found.city, found.instructions]
      return texts.every(text => !/[\0\ufffd]/u.test(text))
    }),
    { numRuns: cases(10_000) },
  )
})
