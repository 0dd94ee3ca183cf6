/** A field of small yellow flowers below snow mountains, the nearest out of focus. */
import { finish, layer } from './develop.js'
import { clouds, noise, randomFrom, ridges } from './random.js'

const W = 1800
const H = 1200
const horizon = 560
const eye = 1.05

const project = (aside, away) => {
  const k = 1500 / away
  return [900 + aside * k, horizon + eye * k, k]
}

function sky(pen) {
  const data = pen.createImageData(W, H)
  for (let y = 0; y < horizon + 20; y++) {
    for (let x = 0; x < W; x++) {
      const up = 1 - y / horizon
      const k = clouds(x / 520 + 2, (y / 170) * (1.2 - 0.5 * up), 6, 23)
      const cloud = Math.min(1, Math.max(0, k - 0.5) * 4.2)
      const under = 0.8 + 0.24 * clouds(x / 200, y / 80, 4, 55)
      const i = (y * W + x) * 4
      data.data[i] = (168 - 96 * up) * (1 - cloud) + 250 * under * cloud
      data.data[i + 1] = (200 - 78 * up) * (1 - cloud) + 248 * under * cloud
      data.data[i + 2] = (224 - 44 * up) * (1 - cloud) + 250 * under * cloud
      data.data[i + 3] = 255
    }
  }
  pen.putImageData(data, 0, 0)
}

/**
 * A range lit from the upper left: the light falls on the slope of a field of noise, snow lies where it is
 * high and not too steep.
 */
function range(pen, { base, tall, seed, scale, snowline, haze, peak }) {
  const data = pen.createImageData(W, H)
  const crest = x => {
    const swell = Math.exp(-(((x - peak) / 620) ** 2)) * 0.55
    return base - tall * (0.12 + swell + 0.62 * ridges(x / scale, seed, 7, seed))
  }
  const rock = (x, y) => ridges(x / (scale * 0.34) + y / (scale * 0.9) + 9, y / (scale * 0.5), 7, seed + 20)
  for (let x = 0; x < W; x++) {
    const top = crest(x)
    for (let y = Math.max(0, Math.floor(top)); y < base + 4; y++) {
      const down = (y - top) / tall
      const here = rock(x, y)
      const slope = (rock(x + 3, y + 2.4) - here) * 9
      const light = Math.max(0.06, Math.min(1.15, 0.56 + slope))
      const edge = 0.16 * (clouds(x / 60, y / 34, 4, seed + 3) - 0.5)
      const high = (base - y) / tall
      const snow = Math.max(0, Math.min(1, (high - snowline + edge + (light - 0.5) * 0.35) * 7))
      const stone = 54 + 84 * light
      const white = 118 + 140 * light
      let r = stone * (1 - snow) + white * snow
      let g = stone * 0.97 * (1 - snow) + (white + 4) * snow
      let b = stone * (1.02 + 0.1 * (1 - light)) * (1 - snow) + (white + 16 + 20 * (1 - light)) * snow
      const veil = Math.min(0.9, haze + 0.5 * Math.max(0, down - 0.45))
      r = r * (1 - veil) + 186 * veil
      g = g * (1 - veil) + 202 * veil
      b = b * (1 - veil) + 218 * veil
      const i = (y * W + x) * 4
      data.data[i] = r
      data.data[i + 1] = g
      data.data[i + 2] = b
      data.data[i + 3] = Math.min(255, (y - top) * 255)
    }
  }
  pen.putImageData(data, 0, 0)
}

/** One flower head seen from the side and above: petals in a ring, a dark heart, light from the left. */
function flower(pen, random, x, y, size, haze) {
  const tilt = 0.42 + 0.34 * random()
  const turn = random() * 6.3
  const petals = size < 3 ? 0 : 8
  const mix = (c, far) => (c * (1 - haze) + far * haze) | 0
  const tone = 0.82 + 0.3 * random()
  if (petals === 0) {
    pen.fillStyle = `rgb(${mix(236 * tone, 214)},${mix(168 * tone, 180)},${mix(24, 100)})`
    pen.beginPath()
    pen.ellipse(x, y, size, size * tilt, 0, 0, 7)
    pen.fill()
    return
  }
  for (let i = 0; i < petals; i++) {
    const angle = turn + (i / petals) * Math.PI * 2 + (random() - 0.5) * 0.2
    const px = Math.cos(angle)
    const py = Math.sin(angle)
    const light = tone * (0.84 + 0.22 * (-px * 0.6 - py * 0.7))
    pen.fillStyle = `rgb(${mix(Math.min(255, 250 * light), 214)},${mix(184 * light, 182)},${mix(22 * light, 100)})`
    pen.beginPath()
    pen.ellipse(x + px * size * 0.6, y + py * size * 0.6 * tilt, size * 0.46, size * 0.3, 0, 0, 7)
    pen.ellipse(
      x + px * size * 0.6,
      y + py * size * 0.6 * tilt,
      size * 0.46,
      size * 0.32 * (0.5 + tilt),
      Math.atan2(py * tilt, px),
      0,
      7,
    )
    pen.fill()
    // The red-brown foot of the petal.
    pen.fillStyle = `rgba(${mix(120, 160)},${mix(34, 90)},14,.75)`
    pen.beginPath()
    pen.ellipse(
      x + px * size * 0.3,
      y + py * size * 0.3 * tilt,
      size * 0.2,
      size * 0.12,
      Math.atan2(py * tilt, px),
      0,
      7,
    )
    pen.fill()
  }
  pen.fillStyle = `rgb(${mix(72, 130)},${mix(30, 80)},${mix(14, 50)})`
  pen.beginPath()
  pen.ellipse(x, y - size * 0.04, size * 0.26, size * 0.26 * (tilt + 0.2), 0, 0, 7)
  pen.fill()
  pen.fillStyle = 'rgba(255,196,70,.35)'
  pen.beginPath()
  pen.ellipse(x - size * 0.07, y - size * 0.1, size * 0.1, size * 0.07, 0, 0, 7)
  pen.fill()
}

/** Plants from far to near between two distances; rows lie every 0.7 m. */
function field(pen, random, farthest, nearest, steps) {
  pen.lineCap = 'round'
  for (let step = 0; step < steps; step++) {
    const away = farthest * (nearest / farthest) ** (step / steps)
    const haze = Math.min(0.62, away / 130)
    const half = (away * 950) / 1500 + 0.6
    const gap = away > 40 ? 1.1 : away > 12 ? 0.55 : 0.3
    for (let aside = -half; aside <= half; aside += gap * (0.5 + random())) {
      const row = Math.abs((((aside + away * 0.16) / 1.5) % 1) - 0.5)
      if (away < 40 && row < 0.06 + 0.05 * random()) continue
      const [x, y, k] = project(aside, away + 0.4 * random())
      const stand = (0.42 + 0.2 * random() + 0.12 * noise(aside / 3, away / 3, 7)) * k
      const leaf = 0.6 + 0.7 * random()
      const wide = Math.max(0.6, k * 0.006)
      // Leaves and stems.
      const blades = away > 30 ? 2 : 5
      for (let i = 0; i < blades; i++) {
        const r = 54 * leaf * (1 - haze) + 150 * haze
        const g = 74 * leaf * (1 - haze) + 150 * haze
        const b = 30 * leaf * (1 - haze) + 104 * haze
        pen.strokeStyle = `rgb(${r | 0},${g | 0},${b | 0})`
        pen.lineWidth = wide * (0.7 + random())
        const bx = x + (random() - 0.5) * k * 0.22
        pen.beginPath()
        pen.moveTo(bx, y)
        pen.quadraticCurveTo(
          bx,
          y - stand * 0.6,
          bx + (random() - 0.5) * stand * 0.5,
          y - stand * (0.55 + 0.45 * random()),
        )
        pen.stroke()
      }
      const heads = away > 30 ? 2 : 3
      for (let i = 0; i < heads; i++) {
        const size = Math.max(0.9, k * (0.017 + 0.011 * random()))
        flower(pen, random, x + (random() - 0.5) * k * 0.26, y - stand * (0.84 + 0.3 * random()), size, haze)
      }
    }
  }
}

/** Two pickers, bent over the rows, with baskets. */
function picker(pen, aside, away, coat, scarf) {
  const [x, y, k] = project(aside, away)
  const m = v => v * k
  pen.save()
  pen.translate(x, y)
  pen.lineCap = 'round'
  pen.fillStyle = '#23242b'
  pen.beginPath()
  pen.moveTo(m(-0.2), 0)
  pen.lineTo(m(-0.22), m(-0.8))
  pen.lineTo(m(0.14), m(-0.82))
  pen.lineTo(m(0.16), 0)
  pen.fill()
  const cloth = pen.createLinearGradient(m(-0.3), m(-1.3), m(0.4), m(-0.7))
  cloth.addColorStop(0, coat[0])
  cloth.addColorStop(1, coat[1])
  pen.fillStyle = cloth
  pen.beginPath()
  pen.moveTo(m(-0.26), m(-0.7))
  pen.bezierCurveTo(m(-0.3), m(-1.05), m(-0.1), m(-1.3), m(0.22), m(-1.28))
  pen.bezierCurveTo(m(0.46), m(-1.26), m(0.42), m(-1.0), m(0.26), m(-0.9))
  pen.bezierCurveTo(m(0.2), m(-0.8), m(0.18), m(-0.72), m(0.17), m(-0.68))
  pen.fill()
  pen.strokeStyle = coat[1]
  pen.lineWidth = m(0.11)
  pen.beginPath()
  pen.moveTo(m(0.3), m(-1.14))
  pen.quadraticCurveTo(m(0.36), m(-0.86), m(0.5), m(-0.66))
  pen.stroke()
  pen.fillStyle = '#7b5844'
  pen.beginPath()
  pen.ellipse(m(0.47), m(-1.28), m(0.1), m(0.12), 0.7, 0, 7)
  pen.fill()
  pen.fillStyle = scarf
  pen.beginPath()
  pen.ellipse(m(0.42), m(-1.34), m(0.135), m(0.13), 0.6, Math.PI * 0.85, Math.PI * 2.05)
  pen.quadraticCurveTo(m(0.44), m(-1.2), m(0.3), m(-1.2))
  pen.fill()
  pen.fillStyle = '#8a6a3d'
  pen.beginPath()
  pen.ellipse(m(0.66), m(-0.52), m(0.24), m(0.17), 0, 0, 7)
  pen.fill()
  pen.fillStyle = '#d8a21c'
  pen.beginPath()
  pen.ellipse(m(0.66), m(-0.62), m(0.21), m(0.08), 0, 0, 7)
  pen.fill()
  pen.restore()
}

export function draw(context) {
  sky(context)
  layer(context, 0.8, pen =>
    range(pen, { base: horizon + 6, tall: 470, seed: 5, scale: 640, snowline: 0.3, haze: 0.2, peak: 1120 }),
  )
  layer(context, 1, pen =>
    range(pen, { base: horizon + 8, tall: 190, seed: 12, scale: 420, snowline: 0.74, haze: 0.34, peak: 300 }),
  )
  layer(context, 18, pen => {
    pen.fillStyle = 'rgba(206,216,222,.75)'
    pen.fillRect(-60, horizon - 34, W + 120, 44)
  })
  // A line of trees where the field ends.
  layer(context, 1.6, pen => {
    const random = randomFrom(2)
    for (let i = 0; i < 620; i++) {
      const x = random() * W
      const tall = 9 + 30 * noise(x / 46, 2, 3) * (0.6 + random() * 0.6)
      const tone = 92 + 46 * random()
      pen.fillStyle = `rgba(${tone | 0},${(tone * 0.96) | 0},${(tone * 0.84) | 0},.8)`
      pen.beginPath()
      pen.ellipse(x, horizon + 4 - tall / 2, 2 + tall * 0.16, tall / 2, 0, 0, 7)
      pen.fill()
    }
  })
  const ground = context.createLinearGradient(0, horizon, 0, H)
  ground.addColorStop(0, '#b8a96a')
  ground.addColorStop(0.12, '#8d8040')
  ground.addColorStop(0.5, '#3f431e')
  ground.addColorStop(1, '#23280f')
  context.fillStyle = ground
  context.fillRect(0, horizon, W, H - horizon)
  const random = randomFrom(101)
  layer(context, 1.2, pen => field(pen, random, 120, 15, 190))
  layer(context, 0.7, pen => {
    picker(pen, -3.4, 13.5, ['#b5483c', '#6e2723'], '#d9cdb9')
    picker(pen, 2.3, 17, ['#54708f', '#2e4056'], '#c0504d')
    picker(pen, 5.6, 24, ['#6b7a58', '#39432f'], '#e1d6c2')
  })
  layer(context, 0.5, pen => field(pen, random, 15, 5, 60))
  layer(context, 1.2, pen => field(pen, random, 5, 3.1, 14))
  layer(context, 6, pen => field(pen, random, 3.1, 2.2, 9))
  layer(context, 15, pen => field(pen, random, 2.2, 1.5, 6))
  finish(context, { contrast: 1.14, saturation: 0.86, vignette: 0.28, grain: 4.5 })
}
