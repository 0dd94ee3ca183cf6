import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { withDensity } from './png-density'

describe('withDensity', () => {
  test.each([72, 150, 200, 300, 400])('a reader finds %i pixels an inch, and the same pixels', async ppi => {
    const create = { width: 4, height: 3, channels: 3 as const, background: '#c0311e' }
    const bytes = await sharp({ create }).png().toBuffer()
    const set = await withDensity(new Blob([new Uint8Array(bytes)]), ppi)
    const read = sharp(Buffer.from(await set.arrayBuffer()))
    expect((await read.metadata()).density).toBe(ppi)
    expect(await read.raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer())
  })

  test('what is no PNG stays as it is', async () => {
    const other = new Blob(['这不是图片，也比文件头短'])
    expect(await withDensity(other, 300)).toBe(other)
  })
})
