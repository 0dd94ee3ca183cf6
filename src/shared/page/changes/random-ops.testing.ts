import fc from 'fast-check'
import { adFrameDefaults, headDefaults, storyFrameDefaults } from '../frame-defaults'
import { papers } from '../paper'
import type { Frame } from '../layout'
import type { PageOp } from './page-op'

/** Random frames and ops for tests: few ids, so that ops often speak of the same frame, or of one that is gone. */

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const place = fc.record({
  column: fc.integer({ min: 0, max: 5 }),
  row: fc.integer({ min: 0, max: 75 }),
  columnSpan: fc.integer({ min: 1, max: 6 }),
  rowSpan: fc.integer({ min: 1, max: 40 }),
})

export const anyFrame: fc.Arbitrary<Frame> = fc.oneof(
  fc
    .record({
      id,
      place,
      storyId: fc.constantFrom('s1', 's2', null),
      columns: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ place, ...rest }): Frame => ({ ...storyFrameDefaults, ...place, ...rest })),
  fc.record({ id, place }).map(({ id, place }): Frame => ({ ...adFrameDefaults, ...place, id })),
)

const fields = fc.oneof(
  place.map(one => ({ ...one })),
  fc.record({ boxed: fc.boolean() }),
  fc.record({ looseness: fc.integer({ min: -25, max: 25 }) }),
  fc.constant({ id: 'x', kind: 'ad' }),
  fc.constant({ nonsense: { deep: [1, null] } }),
  fc.constantFrom('一号', '小初', '不是字号').map(size => ({ head: { ...headDefaults, size } })),
)

const key = fc.constantFrom('k1', 'k2')

export const anyOp: fc.Arbitrary<PageOp> = fc.oneof(
  fc.record({ op: fc.constant('add' as const), frame: anyFrame, before: fc.option(id) }),
  fc.record({ op: fc.constant('remove' as const), frameId: id }),
  fc.record({ op: fc.constant('set' as const), frameId: id, fields }) as fc.Arbitrary<PageOp>,
  fc.record({ op: fc.constant('order' as const), frameId: id, before: fc.option(id) }),
  fc.record({ op: fc.constant('paper' as const), paper: fc.constantFrom(...papers) }),
  fc
    .record({ key, reason: fc.constantFrom('版面要求', '领导定的') })
    .map((one): PageOp => ({ op: 'ignore', fault: { ...one, by: 'p', at: '2026-11-24T10:00:00.000Z' } })),
  fc.record({ op: fc.constant('heed' as const), key }),
)

export const anyOps = fc.array(anyOp, { minLength: 1, maxLength: 12 })
