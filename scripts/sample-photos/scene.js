/**
 * What the tracer draws: boxes, ellipsoids and leaves (flat ellipses), flat lamps, a sun, a sky. Surfaces are
 * matt, glossy or clear glass. Lengths are metres, y points up.
 *
 * A material: { colour: [r, g, b] | (x, y, z, nx, ny, nz) => [r, g, b], emit, gloss, rough, glass };
 * `emit` is a colour, or a function of the place for what shines without lighting others.
 */
export const BOX = 0
export const BALL = 1
export const LEAF = 2

export class Scene {
  constructor() {
    this.shapes = []
    this.lamps = []
    this.sky = () => [0, 0, 0]
    /** { direction, colour, spread } or null */
    this.sun = null
  }

  /** An upright box between two corners. */
  box(min, max, material) {
    this.shapes.push({ kind: BOX, min, max, material })
  }

  /** An ellipsoid. */
  ball(centre, radii, material) {
    const min = centre.map((c, i) => c - radii[i])
    const max = centre.map((c, i) => c + radii[i])
    this.shapes.push({ kind: BALL, min, max, centre, radii, material })
  }

  /** A flat ellipse: `along` and `normal` are unit vectors, `long` and `wide` its half axes. */
  leaf(centre, along, normal, long, wide, material) {
    const across = [
      normal[1] * along[2] - normal[2] * along[1],
      normal[2] * along[0] - normal[0] * along[2],
      normal[0] * along[1] - normal[1] * along[0],
    ]
    const reach = along.map((a, i) => Math.hypot(a * long, across[i] * wide) + 1e-4)
    const min = centre.map((c, i) => c - reach[i])
    const max = centre.map((c, i) => c + reach[i])
    this.shapes.push({ kind: LEAF, min, max, centre, along, across, normal, long, wide, material })
  }

  /** A thin box that shines, sampled on one face: axis 0–2 and side −1 or +1 name the face. */
  lamp(min, max, emit, axis = 1, side = -1) {
    this.box(min, max, { colour: [0.9, 0.9, 0.9], emit })
    const u = (axis + 1) % 3
    const v = (axis + 2) % 3
    const area = (max[u] - min[u]) * (max[v] - min[v])
    const middle = min.map((m, i) => (m + max[i]) / 2)
    const power = area * (emit[0] + emit[1] + emit[2])
    const at = side < 0 ? min[axis] : max[axis]
    this.lamps.push({ min, max, emit, axis, side, u, v, area, at, middle, power })
  }

  /** Adds shapes and lifts them by `height`: people on an upper floor. */
  raise(height, add) {
    const before = this.shapes.length
    add()
    for (const shape of this.shapes.slice(before)) {
      for (const point of new Set([shape.min, shape.max, shape.centre])) if (point) point[1] += height
    }
  }
}
