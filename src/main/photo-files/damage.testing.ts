import fc from 'fast-check'

/** For tests only: damaged files. */

/** Stretches of bytes written over, taken out, doubled or cut off. */
export const mutation = fc.array(
  fc.record({
    how: fc.constantFrom('over', 'out', 'twice', 'cut'),
    at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    length: fc.nat({ max: 24 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 6 },
)
export type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

/** A file with damage done to it. */
export function mutated(file: Uint8Array, changes: Mutation): Uint8Array {
  let bytes = Buffer.from(file)
  for (const { how, at, length, bytes: put } of changes) {
    const from = Math.floor(at * bytes.length)
    const [before, stretch, after] = [
      bytes.subarray(0, from),
      bytes.subarray(from, from + length),
      bytes.subarray(from + length),
    ]
    if (how === 'over') bytes = Buffer.concat([before, put, bytes.subarray(from + put.length)])
    else if (how === 'out') bytes = Buffer.concat([before, after])
    else if (how === 'twice') bytes = Buffer.concat([before, stretch, stretch, after])
    else bytes = Buffer.from(before)
  }
  return new Uint8Array(bytes)
}
