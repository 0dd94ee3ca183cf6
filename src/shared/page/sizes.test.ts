import { describe, expect, it } from 'vitest'
import { em } from '../typeset'
import { geometryOf, paperOf, ptRect, spanMeasure } from './paper'
import { ems, emsToPt, mm, mmToPt, pt, ptToMm, type Em, type Mm, type Pt } from './sizes'

describe('lengths', () => {
  it('are turned from one unit into another', () => {
    expect(mmToPt(mm(25.4))).toBe(72)
    expect(ptToMm(pt(72))).toBe(25.4)
    expect(emsToPt(ems(11), pt(9.75))).toBe(107.25)
  })

  // What does not compile is the assertion here: `tsc -p src/main` reads this file.
  it('are taken for no other, nor a bare number for any of them', () => {
    const { width, bodySize, measure } = paperOf('tabloid-6x11')
    const takesPt = (length: Pt) => length
    const takesMm = (length: Mm) => length
    const takesEm = (length: Em) => length
    const refused = [
      // @ts-expect-error millimetres of paper are no points
      takesPt(width),
      // @ts-expect-error nor can they be called so
      pt(width),
      // @ts-expect-error ems of the body are no points
      takesPt(measure),
      // @ts-expect-error the setter's thousandths are no ems of the body
      takesEm(em(11)),
      // @ts-expect-error nor points
      takesPt(em(11)),
      // @ts-expect-error points are no millimetres
      takesMm(bodySize),
      // @ts-expect-error nor ems
      takesEm(bodySize),
      // @ts-expect-error a bare number says no unit
      takesPt(9.75),
      // @ts-expect-error a product is bare until its unit is named
      takesPt(measure * bodySize),
      // @ts-expect-error a rectangle of the page is in points
      ptRect(0, 0, 275, 390).width satisfies Mm,
      // @ts-expect-error a length that is points already is not turned again
      mmToPt(geometryOf(paperOf('tabloid-6x11')).width),
      // @ts-expect-error a measure is not asked in points
      takesPt(spanMeasure(paperOf('tabloid-6x11'), 2)),
    ]
    expect(refused.every(Number.isFinite)).toBe(true)
    expect([takesPt(pt(measure * bodySize)), takesMm(width), takesEm(measure)]).toEqual([107.25, 275, 11])
  })
})
