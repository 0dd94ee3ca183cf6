/** An old block of six storeys in low winter sun, with a new lift shaft of steel and glass at its stairs. */
import { bloom, finish, layer, printLight } from './develop.js'
import { standing } from './people.js'
import { clouds, noise, randomFrom } from './random.js'
import { Scene } from './scene.js'
import { trace } from './tracer.js'

const storey = 2.85
const storeys = 6

function build() {
  const scene = new Scene()
  const random = randomFrom(31)
  const brick = (x, y, z) => {
    const row = Math.floor(y / 0.12)
    const joint = (y + 30) % 0.12 < 0.018
    const k = 0.8 + 0.35 * noise(Math.floor((x + z) / 0.24 + row * 0.5), row, 4)
    const stain = 0.72 + 0.4 * clouds(x * 0.7, y * 0.18 + z, 4, 7)
    return joint
      ? [0.42 * stain, 0.38 * stain, 0.34 * stain]
      : [0.5 * k * stain, 0.25 * k * stain, 0.17 * k * stain]
  }
  const plaster = (x, y, z) => {
    const k = 0.8 + 0.3 * clouds(x * 1.1, y * 0.3 + z, 4, 11)
    return [0.6 * k, 0.57 * k, 0.5 * k]
  }
  const white = { colour: [0.74, 0.74, 0.72] }
  const pane = {
    gloss: 0.95,
    colour: (x, y) => {
      const curtain = noise(Math.floor(x / 1.4) * 3.7, Math.floor(y / storey) * 5.1, 8)
      const fold = 0.8 + 0.3 * noise(x * 14, 2, 9)
      if (curtain > 0.62) return [0.42 * fold, 0.4 * fold, 0.36 * fold]
      if (curtain > 0.5) return [0.3 * fold, 0.2 * fold, 0.16 * fold]
      return [0.03, 0.035, 0.04]
    },
  }
  const steel = { colour: [0.2, 0.23, 0.26], gloss: 0.35, rough: 0.15 }

  scene.box([-60, -0.3, -60], [60, 0, 60], {
    colour: (x, _y, z) => {
      const k = 0.75 + 0.4 * clouds(x * 0.8, z * 0.8, 5, 2)
      const joint = Math.abs(((x + 100) % 0.5) - 0.25) > 0.24 || Math.abs(((z + 100) % 0.5) - 0.25) > 0.24
      if (z > -4.2 && z < -1.2) return joint ? [0.2, 0.19, 0.18] : [0.4 * k, 0.37 * k, 0.34 * k]
      return [0.27 * k, 0.27 * k, 0.27 * k]
    },
  })
  const height = storeys * storey + 0.9
  scene.box([-22, 0, 0], [26, height, 11], { colour: brick })
  scene.box([-22.3, height, -0.4], [26.3, height + 0.35, 11.4], { colour: plaster })
  scene.box([-22.05, 0, -0.05], [26.05, 0.9, 0], { colour: plaster })

  for (let floor = 0; floor < storeys; floor++) {
    const y = floor * storey + 0.9
    scene.box([-22, y + 2.35, -0.06], [26, y + 2.6, 0], { colour: plaster })
    for (let flat = -7; flat <= 8; flat++) {
      const x = flat * 3.1
      if (Math.abs(x) < 2.2) continue
      const deep = 0.12
      scene.box([x - 0.8, y + 0.65, -0.02], [x + 0.8, y + 2.1, 0.02], { ...pane })
      scene.box([x - 0.86, y + 0.55, -deep], [x + 0.86, y + 0.65, 0], { colour: plaster })
      for (const bar of [-0.8, -0.27, 0.27, 0.77]) {
        scene.box([x + bar - 0.025, y + 0.65, -0.06], [x + bar + 0.025, y + 2.1, 0], white)
      }
      scene.box([x - 0.8, y + 1.6, -0.055], [x + 0.8, y + 1.65, 0], white)
      scene.box([x - 0.8, y + 2.06, -0.06], [x + 0.8, y + 2.12, 0], white)
      if (random() < 0.35) {
        // An air conditioner on its rack.
        scene.box([x + 0.95, y + 0.2, -0.42], [x + 1.75, y + 0.78, -0.08], {
          colour: (px, py) =>
            Math.hypot(px - x - 1.22, py - y - 0.49) < 0.22 ? [0.28, 0.28, 0.28] : [0.66, 0.65, 0.6],
        })
        scene.box([x + 0.9, y + 0.14, -0.45], [x + 1.8, y + 0.19, 0], steel)
      } else if (random() < 0.5) {
        // A cage with things that dry.
        for (let bar = 0; bar <= 8; bar++) {
          scene.box([x - 0.8 + bar * 0.2, y + 0.55, -0.52], [x - 0.785 + bar * 0.2, y + 1.4, -0.5], steel)
        }
        scene.box([x - 0.82, y + 0.5, -0.52], [x + 0.82, y + 0.54, 0], steel)
        scene.box([x - 0.82, y + 1.4, -0.53], [x + 0.82, y + 1.43, -0.5], steel)
        const cloth = [
          [0.36, 0.1, 0.1],
          [0.14, 0.18, 0.28],
          [0.6, 0.58, 0.54],
          [0.2, 0.19, 0.18],
        ][Math.floor(random() * 4)]
        scene.box([x - 0.6, y + 0.7, -0.4], [x + 0.1, y + 1.45, -0.36], { colour: cloth })
        scene.ball([x + 0.5, y + 0.66, -0.3], [0.16, 0.13, 0.16], { colour: [0.4, 0.2, 0.12] })
        scene.ball([x + 0.5, y + 0.9, -0.3], [0.22, 0.2, 0.2], { colour: [0.12, 0.22, 0.08] })
      }
    }
  }
  // Drain pipes.
  for (const x of [-17.05, -7.75, 7.75, 17.05]) {
    scene.box([x - 0.06, 0, -0.18], [x + 0.06, height, -0.06], { colour: [0.5, 0.49, 0.46] })
  }

  // The shaft: columns, a belt at each storey, panes, the car, and the bridges to the landings.
  const x0 = -1.25
  const x1 = 1.25
  const front = -3.9
  const back = -1.5
  const high = storeys * storey + 1.9
  for (const x of [x0, x1]) {
    for (const z of [front, back]) scene.box([x - 0.11, 0, z - 0.11], [x + 0.11, high, z + 0.11], steel)
  }
  for (let floor = 0; floor <= storeys; floor++) {
    const y = floor * storey + 0.9
    for (const half of floor === 0 ? [0] : [0, -storey / 2]) {
      scene.box([x0, y + half - 0.1, front - 0.09], [x1, y + half + 0.08, front + 0.09], steel)
      scene.box([x0 - 0.09, y + half - 0.1, front], [x0 + 0.09, y + half + 0.08, back], steel)
      scene.box([x1 - 0.09, y + half - 0.1, front], [x1 + 0.09, y + half + 0.08, back], steel)
    }
    if (floor === storeys) continue
    scene.box([x0, y + 0.1, back], [x1, y + 2.4, back + 0.05], { colour: [0.5, 0.52, 0.53] })
    scene.box([x0, y - 0.12, back], [x1, y + 0.02, 0], { colour: plaster })
    scene.box([x1, y, back], [x1 + 0.04, y + 2.4, 0], {
      glass: [0.75, 0.85, 0.86],
      gloss: 0.8,
      colour: [0, 0, 0],
    })
    scene.box([x0 - 0.04, y, back], [x0, y + 2.4, 0], {
      glass: [0.75, 0.85, 0.86],
      gloss: 0.8,
      colour: [0, 0, 0],
    })
  }
  const glass = { glass: [0.62, 0.76, 0.8], gloss: 0.9, colour: [0, 0, 0] }
  scene.box([x0 + 0.1, 2.5, front - 0.02], [x1 - 0.1, high - 0.2, front + 0.02], glass)
  scene.box([x0 - 0.02, 0.9, front + 0.1], [x0 + 0.02, high - 0.2, back - 0.1], glass)
  scene.box([x1 - 0.02, 0.9, front + 0.1], [x1 + 0.02, high - 0.2, back - 0.1], glass)
  scene.box([x0 - 0.25, high, front - 0.25], [x1 + 0.25, high + 0.22, back + 0.2], steel)
  // The car on its way, lit from inside.
  scene.box([-0.95, 8.2, -3.3], [0.95, 8.3, -1.75], steel)
  scene.box([-0.95, 10.5, -3.3], [0.95, 10.7, -1.75], steel)
  scene.lamp([-0.7, 10.46, -3.1], [0.7, 10.49, -2], [14, 13, 11])
  scene.box([-0.95, 8.3, -1.9], [0.95, 10.5, -1.8], { colour: [0.66, 0.64, 0.6] })
  for (const x of [-0.6, 0.6]) scene.box([x - 0.02, 10.7, -2.6], [x + 0.02, high, -2.56], steel)
  scene.raise(8.3, () =>
    standing(scene, -0.2, -2.5, {
      coat: [0.45, 0.12, 0.12],
      hair: [0.5, 0.5, 0.5],
      trousers: [0.1, 0.1, 0.12],
      depth: -1,
    }),
  )
  // The entrance: doors of steel, a canopy, a ramp, a board with the rules.
  scene.box([-0.75, 0.15, front - 0.05], [0.75, 2.35, front], {
    colour: [0.56, 0.58, 0.6],
    gloss: 0.6,
    rough: 0.12,
  })
  scene.box([-0.01, 0.15, front - 0.06], [0.01, 2.35, front], { colour: [0.1, 0.1, 0.1] })
  scene.box([x0 - 0.2, 2.45, front - 1.3], [x1 + 0.2, 2.6, front], steel)
  scene.box([x0, 0, front - 1.2], [x1, 0.15, front], { colour: [0.5, 0.49, 0.47] })
  scene.box([0.86, 1, front - 0.08], [1.1, 1.5, front - 0.02], { colour: [0.75, 0.75, 0.72] })
  scene.box([-1.18, 1.2, front - 0.08], [-0.84, 1.9, front - 0.03], {
    colour: (px, py) =>
      noise(px * 60, Math.floor(py * 40), 3) > 0.55 ? [0.4, 0.4, 0.45] : [0.85, 0.85, 0.8],
  })
  // Neighbours before the door, bicycles' stand, a planted bed with a clipped hedge.
  standing(scene, -1.9, -6.6, {
    coat: [0.06, 0.07, 0.11],
    hair: [0.35, 0.35, 0.35],
    trousers: [0.08, 0.08, 0.1],
    stride: 0.05,
  })
  standing(scene, -2.5, -6.2, {
    coat: [0.26, 0.07, 0.08],
    hair: [0.3, 0.3, 0.3],
    trousers: [0.1, 0.09, 0.1],
    scale: 0.93,
    stride: 0.03,
  })
  standing(scene, 2.9, -7.4, {
    coat: [0.12, 0.13, 0.11],
    hair: [0.03, 0.03, 0.03],
    trousers: [0.07, 0.08, 0.12],
    stride: 0.24,
  })
  for (let i = 0; i < 90; i++) {
    const side = i % 2 === 0 ? -1 : 1
    const x = side * (3 + random() * 9)
    scene.ball([x, 0.3 + random() * 0.12, -2.2 - random() * 0.6], [0.4, 0.34, 0.32], {
      colour: [0.09 + random() * 0.05, 0.1 + random() * 0.04, 0.05],
    })
  }
  const sun = [-0.62, 0.5, -0.6]
  scene.sun = { direction: sun, colour: [3.6, 3.0, 2.3], spread: 0.03 }
  scene.sky = (dx, dy, dz) => {
    const up = Math.max(0, dy)
    const haze = (1 - up) ** 4
    const k = clouds(dx / (up + 0.25) + 3, dz / (up + 0.25), 5, 21)
    const cloud = Math.max(0, k - 0.52) * 2.2 * up
    return [0.34 + 0.6 * haze + cloud, 0.5 + 0.44 * haze + cloud, 0.76 + 0.2 * haze + cloud]
  }
  return scene
}

/** A bare branch that forks until it is a twig. */
function branch(pen, random, x, y, angle, length, thick) {
  const bend = angle + (random() - 0.5) * 0.5
  const ex = x + Math.cos(bend) * length
  const ey = y + Math.sin(bend) * length
  pen.lineWidth = thick
  pen.beginPath()
  pen.moveTo(x, y)
  pen.quadraticCurveTo(x + Math.cos(angle) * length * 0.6, y + Math.sin(angle) * length * 0.6, ex, ey)
  pen.stroke()
  if (thick < 1.2) return
  const forks = thick > 8 ? 3 : 2
  for (let i = 0; i < forks; i++) {
    branch(
      pen,
      random,
      ex,
      ey,
      bend + (random() - 0.45) * 1.3,
      length * (0.66 + random() * 0.2),
      thick * 0.62,
    )
  }
}

export function draw(context, effort) {
  const light = trace(build(), {
    camera: { from: [-8.4, 1.7, -27], at: [-0.6, 8.5, -1], angle: 43, lens: 0.01, focus: 26 },
    width: 900,
    height: 600,
    samples: 22 * effort,
    bounces: 3,
    seed: 3,
  })
  printLight(context, light, 900, 600, { exposure: 0.4 })
  layer(context, 2.2, pen => {
    const random = randomFrom(8)
    pen.strokeStyle = '#1d1712'
    pen.lineCap = 'round'
    branch(pen, random, 1830, 330, Math.PI * 1.06, 210, 26)
    branch(pen, random, 1830, 60, Math.PI * 0.93, 180, 17)
  })
  bloom(context, { radius: 24, strength: 0.18, threshold: 0.85 })
  finish(context, { contrast: 1.16, saturation: 0.72, vignette: 0.25, grain: 4.5 })
}
