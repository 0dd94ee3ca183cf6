/** A small path tracer: enough for a room or a street at 900 × 600. */
import { randomFrom } from './random.js'
import { BALL, BOX } from './scene.js'

/** The tree of boxes round the shapes, flat: bounds[6n…], and either two children or a shape. */
function treeOf(shapes) {
  const bounds = []
  const left = []
  const right = []
  const leaf = []
  const build = list => {
    const index = leaf.length
    leaf.push(-1)
    left.push(-1)
    right.push(-1)
    const min = [0, 1, 2].map(axis => Math.min(...list.map(i => shapes[i].min[axis])))
    const max = [0, 1, 2].map(axis => Math.max(...list.map(i => shapes[i].max[axis])))
    bounds.push(...min, ...max)
    if (list.length === 1) {
      leaf[index] = list[0]
      return index
    }
    const size = max.map((m, axis) => m - min[axis])
    const axis = size.indexOf(Math.max(...size))
    const middle = i => shapes[i].min[axis] + shapes[i].max[axis]
    const sorted = [...list].sort((a, b) => middle(a) - middle(b))
    left[index] = build(sorted.slice(0, sorted.length >> 1))
    right[index] = build(sorted.slice(sorted.length >> 1))
    return index
  }
  build(shapes.map((_, i) => i))
  return {
    bounds: Float64Array.from(bounds),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    leaf: Int32Array.from(leaf),
  }
}

/** What the last ray met. */
const hit = { t: 0, shape: -1, nx: 0, ny: 0, nz: 0 }

function caster(scene) {
  const { shapes } = scene
  const { bounds, left, right, leaf } = treeOf(shapes)
  const glass = shapes.map(shape => Boolean(shape.material.glass))
  const stack = new Int32Array(64)

  function enter(node, ox, oy, oz, ix, iy, iz, far) {
    const b = node * 6
    let a = (bounds[b] - ox) * ix
    let c = (bounds[b + 3] - ox) * ix
    let near = Math.min(a, c)
    let end = Math.max(a, c)
    a = (bounds[b + 1] - oy) * iy
    c = (bounds[b + 4] - oy) * iy
    near = Math.max(near, Math.min(a, c))
    end = Math.min(end, Math.max(a, c))
    a = (bounds[b + 2] - oz) * iz
    c = (bounds[b + 5] - oz) * iz
    near = Math.max(near, Math.min(a, c))
    end = Math.min(end, Math.max(a, c))
    return end >= Math.max(near, 0) && near < far
  }

  function meetBox(shape, id, ox, oy, oz, ix, iy, iz) {
    const { min, max } = shape
    const x0 = (min[0] - ox) * ix
    const x1 = (max[0] - ox) * ix
    const y0 = (min[1] - oy) * iy
    const y1 = (max[1] - oy) * iy
    const z0 = (min[2] - oz) * iz
    const z1 = (max[2] - oz) * iz
    const nx = Math.min(x0, x1)
    const ny = Math.min(y0, y1)
    const nz = Math.min(z0, z1)
    const near = Math.max(nx, ny, nz)
    const far = Math.min(Math.max(x0, x1), Math.max(y0, y1), Math.max(z0, z1))
    if (far < near || near < 1e-5 || near >= hit.t) return
    hit.t = near
    hit.shape = id
    hit.nx = near === nx ? -Math.sign(ix) : 0
    hit.ny = near === ny && near !== nx ? -Math.sign(iy) : 0
    hit.nz = near === nz && near !== nx && near !== ny ? -Math.sign(iz) : 0
  }

  function meetBall(shape, id, ox, oy, oz, dx, dy, dz) {
    const { centre, radii } = shape
    const ax = (ox - centre[0]) / radii[0]
    const ay = (oy - centre[1]) / radii[1]
    const az = (oz - centre[2]) / radii[2]
    const bx = dx / radii[0]
    const by = dy / radii[1]
    const bz = dz / radii[2]
    const a = bx * bx + by * by + bz * bz
    const b = ax * bx + ay * by + az * bz
    const c = ax * ax + ay * ay + az * az - 1
    const disc = b * b - a * c
    if (disc < 0) return
    const t = (-b - Math.sqrt(disc)) / a
    if (t < 1e-4 || t >= hit.t) return
    hit.t = t
    hit.shape = id
    const nx = (ax + bx * t) / radii[0]
    const ny = (ay + by * t) / radii[1]
    const nz = (az + bz * t) / radii[2]
    const length = Math.hypot(nx, ny, nz)
    hit.nx = nx / length
    hit.ny = ny / length
    hit.nz = nz / length
  }

  function meetLeaf(shape, id, ox, oy, oz, dx, dy, dz) {
    const { centre, normal, along, across, long, wide } = shape
    const facing = dx * normal[0] + dy * normal[1] + dz * normal[2]
    const px = ox - centre[0]
    const py = oy - centre[1]
    const pz = oz - centre[2]
    const t = -(px * normal[0] + py * normal[1] + pz * normal[2]) / facing
    if (!(t > 1e-4 && t < hit.t)) return
    const a = ((px + dx * t) * along[0] + (py + dy * t) * along[1] + (pz + dz * t) * along[2]) / long
    const b = ((px + dx * t) * across[0] + (py + dy * t) * across[1] + (pz + dz * t) * across[2]) / wide
    if (a * a + b * b > 1) return
    const side = facing < 0 ? 1 : -1
    hit.t = t
    hit.shape = id
    hit.nx = normal[0] * side
    hit.ny = normal[1] * side
    hit.nz = normal[2] * side
  }

  /** Finds the first shape within `far`; for a shadow any shape but glass will do. */
  return function cast(ox, oy, oz, dx, dy, dz, far, shadow) {
    hit.t = far
    hit.shape = -1
    const ix = 1 / (dx || 1e-12)
    const iy = 1 / (dy || 1e-12)
    const iz = 1 / (dz || 1e-12)
    let top = 0
    stack[top++] = 0
    while (top > 0) {
      const node = stack[--top]
      if (!enter(node, ox, oy, oz, ix, iy, iz, hit.t)) continue
      const id = leaf[node]
      if (id < 0) {
        stack[top++] = left[node]
        stack[top++] = right[node]
        continue
      }
      if (shadow && glass[id]) continue
      const shape = shapes[id]
      if (shape.kind === BOX) meetBox(shape, id, ox, oy, oz, ix, iy, iz)
      else if (shape.kind === BALL) meetBall(shape, id, ox, oy, oz, dx, dy, dz)
      else meetLeaf(shape, id, ox, oy, oz, dx, dy, dz)
      if (shadow && hit.shape >= 0) return true
    }
    return hit.shape >= 0
  }
}

/**
 * Draws the scene into a Float32Array of linear RGB.
 * camera: { from, at, angle (vertical, degrees), lens (radius, metres), focus (metres) }
 */
export function trace(scene, { camera, width, height, samples, bounces = 4, seed = 1, brightest = 3 }) {
  const random = randomFrom(seed)
  const cast = caster(scene)
  const { shapes, lamps, sun, sky } = scene
  const light = new Float64Array(3)

  const weights = new Float64Array(lamps.length)
  const p = new Float64Array(3)

  /** A lamp by chance, the near and strong ones more often, and how likely it was. */
  function pick(x, y, z) {
    let total = 0
    for (let i = 0; i < lamps.length; i++) {
      const { middle, power } = lamps[i]
      const apart = (middle[0] - x) ** 2 + (middle[1] - y) ** 2 + (middle[2] - z) ** 2
      weights[i] = power / (apart + 0.3)
      total += weights[i]
    }
    let at = random() * total
    let i = 0
    while (i < lamps.length - 1 && at >= weights[i]) at -= weights[i++]
    return [lamps[i], weights[i] / total]
  }

  /** Light that comes straight from one lamp, picked by chance, and from the sun. */
  function direct(x, y, z, nx, ny, nz, colour, pr, pg, pb) {
    if (lamps.length > 0) {
      const [lamp, chance] = pick(x, y, z)
      p.fill(0)
      p[lamp.axis] = lamp.at + lamp.side * 1e-3
      p[lamp.u] = lamp.min[lamp.u] + random() * (lamp.max[lamp.u] - lamp.min[lamp.u])
      p[lamp.v] = lamp.min[lamp.v] + random() * (lamp.max[lamp.v] - lamp.min[lamp.v])
      const dx = p[0] - x
      const dy = p[1] - y
      const dz = p[2] - z
      const distance = Math.hypot(dx, dy, dz)
      const toward = (dx * nx + dy * ny + dz * nz) / distance
      const away = (-lamp.side * (lamp.axis === 0 ? dx : lamp.axis === 1 ? dy : dz)) / distance
      if (toward > 0 && away > 0) {
        const k = 1 / distance
        if (!cast(x, y, z, dx * k, dy * k, dz * k, distance - 2e-3, true)) {
          const share = (toward * away * lamp.area) / (Math.PI * distance * distance * chance)
          light[0] += Math.min(8, pr * colour[0] * lamp.emit[0] * share)
          light[1] += Math.min(8, pg * colour[1] * lamp.emit[1] * share)
          light[2] += Math.min(8, pb * colour[2] * lamp.emit[2] * share)
        }
      }
    }
    if (sun) {
      const sx = sun.direction[0] + (random() - 0.5) * sun.spread
      const sy = sun.direction[1] + (random() - 0.5) * sun.spread
      const sz = sun.direction[2] + (random() - 0.5) * sun.spread
      const k = 1 / Math.hypot(sx, sy, sz)
      const toward = (sx * nx + sy * ny + sz * nz) * k
      if (toward > 0 && !cast(x, y, z, sx * k, sy * k, sz * k, 1e6, true)) {
        light[0] += pr * colour[0] * sun.colour[0] * toward
        light[1] += pg * colour[1] * sun.colour[1] * toward
        light[2] += pb * colour[2] * sun.colour[2] * toward
      }
    }
  }

  function path(ox, oy, oz, dx, dy, dz) {
    let pr = 1
    let pg = 1
    let pb = 1
    let mirrored = true
    for (let depth = 0; depth <= bounces; depth++) {
      if (!cast(ox, oy, oz, dx, dy, dz, 1e6, false)) {
        const above = sky(dx, dy, dz)
        light[0] += pr * above[0]
        light[1] += pg * above[1]
        light[2] += pb * above[2]
        return
      }
      const { material } = shapes[hit.shape]
      const { nx, ny, nz } = hit
      const x = ox + dx * hit.t + nx * 1e-4
      const y = oy + dy * hit.t + ny * 1e-4
      const z = oz + dz * hit.t + nz * 1e-4
      if (material.emit) {
        if (mirrored) {
          const shown = typeof material.emit === 'function' ? material.emit(x, y, z) : material.emit
          light[0] += pr * shown[0]
          light[1] += pg * shown[1]
          light[2] += pb * shown[2]
        }
        return
      }
      const facing = -(dx * nx + dy * ny + dz * nz)
      const gloss = material.gloss ?? 0
      const shine = gloss * (0.12 + 0.88 * (1 - facing) ** 4)
      if (material.glass && random() >= shine) {
        const thickness = 0.03 / Math.max(0.1, facing)
        ox = x - nx * 2e-4 + dx * thickness
        oy = y - ny * 2e-4 + dy * thickness
        oz = z - nz * 2e-4 + dz * thickness
        pr *= material.glass[0]
        pg *= material.glass[1]
        pb *= material.glass[2]
        continue
      }
      if (gloss > 0 && (material.glass || random() < shine)) {
        const rough = material.rough ?? 0
        dx += 2 * facing * nx + (random() - 0.5) * rough
        dy += 2 * facing * ny + (random() - 0.5) * rough
        dz += 2 * facing * nz + (random() - 0.5) * rough
        const k = 1 / Math.hypot(dx, dy, dz)
        dx *= k
        dy *= k
        dz *= k
        mirrored = true
      } else {
        const colour =
          typeof material.colour === 'function' ? material.colour(x, y, z, nx, ny, nz) : material.colour
        direct(x, y, z, nx, ny, nz, colour, pr, pg, pb)
        pr *= colour[0]
        pg *= colour[1]
        pb *= colour[2]
        // A point on the unit sphere about the normal's tip: cosine-weighted.
        const turn = random() * 2 * Math.PI
        const up = random() * 2 - 1
        const round = Math.sqrt(1 - up * up)
        dx = nx + round * Math.cos(turn)
        dy = ny + round * Math.sin(turn)
        dz = nz + up
        const k = 1 / (Math.hypot(dx, dy, dz) || 1)
        dx *= k
        dy *= k
        dz *= k
        mirrored = false
      }
      ox = x
      oy = y
      oz = z
      if (pr + pg + pb < 0.02) return
    }
  }

  const { from, at, angle, lens = 0, focus = 1 } = camera
  const forward = unit(at.map((a, i) => a - from[i]))
  const side = unit([-forward[2], 0, forward[0]])
  const up = [
    side[1] * forward[2] - side[2] * forward[1],
    side[2] * forward[0] - side[0] * forward[2],
    side[0] * forward[1] - side[1] * forward[0],
  ]
  const half = Math.tan((angle * Math.PI) / 360)
  const picture = new Float32Array(width * height * 3)
  for (let py = 0; py < height; py++) {
    for (let px = 0; px < width; px++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let sample = 0; sample < samples; sample++) {
        const sx = ((px + random()) / width - 0.5) * 2 * half * (width / height)
        const sy = (0.5 - (py + random()) / height) * 2 * half
        const turn = random() * 2 * Math.PI
        const off = Math.sqrt(random()) * lens
        const lx = off * Math.cos(turn)
        const ly = off * Math.sin(turn)
        const d = [0, 1, 2].map(
          i => (forward[i] + side[i] * sx + up[i] * sy) * focus - side[i] * lx - up[i] * ly,
        )
        const k = 1 / Math.hypot(d[0], d[1], d[2])
        light.fill(0)
        path(
          from[0] + side[0] * lx + up[0] * ly,
          from[1] + side[1] * lx + up[1] * ly,
          from[2] + side[2] * lx + up[2] * ly,
          d[0] * k,
          d[1] * k,
          d[2] * k,
        )
        // A rare bright path would stay as a speck; film would not show more than this either.
        red += Math.min(brightest, light[0])
        green += Math.min(brightest, light[1])
        blue += Math.min(brightest, light[2])
      }
      const index = (py * width + px) * 3
      picture[index] = red / samples
      picture[index + 1] = green / samples
      picture[index + 2] = blue / samples
    }
  }
  return picture
}

function unit(v) {
  const length = Math.hypot(...v)
  return v.map(x => x / length)
}
