import { pt } from '../../shared/page/sizes'
import { ptRect } from '../../shared/page/paper'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { held, scaleOf, stepped, trueSize, wheeled, windowOf } from './zoom'

const page = { width: pt(780), height: pt(1106) }

describe('the scale', () => {
  it.each<[string, Parameters<typeof scaleOf>, number]>([
    ['fits the height of a wide room', ['fit', page, { width: 2000, height: 593 }], 553 / 1106],
    ['fits the width of a high room', ['fit', page, { width: 438, height: 2000 }], 0.5],
    ['never goes below a tenth', ['fit', page, { width: 60, height: 60 }], 0.1 * trueSize],
    ['is 96 dots an inch at true size', [1, page, { width: 10, height: 10 }], 96 / 72],
  ])('%s', (_, asked, expected) => {
    expect(scaleOf(...asked)).toBeCloseTo(expected, 9)
  })

  it.each([
    [0.45, 1, 0.5],
    [0.5, 1, 0.75],
    [1, -1, 0.75],
    [0.98, 1, 1],
    [4, 1, 4],
    [3.2, 1, 4],
    [0.2, -1, 0.2],
  ] as const)('steps from %d by %i to %d', (share, way, expected) => {
    expect(stepped(share * trueSize, way)).toBeCloseTo(expected, 9)
  })

  it('turns by the wheel there and back, between 10% and 400%', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        fc.integer({ min: -300, max: 300 }),
        (share, delta) => {
          const there = wheeled(share * trueSize, delta)
          expect(wheeled(there * trueSize, -delta)).toBeCloseTo(share, 6)
          expect(held(there)).toBe(there)
        },
      ),
    )
    expect(wheeled(4 * trueSize, -900)).toBe(4)
    expect(wheeled(0.1 * trueSize, 900)).toBe(0.1)
  })
})

describe('the part that is painted', () => {
  const visible = ptRect(100, 200, 120, 90)

  it('is the whole page while that is affordable', () => {
    expect(windowOf(page, visible, 2, null)).toEqual({ x: 0, y: 0, ...page })
  })

  it('is kept while it holds what shows', () => {
    const first = windowOf(page, visible, 10.6, null)
    expect(windowOf(page, ptRect(140, 230, 120, 90), 10.6, first)).toBe(first)
    expect(windowOf(page, ptRect(300, 200, 120, 90), 10.6, first)).not.toBe(first)
  })

  it('always holds what shows of the page, and lies on it', () => {
    const coordinate = fc.double({ min: -300, max: 1300, noNaN: true })
    const length = fc.double({ min: 10, max: 500, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({ x: coordinate, y: coordinate, width: length, height: length }),
        fc.double({ min: 3.3, max: 11, noNaN: true }),
        (place, scale) => {
          const shown = ptRect(place.x, place.y, place.width, place.height)
          const window = windowOf(page, shown, scale, null)
          const right = window.x + window.width
          const foot = window.y + window.height
          expect(window.x).toBeGreaterThanOrEqual(0)
          expect(window.y).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThanOrEqual(page.width + 0.01)
          expect(foot).toBeLessThanOrEqual(page.height + 0.01)
          const isOn =
            shown.x < page.width &&
            shown.y < page.height &&
            shown.x + shown.width > 0 &&
            shown.y + shown.height > 0
          const holds =
            window.x <= Math.max(0, shown.x) + 0.01 &&
            window.y <= Math.max(0, shown.y) + 0.01 &&
            right >= Math.min(page.width, shown.x + shown.width) - 0.01 &&
            foot >= Math.min(page.height, shown.y + shown.height) - 0.01
          expect(!isOn || holds).toBe(true)
        },
      ),
    )
  })
})
