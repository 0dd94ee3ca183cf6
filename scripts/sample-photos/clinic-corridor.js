/** A hospital corridor in the evening: lamps in a row, people who wait, a nurse who walks away. */
import { bloom, finish, printLight } from './develop.js'
import { seated, standing } from './people.js'
import { noise, randomFrom } from './random.js'
import { Scene } from './scene.js'
import { trace } from './tracer.js'

const far = 26

function build() {
  const scene = new Scene()
  const random = randomFrom(20)
  const white = [0.78, 0.79, 0.76]
  const steel = { colour: [0.5, 0.52, 0.54], gloss: 0.7, rough: 0.12 }

  // Terrazzo with joints every 80 cm.
  scene.box([-1.9, -0.2, -3], [1.9, 0, far], {
    gloss: 0.75,
    rough: 0.05,
    colour: (x, _y, z) => {
      const joint = Math.abs(((x + 40) % 0.8) - 0.4) > 0.394 || Math.abs(((z + 40) % 0.8) - 0.4) > 0.394
      const k = joint ? 0.72 : 0.93 + 0.14 * noise(x * 60, z * 60, 4)
      return [0.5 * k, 0.54 * k, 0.53 * k]
    },
  })
  scene.box([-1.9, 2.75, -3], [1.9, 3, far], {
    colour: (x, _y, z) => {
      const joint = Math.abs(((x + 40) % 0.6) - 0.3) > 0.292 || Math.abs(((z + 40) % 0.6) - 0.3) > 0.292
      return joint ? [0.45, 0.46, 0.46] : [0.74, 0.75, 0.74]
    },
  })
  const wall = (_x, y, z) => {
    const worn = 0.95 + 0.08 * noise(z * 3, y * 3, 8)
    if (y < 0.12) return [0.2, 0.25, 0.27]
    if (y < 1.05) return [0.38 * worn, 0.58 * worn, 0.56 * worn]
    if (y < 1.1) return [0.66, 0.7, 0.68]
    return white.map(c => c * worn)
  }
  scene.box([-2.1, 0, -3], [-1.9, 2.75, far], { colour: wall, gloss: 0.12, rough: 0.3 })
  scene.box([1.9, 0, -3], [2.1, 2.75, far], { colour: wall, gloss: 0.12, rough: 0.3 })
  scene.box([-1.9, 0, far], [1.9, 2.75, far + 0.2], { colour: white })
  // The far window: the town at night.
  scene.box([-0.9, 0.9, far - 0.06], [0.9, 2.3, far], {
    gloss: 0.5,
    colour: (x, y) => (noise(x * 9, y * 9, 3) > 0.78 ? [0.7, 0.5, 0.25] : [0.02, 0.03, 0.07]),
  })
  scene.box([-0.03, 0.9, far - 0.1], [0.03, 2.3, far - 0.05], { colour: white })

  for (let z = 0.4; z < far - 1; z += 2.4) {
    const dim = z > 14 && z < 16 ? 0.25 : 1
    scene.lamp([-0.3, 2.715, z], [0.3, 2.74, z + 1.2], [7.5 * dim, 7.9 * dim, 7.6 * dim])
  }

  // Doors on the left, each with a lit pane and a sign that stands out over it.
  for (const [index, z] of [3.4, 8, 12.6, 17.2, 21.8].entries()) {
    scene.box([-1.93, 0, z - 0.08], [-1.87, 2.2, z + 1.08], { colour: [0.42, 0.44, 0.45] })
    scene.box([-1.9, 0.02, z], [-1.855, 2.12, z + 1], {
      colour: [0.62, 0.5, 0.36],
      gloss: 0.3,
      rough: 0.2,
    })
    const lit = index === 2 ? 0.15 : 1
    scene.lamp([-1.86, 1.1, z + 0.3], [-1.848, 1.9, z + 0.7], [2.6 * lit, 2.4 * lit, 1.9 * lit], 0, 1)
    scene.box([-1.86, 1.0, z + 0.88], [-1.8, 1.16, z + 0.92], steel)
    scene.box([-1.9, 2.3, z + 0.2], [-1.45, 2.52, z + 0.24], {
      colour: (x, y) =>
        y > 2.36 && y < 2.46 && x > -1.82 && x < -1.52 && noise(x * 55, y * 40, 5) > 0.45
          ? [0.8, 0.85, 0.85]
          : [0.05, 0.27, 0.4],
    })
    scene.box([-1.9, 1.25, z + 1.35], [-1.88, 1.75, z + 1.75], {
      colour: (_x, y, zz) =>
        noise(zz * 30, Math.floor(y * 34), 6) > 0.5 && y < 1.66 ? [0.5, 0.55, 0.6] : [0.85, 0.86, 0.84],
    })
  }
  // The handrail on the left.
  for (const z of [-2, 4.7, 9.3, 13.9, 18.5]) {
    scene.box([-1.86, 0.86, z], [-1.79, 0.92, z + 3.1], { colour: [0.55, 0.4, 0.26], gloss: 0.3, rough: 0.2 })
  }
  // On the right: benches of steel, notice boards, a row of posters.
  for (const z of [2.2, 5.4, 8.6, 13, 17]) {
    for (let seat = 0; seat < 4; seat++) {
      const at = z + seat * 0.58
      scene.box([1.3, 0.42, at], [1.78, 0.45, at + 0.5], steel)
      scene.box([1.76, 0.48, at], [1.8, 0.92, at + 0.5], steel)
    }
    scene.box([1.4, 0.36, z - 0.05], [1.7, 0.4, z + 2.3], steel)
    for (const leg of [z + 0.3, z + 1.9]) scene.box([1.4, 0, leg], [1.7, 0.36, leg + 0.05], steel)
    scene.box([1.87, 1.25, z + 0.2], [1.9, 2.05, z + 2], {
      colour: (_x, y, zz) => {
        const panel = Math.floor((zz - z) * 2.2)
        if (y > 1.88) return [0.12, 0.4, 0.55]
        return noise(zz * 26, Math.floor(y * 22), 30 + panel) > 0.55
          ? [0.45, 0.5, 0.55]
          : [0.88, 0.87 - panel * 0.03, 0.82 - panel * 0.05]
      },
    })
  }

  const people = [
    [5.62, { coat: [0.09, 0.12, 0.2], hair: [0.03, 0.03, 0.03], trousers: [0.06, 0.06, 0.08] }],
    [6.78, { coat: [0.5, 0.14, 0.12], hair: [0.03, 0.025, 0.02], trousers: [0.1, 0.1, 0.14], lean: 0.22 }],
    [8.85, { coat: [0.25, 0.28, 0.22], hair: [0.35, 0.35, 0.35], trousers: [0.08, 0.08, 0.09] }],
    [9.45, { coat: [0.62, 0.5, 0.2], hair: [0.04, 0.03, 0.02], trousers: [0.12, 0.14, 0.22], scale: 0.82 }],
    [10.05, { coat: [0.16, 0.22, 0.34], hair: [0.03, 0.03, 0.03], trousers: [0.05, 0.05, 0.06], lean: 0.25 }],
    [13.2, { coat: [0.45, 0.43, 0.4], hair: [0.5, 0.5, 0.5], trousers: [0.1, 0.1, 0.1] }],
    [14.4, { coat: [0.3, 0.1, 0.2], hair: [0.03, 0.03, 0.03], trousers: [0.08, 0.08, 0.1] }],
    [18.1, { coat: [0.1, 0.16, 0.14], hair: [0.03, 0.03, 0.03], trousers: [0.08, 0.08, 0.1] }],
  ]
  for (const [z, looks] of people) {
    seated(scene, 1.52, z, { ...looks, face: -1, lean: (looks.lean ?? 0.06) + random() * 0.05 })
  }
  standing(scene, -0.5, 7.4, {
    coat: [0.8, 0.84, 0.86],
    hair: [0.03, 0.03, 0.03],
    trousers: [0.75, 0.78, 0.8],
    stride: 0.26,
    skirt: 0.5,
  })
  scene.box([-0.59, 1.69, 7.32], [-0.41, 1.76, 7.46], { colour: [0.88, 0.9, 0.92] })
  standing(scene, 0.35, 18.5, {
    coat: [0.12, 0.12, 0.15],
    hair: [0.05, 0.04, 0.04],
    trousers: [0.08, 0.08, 0.1],
    depth: -1,
    stride: 0.2,
  })
  scene.sky = () => [0.02, 0.02, 0.03]
  return scene
}

export function draw(context, effort) {
  const light = trace(build(), {
    camera: { from: [-0.9, 1.45, -1.2], at: [0.2, 1.2, 9], angle: 40, lens: 0.045, focus: 8.2 },
    width: 840,
    height: 560,
    samples: 34 * effort,
    bounces: 4,
    seed: 5,
  })
  printLight(context, light, 840, 560, { exposure: 1.0, tint: [1.04, 1, 0.93] })
  bloom(context, { radius: 26, strength: 0.3, threshold: 0.8 })
  finish(context, { contrast: 1.14, saturation: 0.85, vignette: 0.28, grain: 5 })
}
