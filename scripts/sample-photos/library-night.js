/** A library at night seen from its forecourt after rain: two lit floors, readers, shelves, wet stone. */
import { bloom, finish, printLight } from './develop.js'
import { seated, standing } from './people.js'
import { clouds, noise, randomFrom } from './random.js'
import { Scene } from './scene.js'
import { trace } from './tracer.js'

const bays = 7
const bay = 3.2
const left = (-bays * bay) / 2
const floors = [0.45, 4.35]
const depth = 6

const spines = [
  [0.5, 0.14, 0.1],
  [0.12, 0.2, 0.34],
  [0.6, 0.5, 0.3],
  [0.15, 0.3, 0.2],
  [0.7, 0.66, 0.55],
  [0.32, 0.18, 0.12],
  [0.62, 0.36, 0.12],
]

/** Shelves with books, as a pattern on a flat wall. */
function books(x, y) {
  const row = y / 0.36
  const within = row - Math.floor(row)
  if (within < 0.09 || Math.abs((((x + 50) % 0.9) + 0.9) % 0.9) < 0.035) return [0.36, 0.24, 0.14]
  const book = Math.floor(x / 0.045)
  const height = 0.62 + 0.3 * noise(book * 7.3, Math.floor(row) * 3.1, 2)
  if (within > height) return [0.07, 0.05, 0.04]
  const colour = spines[Math.floor(noise(book * 1.7, Math.floor(row) * 9.7, 5) * 6.99)]
  return colour.map(c => c * (0.7 + 0.5 * noise(book * 3.1, row * 2, 6)))
}

function build() {
  const scene = new Scene()
  const random = randomFrom(77)
  const stone = (x, y, z) => {
    const k = 0.75 + 0.4 * clouds(x * 2, y * 2 + z * 2, 4, 3)
    const joint = Math.abs(((y + 20) % 0.6) - 0.3) > 0.29
    return joint ? [0.12, 0.12, 0.12] : [0.3 * k, 0.29 * k, 0.27 * k]
  }
  const frame = { colour: [0.05, 0.05, 0.055], gloss: 0.3, rough: 0.2 }

  // The forecourt: wet slabs, the puddles smooth and the rest rough.
  for (let ring = 0; ring < 26; ring++) {
    const z = -2 - ring * 0.7
    scene.box([-20, -0.2, z - 0.7], [20, 0, z], {
      gloss: 0.9,
      rough: 0.035 + 0.07 * noise(ring * 1.9, 3, 5),
      colour: (x, _y, zz) => {
        const joint = Math.abs(((x + 80) % 1.2) - 0.6) > 0.588 || Math.abs(((zz + 80) % 0.7) - 0.35) > 0.34
        const k = 0.6 + 0.7 * clouds(x * 1.3, zz * 1.3, 4, 9)
        return joint ? [0.02, 0.02, 0.02] : [0.085 * k, 0.085 * k, 0.09 * k]
      },
    })
  }
  // Three steps up to the doors.
  for (let step = 0; step < 3; step++) {
    scene.box([left - 1, 0, -2 + step * 0.4], [-left + 1, 0.15 * (step + 1), 3], {
      colour: stone,
      gloss: 0.3,
      rough: 0.25,
    })
  }
  const top = 8.6
  scene.box([left - 2.2, 0, 0], [left, top, 0.6], { colour: stone })
  scene.box([-left, 0, 0], [-left + 2.2, top, 0.6], { colour: stone })
  scene.box([left - 2.2, top - 0.75, -0.35], [-left + 2.2, top + 0.25, depth + 1], { colour: stone })
  scene.box([left - 2.2, 0, depth], [-left + 2.2, top, depth + 1], { colour: stone })

  for (const [storey, base] of floors.entries()) {
    const ceiling = base + 3.35
    scene.box([left - 2, base - 0.5, 0], [-left + 2, base, depth], {
      colour: (x, y, z) => (z < 0.02 ? stone(x, y, z) : [0.42, 0.3, 0.2]),
      gloss: 0.15,
      rough: 0.2,
    })
    scene.box([left, ceiling, 0.05], [-left, ceiling + 0.08, depth], { colour: [0.8, 0.78, 0.72] })
    scene.box([left, base, depth - 0.4], [-left, base + 2.6, depth - 0.02], { colour: books })
    scene.box([left, base + 2.6, depth - 0.2], [-left, ceiling, depth - 0.02], { colour: [0.74, 0.69, 0.58] })
    scene.box([left, base, 0], [left + 0.1, ceiling, depth], { colour: [0.7, 0.66, 0.58] })
    scene.box([-left - 0.1, base, 0], [-left, ceiling, depth], { colour: [0.7, 0.66, 0.58] })
    for (let i = 0; i < bays; i++) {
      const x = left + i * bay
      const warm = 0.85 + 0.3 * random()
      const dark = storey === 1 && i === 6 ? 0.12 : 1
      const emit = [9, 7.4, 5.4].map(c => c * warm * dark)
      scene.lamp([x + 0.5, ceiling - 0.04, 1.3], [x + bay - 0.5, ceiling, 1.6], emit)
      scene.lamp([x + 0.5, ceiling - 0.04, 3.9], [x + bay - 0.5, ceiling, 4.2], emit)
      // Piers and the bars of the windows.
      scene.box([x - 0.16, base - 0.5, -0.22], [x + 0.16, ceiling + 0.6, 0.2], { colour: stone })
      for (const part of [1 / 3, 2 / 3]) {
        scene.box([x + bay * part - 0.03, base, 0.02], [x + bay * part + 0.03, ceiling, 0.1], frame)
      }
      scene.box([x, base + 2.35, 0.02], [x + bay, base + 2.41, 0.1], frame)
      scene.box([x, ceiling - 0.05, 0], [x + bay, ceiling + 0.6, 0.25], { colour: stone })
      if (storey === 0 && i === 3) {
        scene.box([x + bay / 2 - 0.04, base, -0.02], [x + bay / 2 + 0.04, base + 2.4, 0.1], frame)
        continue
      }
      // A long desk behind the window, a lamp with a green shade, readers on both sides.
      const desk = base + 0.74
      scene.box([x + 0.35, desk - 0.05, 1.2], [x + bay - 0.35, desk, 2.1], {
        colour: [0.46, 0.3, 0.17],
        gloss: 0.2,
        rough: 0.2,
      })
      scene.box([x + 0.5, base, 1.6], [x + 0.58, desk, 1.7], frame)
      scene.box([x + bay - 0.58, base, 1.6], [x + bay - 0.5, desk, 1.7], frame)
      for (const at of [x + 0.95, x + bay - 0.95]) {
        scene.box([at - 0.012, desk, 1.64], [at + 0.012, desk + 0.34, 1.66], frame)
        scene.box([at - 0.19, desk + 0.34, 1.57], [at + 0.19, desk + 0.42, 1.73], {
          colour: [0.06, 0.26, 0.16],
          gloss: 0.4,
          rough: 0.1,
        })
        scene.lamp(
          [at - 0.17, desk + 0.325, 1.6],
          [at + 0.17, desk + 0.338, 1.7],
          [26, 20, 12].map(c => c * dark),
        )
        scene.box([at - 0.24, desk, 1.28], [at + 0.1, desk + 0.02 + 0.05 * random(), 1.5], {
          colour: [0.8, 0.78, 0.72],
        })
      }
      const seats = [0.6, 1.25, 1.9, 2.55]
      for (const seat of seats) {
        if (random() < 0.2 || dark < 1) continue
        const front = random() < 0.45
        const lift = 0
        const person = {
          coat: spines[Math.floor(random() * 6.99)].map(c => c * 0.8 + 0.05),
          hair: [0.03, 0.025, 0.02],
          trousers: [0.07, 0.08, 0.11],
          depth: front ? 1 : -1,
          lean: 0.14 + 0.14 * random(),
          scale: 0.97 + 0.06 * random(),
        }
        scene.raise(base + lift, () => seated(scene, x + seat, front ? 0.85 : 2.5, person))
      }
    }
  }
  // Someone at the shelves upstairs, someone at the door, two who leave over the forecourt.
  const dark = { coat: [0.08, 0.09, 0.12], hair: [0.03, 0.03, 0.03], trousers: [0.05, 0.05, 0.06] }
  scene.raise(floors[1], () =>
    standing(scene, left + bay * 2.5, 4.6, { ...dark, coat: [0.45, 0.3, 0.2], stride: 0.05 }),
  )
  scene.raise(floors[0], () => standing(scene, -0.5, 1.4, { ...dark, depth: -1, stride: 0.2 }))
  standing(scene, 1.7, -4.6, { ...dark, depth: -1, stride: 0.24 })
  standing(scene, 2.35, -4.9, { ...dark, coat: [0.22, 0.06, 0.06], depth: -1, stride: 0.2, scale: 0.94 })
  // A bicycle stand, as a row of hoops.
  for (let i = 0; i < 8; i++) {
    const x = -8.4 + i * 0.5
    scene.box([x, 0, -3.2], [x + 0.04, 0.72, -3.16], frame)
    scene.box([x, 0, -2.6], [x + 0.04, 0.72, -2.56], frame)
    scene.box([x, 0.7, -3.2], [x + 0.04, 0.74, -2.56], frame)
  }
  scene.sky = (_dx, dy) => {
    const k = Math.max(0, 1 - Math.max(0, dy) * 2.2)
    return [0.014 + 0.05 * k, 0.022 + 0.045 * k, 0.05 + 0.05 * k]
  }
  return scene
}

export function draw(context, effort) {
  const light = trace(build(), {
    camera: { from: [-6.2, 1.6, -18.5], at: [-0.3, 3.3, 0], angle: 36, lens: 0.02, focus: 18.5 },
    width: 900,
    height: 600,
    samples: 34 * effort,
    bounces: 3,
    seed: 12,
    brightest: 0.85,
  })
  printLight(context, light, 900, 600, { exposure: 2.3, tint: [1, 0.98, 0.98] })
  bloom(context, { radius: 30, strength: 0.35, threshold: 0.72 })
  finish(context, { contrast: 1.1, saturation: 0.85, vignette: 0.25, grain: 5 })
}
