/** Seeded random numbers (mulberry32): the same seed draws the same picture. */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A value in [0, 1) for a point of the integer lattice. */
function lattice(x, y, seed) {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 1442695041)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** Smooth value noise in [0, 1). */
export function noise(x, y, seed = 1) {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const u = fx * fx * (3 - 2 * fx)
  const v = fy * fy * (3 - 2 * fy)
  const top = lattice(ix, iy, seed) * (1 - u) + lattice(ix + 1, iy, seed) * u
  const low = lattice(ix, iy + 1, seed) * (1 - u) + lattice(ix + 1, iy + 1, seed) * u
  return top * (1 - v) + low * v
}

/** Octaves of noise, each half as strong and twice as fine; in [0, 1). */
export function clouds(x, y, octaves = 5, seed = 1) {
  let sum = 0
  let weight = 0.5
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y, seed + octave) * weight
    // Each octave is turned as well, so that the lattice does not show.
    ;[x, y] = [1.62 * x + 1.22 * y + 17.1, 1.62 * y - 1.22 * x + 5.7]
    weight /= 2
  }
  return sum / (1 - 2 ** -octaves)
}

/** Noise folded at its middle: crests, as on mountains; in [0, 1). */
export function ridges(x, y, octaves = 6, seed = 1) {
  let sum = 0
  let weight = 0.5
  let carry = 1
  for (let octave = 0; octave < octaves; octave++) {
    const crest = (1 - Math.abs(noise(x, y, seed + octave) * 2 - 1)) ** 2
    sum += crest * weight * carry
    carry = Math.min(1, crest * 1.6)
    ;[x, y] = [1.66 * x + 1.24 * y + 31.4, 1.66 * y - 1.24 * x + 11.9]
    weight /= 2
  }
  return sum
}
