import { ptRect } from '../../../shared/page/paper'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Crop } from '../../../shared/page/layout'
import { aspectFor, corners, drawnCrop, keptCrop, movedCrop, scaledCrop } from './crop-shape'

const crop: Crop = { x: 0.2, y: 0.25, width: 0.5, height: 0.5 }

test.each([
  [{ width: 3000, height: 2000 }, ptRect(0, 0, 300, 200), 1],
  [{ width: 3000, height: 2000 }, ptRect(0, 0, 100, 100), 2 / 3],
  [{ width: 2000, height: 3000 }, ptRect(0, 0, 300, 200), 2.25],
])('a photo %o fills a place %o with a crop of %d', (photo, place, aspect) => {
  expect(aspectFor(photo, place)).toBeCloseTo(aspect)
})

describe('a crop', () => {
  test.each([
    [0.25, 0, { x: 0.45, y: 0.25 }],
    [1, 1, { x: 0.5, y: 0.5 }],
    [-1, -1, { x: 0, y: 0 }],
  ])('moves by %d, %d inside the picture', (dx, dy, at) => {
    expect(movedCrop(crop, dx, dy)).toEqual({ ...crop, ...at })
  })

  test('shrinks about its centre', () => {
    expect(scaledCrop(crop, 1, 0.5)).toEqual({ x: 0.325, y: 0.375, width: 0.25, height: 0.25 })
  })

  test('grows to the whole picture and no further', () => {
    expect(scaledCrop(crop, 1, 100)).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })

  test('follows its corner, the corner across stays', () => {
    expect(drawnCrop(crop, 1, 'se', 0.9, 0.5)).toEqual({ x: 0.2, y: 0.25, width: 0.7, height: 0.7 })
    const drawn = drawnCrop(crop, 1, 'nw', 0.5, 0.6)
    expect(drawn.x + drawn.width).toBeCloseTo(0.7)
    expect(drawn.y + drawn.height).toBeCloseTo(0.75)
    expect(drawn.width).toBeCloseTo(0.2)
  })

  test('keeps inside the picture and to its proportions, whatever a hand does', () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true })
    fc.assert(
      fc.property(
        fc.double({ min: 0.25, max: 4, noNaN: true }),
        fc.array(
          fc.oneof(
            fc.record({ corner: fc.constantFrom(...corners), x: share, y: share }),
            fc.record({ dx: share, dy: share }),
            fc.record({ factor: fc.double({ min: 0.1, max: 4, noNaN: true }) }),
          ),
          { maxLength: 12 },
        ),
        (aspect, acts) => {
          let now = scaledCrop(
            { x: 0, y: 0, width: Math.min(1, aspect), height: Math.min(1, 1 / aspect) },
            aspect,
            0.7,
          )
          for (const act of acts) {
            if ('corner' in act) now = drawnCrop(now, aspect, act.corner, act.x, act.y)
            else if ('factor' in act) now = scaledCrop(now, aspect, act.factor)
            else now = movedCrop(now, act.dx, act.dy)
            expect(now.width / now.height).toBeCloseTo(aspect, 6)
            const kept = keptCrop(now)
            expect(kept.x).toBeGreaterThanOrEqual(0)
            expect(kept.y).toBeGreaterThanOrEqual(0)
            expect(kept.width).toBeGreaterThan(0)
            expect(kept.height).toBeGreaterThan(0)
            expect(kept.x + kept.width).toBeLessThanOrEqual(1 + 1e-9)
            expect(kept.y + kept.height).toBeLessThanOrEqual(1 + 1e-9)
          }
        },
      ),
    )
  })
})
