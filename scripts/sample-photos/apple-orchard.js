/** A phone on a tripod films in a lane between apple trees: the bough and the phone sharp, the rest soft. */
import { bloom, finish, printLight } from './develop.js'
import { standing } from './people.js'
import { clouds, noise, randomFrom } from './random.js'
import { Scene } from './scene.js'
import { trace } from './tracer.js'

function direction(random) {
  const y = random() * 2 - 1
  const turn = random() * 2 * Math.PI
  const round = Math.sqrt(1 - y * y)
  return [round * Math.cos(turn), y, round * Math.sin(turn)]
}

function leafAt(scene, random, centre, size, dry = 0.18) {
  const along = direction(random)
  along[1] = along[1] * 0.6 - 0.35
  const length = Math.hypot(...along)
  const a = along.map(v => v / length)
  const other = direction(random)
  other[1] += 0.9
  const dot = other[0] * a[0] + other[1] * a[1] + other[2] * a[2]
  const flat = other.map((v, i) => v - a[i] * dot)
  const k = Math.hypot(...flat)
  const tone = 0.6 + 0.8 * random()
  const colour =
    random() < dry ? [0.42 * tone, 0.3 * tone, 0.07 * tone] : [0.12 * tone, 0.2 * tone, 0.045 * tone]
  const normal = flat.map(v => v / k)
  scene.leaf(centre, a, normal, size, size * 0.5, { colour, gloss: 0.25, rough: 0.35 })
}

/** An apple: red where the sun has been, yellow at the stalk and in streaks. */
function apple(scene, random, [x, y, z], r) {
  const turn = random() * 6.3
  const blush = 0.55 + 0.45 * random()
  scene.ball([x, y, z], [r, r * 0.9, r], {
    gloss: 0.55,
    rough: 0.12,
    colour: (px, py, pz) => {
      const angle = Math.atan2(pz - z, px - x) + turn
      const up = (py - y) / r
      const streak = noise(angle * 9, up * 1.4 + turn, 3)
      const dots = noise(angle * 24, up * 22, 5) > 0.9 ? 0.06 : 0
      const yellow = Math.min(
        1,
        Math.max(0, (streak - 0.52) * 1.3 + (up - 0.62) * 1.8 + (1 - blush) * 0.5) + dots,
      )
      return [0.55 + 0.14 * yellow, 0.035 + 0.4 * yellow, 0.03 + 0.1 * yellow]
    },
  })
  scene.box([x - 0.0025, y + r * 0.72, z - 0.0025], [x + 0.0025, y + r * 1.35, z + 0.0025], {
    colour: [0.14, 0.09, 0.05],
  })
}

/** A limb as a chain of balls from one point to another. */
function limb(scene, random, from, to, thick, thin) {
  const length = Math.hypot(...to.map((v, i) => v - from[i]))
  const count = Math.ceil(length / (thin * 0.9))
  for (let i = 0; i <= count; i++) {
    const t = i / count
    const r = thick + (thin - thick) * t
    const at = from.map((v, axis) => v + (to[axis] - v) * t + (random() - 0.5) * r * 0.35)
    const k = 0.7 + 0.5 * random()
    scene.ball(at, [r, r * 1.1, r], { colour: [0.2 * k, 0.155 * k, 0.115 * k] })
  }
}

function tree(scene, random, x, z, leaves, apples) {
  limb(scene, random, [x, 0, z], [x, 1.05, z], 0.085, 0.06)
  for (let i = 0; i < 7; i++) {
    const turn = random() * 6.3
    limb(
      scene,
      random,
      [x, 0.85 + 0.3 * random(), z],
      [x + Math.cos(turn) * 0.95, 1.5 + random() * 1.2, z + Math.sin(turn) * 0.95],
      0.04,
      0.018,
    )
  }
  const place = () => {
    const d = direction(random)
    const far = 0.45 + 0.55 * random() ** 0.5
    const lump = 0.78 + 0.35 * noise(d[0] * 2 + x, d[1] * 2 + d[2] + z, 6)
    return [x + d[0] * 1.22 * far * lump, 1.95 + d[1] * 1.05 * far * lump, z + d[2] * 1.22 * far * lump]
  }
  for (let i = 0; i < leaves; i++) leafAt(scene, random, place(), 0.05 + 0.03 * random(), 0.25)
  for (let i = 0; i < apples; i++) apple(scene, random, place(), 0.04 + 0.008 * random())
}

/** What the phone shows: sky, trees, apples close up, the viewers' talk in lines. */
function screen(x, y) {
  const bright = (r, g, b) => [r * 1.5, g * 1.5, b * 1.5]
  // u runs from the left edge as seen, v from the top, both 0 to 1.
  const u = (0.0375 - x) / 0.075
  const v = (0.08 - y) / 0.16
  if (v > 0.05 && v < 0.09 && u > 0.06 && u < 0.46) return bright(0.1, 0.1, 0.1)
  if (u > 0.06 && v > 0.64 && v < 0.92) {
    const row = Math.floor((v - 0.64) / 0.056)
    const within = ((v - 0.64) / 0.056) % 1
    if (within < 0.62 && u < 0.34 + 0.34 * noise(row * 3.7, 2, 8)) {
      return within > 0.2 && within < 0.42 && u > 0.1 ? bright(0.85, 0.82, 0.7) : bright(0.16, 0.16, 0.13)
    }
  }
  for (const [au, av, size] of [
    [0.4, 0.36, 0.27],
    [0.74, 0.28, 0.2],
    [0.15, 0.24, 0.14],
  ]) {
    const off = Math.hypot(u - au, (v - av) * 2.13)
    if (off < size) {
      const lit =
        0.62 -
        1.5 * Math.hypot(u - au + size * 0.35, (v - av) * 2.13 + size * 0.35) +
        noise(u * 40, v * 6, 4) * 0.14
      return bright(Math.max(0.1, lit), Math.max(0.02, lit * 0.2), 0.03)
    }
  }
  const tree = clouds(u * 5, v * 9, 4, 2)
  const sky = v < 0.3 - 0.3 * Math.abs(u - 0.5)
  return sky ? bright(0.8, 0.84, 0.82) : bright(0.16 + 0.2 * tree, 0.24 + 0.22 * tree, 0.08 + 0.1 * tree)
}

function build() {
  const scene = new Scene()
  const random = randomFrom(26)
  scene.box([-60, -0.2, -20], [60, 0, 120], {
    colour: (x, _y, z) => {
      const k = 0.6 + 0.7 * clouds(x * 2.2, z * 2.2, 5, 3)
      const grass = clouds(x * 0.9 + 5, z * 0.5, 4, 8)
      if (Math.abs(x) < 0.95 + 0.3 * (grass - 0.5)) return [0.33 * k, 0.26 * k, 0.17 * k]
      return [0.16 * k, 0.19 * k, 0.06 * k]
    },
  })
  for (let i = 0; i < 2600; i++) {
    const z = 2 + 26 * random() ** 1.6
    leafAt(scene, random, [(random() - 0.5) * 5, 0.012 + 0.02 * random(), z], 0.045, 0.75)
  }
  for (let row = 0; row < 13; row++) {
    const z = 4.6 + row * 2.5
    const leaves = row < 3 ? 1500 : row < 6 ? 900 : 520
    for (const x of [-2.25, 2.25])
      tree(scene, random, x + (random() - 0.5) * 0.3, z, leaves, row < 6 ? 90 : 60)
    if (row < 5) for (const x of [-5.6, 5.6]) tree(scene, random, x, z + 1, 420, 40)
  }
  // Crates of picked fruit at the foot of the first trees.
  for (const [x, z] of [
    [-1.05, 5.3],
    [-1.1, 6.1],
    [1.0, 6.6],
  ]) {
    for (let slat = 0; slat < 3; slat++) {
      const wood = { colour: [0.46, 0.32, 0.17] }
      const y = 0.02 + slat * 0.1
      scene.box([x - 0.26, y, z - 0.2], [x + 0.26, y + 0.075, z - 0.18], wood)
      scene.box([x - 0.26, y, z + 0.18], [x + 0.26, y + 0.075, z + 0.2], wood)
      scene.box([x - 0.26, y, z - 0.2], [x - 0.24, y + 0.075, z + 0.2], wood)
      scene.box([x + 0.24, y, z - 0.2], [x + 0.26, y + 0.075, z + 0.2], wood)
    }
    for (let i = 0; i < 46; i++) {
      apple(
        scene,
        random,
        [x + (random() - 0.5) * 0.42, 0.27 + 0.06 * random(), z + (random() - 0.5) * 0.3],
        0.042,
      )
    }
  }
  // The grower, down the lane.
  standing(scene, -0.62, 7.4, {
    coat: [0.05, 0.07, 0.14],
    hair: [0.03, 0.025, 0.02],
    trousers: [0.06, 0.06, 0.07],
    depth: -1,
  })
  // The phone, its clamp and its tripod: the phone's middle stands at (0, 1.42, 2.5).
  const px = 0
  const py = 1.42
  const pz = 2.5
  const black = { colour: [0.02, 0.02, 0.022], gloss: 0.5, rough: 0.15 }
  scene.box([px - 0.0405, py - 0.084, pz], [px + 0.0405, py + 0.084, pz + 0.009], black)
  scene.box([px - 0.0375, py - 0.08, pz - 0.001], [px + 0.0375, py + 0.08, pz], {
    colour: [0, 0, 0],
    emit: (x, y) => screen(x - px, y - py),
  })
  scene.box([px - 0.03, py - 0.1, pz - 0.008], [px + 0.03, py - 0.083, pz + 0.02], black)
  scene.box([px - 0.014, py - 0.19, pz], [px + 0.014, py - 0.1, pz + 0.02], black)
  scene.ball([px, py - 0.19, pz + 0.01], [0.022, 0.022, 0.022], black)
  scene.box([px - 0.011, 0.55, pz], [px + 0.011, py - 0.2, pz + 0.022], {
    colour: [0.3, 0.31, 0.32],
    gloss: 0.6,
    rough: 0.1,
  })
  for (const [dx, dz] of [
    [-0.36, -0.2],
    [0.36, -0.2],
    [0, 0.4],
  ]) {
    limb(scene, random, [px, 0.95, pz], [px + dx, 0.02, pz + dz], 0.012, 0.011)
  }

  // The bough at the left, as sharp as the phone.
  const bough = [
    [0.66, 1.78, 2.62],
    [0.46, 1.72, 2.54],
    [0.28, 1.69, 2.5],
    [0.1, 1.7, 2.48],
  ]
  for (let i = 0; i < 3; i++) {
    limb(scene, random, bough[i], bough[i + 1], 0.017 - i * 0.004, 0.013 - i * 0.004)
  }
  const fruit = [
    [0.4, 1.61, 2.46],
    [0.31, 1.585, 2.53],
    [0.225, 1.6, 2.45],
    [0.335, 1.5, 2.47],
    [0.5, 1.64, 2.52],
    [0.16, 1.625, 2.52],
    [0.57, 1.57, 2.58],
  ]
  for (const at of fruit) apple(scene, random, at, 0.043 + 0.005 * random())
  const alongBough = spread => {
    const t = random() * 2.99
    const i = Math.floor(t)
    return bough[i].map((v, axis) => v + (bough[i + 1][axis] - v) * (t - i) + (random() - 0.5) * spread)
  }
  for (let i = 0; i < 150; i++) {
    const [x, y, z] = alongBough(0.13)
    leafAt(scene, random, [x, y + 0.01, z + 0.02], 0.026 + 0.018 * random(), 0.16)
  }
  for (let i = 0; i < 3; i++) {
    apple(scene, random, [-0.44 - 0.1 * i, 1.7 + 0.04 * i, 3.1 + 0.1 * i], 0.045)
  }
  for (let i = 0; i < 150; i++) {
    leafAt(
      scene,
      random,
      [-0.52 + 0.36 * (random() - 0.5), 1.8 + 0.16 * (random() - 0.5), 3.2 + 0.2 * random()],
      0.04,
      0.2,
    )
  }
  scene.sun = { direction: [0.62, 0.55, -0.42], colour: [5.2, 4.3, 3.0], spread: 0.04 }
  scene.sky = (_dx, dy) => {
    const haze = (1 - Math.max(0, dy)) ** 3
    return [0.55 + 0.75 * haze, 0.72 + 0.56 * haze, 0.95 + 0.25 * haze]
  }
  return scene
}

export function draw(context, effort) {
  const light = trace(build(), {
    camera: { from: [0.06, 1.5, 1.38], at: [0.03, 1.44, 2.5], angle: 37, lens: 0.017, focus: 1.12 },
    width: 900,
    height: 600,
    samples: 22 * effort,
    bounces: 3,
    seed: 8,
  })
  printLight(context, light, 900, 600, { exposure: 0.5 })
  bloom(context, { radius: 30, strength: 0.22, threshold: 0.82 })
  finish(context, { contrast: 1.12, saturation: 0.86, vignette: 0.26, grain: 4.5 })
}
