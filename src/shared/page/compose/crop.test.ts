import { pt } from '../sizes'
import { describe, expect, test } from 'vitest'
import type { Crop } from '../layout'
import { cropOf, ppiOf } from './crop'

const crop = (x: number, y: number, width: number, height: number): Crop => ({ x, y, width, height })
const wide = { width: 3000, height: 2000 }
const tall = { width: 2000, height: 3000 }

describe('what of a photo shows', () => {
  test.each<[string, { width: number; height: number }, [number, number], Crop | null, Crop]>([
    ['all of it where the place has its proportions', wide, [300, 200], null, crop(0, 0, 1, 1)],
    ['its middle in a square', wide, [200, 200], null, crop(1 / 6, 0, 2 / 3, 1)],
    ['less off its head than off its foot', tall, [200, 200], null, crop(0, 0.4 / 3, 1, 2 / 3)],
    ['the part that was chosen', wide, [300, 200], crop(0.25, 0.5, 0.5, 0.5), crop(0.25, 0.5, 0.5, 0.5)],
    ['the middle of the part', wide, [200, 200], crop(0, 0, 0.6, 0.6), crop(0.1, 0, 0.4, 0.6)],
    ['no more than the photo has', wide, [300, 200], crop(0.5, 0.5, 1, 1), crop(0.5, 0.5, 0.5, 0.5)],
    ['all of it where the part is empty', wide, [300, 200], crop(1, 0, 1, 1), crop(0, 0, 1, 1)],
    ['all of it while it is only announced', { width: 0, height: 0 }, [300, 200], null, crop(0, 0, 1, 1)],
    ['all of it in no place', wide, [0, 200], null, crop(0, 0, 1, 1)],
  ])('%s', (_, photo, [width, height], chosen, shown) => {
    const own = cropOf(photo, { width: pt(width), height: pt(height) }, chosen)
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(own[side]).toBeCloseTo(shown[side])
  })
})

describe('pixels an inch at its size on the page', () => {
  const image = 'a'.repeat(64)
  test.each<[string, string | null, number, number, number, number | null]>([
    ['all of a photo', image, 3000, 1, 360, 600],
    ['half of one', image, 3000, 0.5, 360, 300],
    ['larger on the page', image, 3000, 1, 720, 300],
    ['only announced', null, 3000, 1, 360, null],
    ['of unknown size', image, 0, 1, 360, null],
    ['in no place', image, 3000, 1, 0, null],
  ])('%s', (_, own, width, share, points, ppi) => {
    expect(ppiOf({ image: own, width }, crop(0, 0, share, 1), { width: pt(points) })).toBe(ppi)
  })
})
