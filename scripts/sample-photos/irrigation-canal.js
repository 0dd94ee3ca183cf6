/** A canal between wheat fields at sunrise: poplars in haze, low light on the water, a man on the bank. */
import { bloom, finish, layer } from './develop.js'
import { poplar } from './poplar.js'
import { clouds, noise, randomFrom, ridges } from './random.js'

const W = 1800
const H = 1200
const horizon = 470

/** Where a point of the ground stands in the picture: `aside` and `away` in metres from the camera. */
const eye = 2.1
const project = (aside, away) => {
  const k = 1500 / away
  return [900 + aside * k, horizon + eye * k, k]
}

function sky(pen) {
  const data = pen.createImageData(W, H)
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const up = Math.max(0, 1 - y / horizon)
      const sun = Math.hypot((x - 945) / 1500, (y - horizon + 30) / 700)
      const glow = Math.exp(-sun * 3.4)
      const v = (y - horizon) / 260
      const band = clouds(x / 420 + 4, v * 3.6, 6, 15)
      const veil = Math.max(0, band - 0.46) * 2.3 * Math.min(1, up * 3)
      const i = (y * W + x) * 4
      const lit = 0.55 + 0.75 * glow
      data.data[i] = (0.62 + 0.28 * (1 - up) - 0.16 * up + glow * 0.42) * 255 + veil * lit * 130
      data.data[i + 1] = (0.68 + 0.14 * (1 - up) - 0.08 * up + glow * 0.2) * 255 + veil * lit * 92
      data.data[i + 2] = (0.74 + 0.02 * (1 - up) - 0.02 * up - glow * 0.06) * 255 + veil * lit * 62
      data.data[i + 3] = 255
    }
  }
  pen.putImageData(data, 0, 0)
  const disc = pen.createRadialGradient(945, horizon - 40, 0, 945, horizon - 40, 330)
  disc.addColorStop(0, 'rgba(255,250,225,1)')
  disc.addColorStop(0.09, 'rgba(255,240,200,.95)')
  disc.addColorStop(0.16, 'rgba(255,222,160,.5)')
  disc.addColorStop(1, 'rgba(255,200,130,0)')
  pen.fillStyle = disc
  pen.fillRect(0, 0, W, H)
}

/** Hills one behind another, each paler. */
function hills(pen) {
  for (const [depth, base, tall, colour] of [
    [0, horizon - 12, 150, '#b9b3ae'],
    [1, horizon - 6, 95, '#a59d93'],
    [2, horizon, 52, '#8d877a'],
  ]) {
    const fill = pen.createLinearGradient(0, base - tall, 0, base + 10)
    fill.addColorStop(0, colour)
    fill.addColorStop(1, '#cfc3ad')
    pen.fillStyle = fill
    pen.beginPath()
    pen.moveTo(0, horizon + 20)
    for (let x = 0; x <= W; x += 3) {
      pen.lineTo(x, base - tall * (0.12 + ridges(x / (560 - depth * 120) + depth * 7, depth, 6, 40 + depth)))
    }
    pen.lineTo(W, horizon + 20)
    pen.fill()
  }
}

const leftEdge = away => -0.9 - 0.25 * Math.sin(away / 26)
const waterLeft = away => leftEdge(away) - 0.35
const waterRight = away => waterLeft(away) + 3

function ground(pen) {
  const random = randomFrom(51)
  const base = pen.createLinearGradient(0, horizon, 0, H)
  base.addColorStop(0, '#b7a988')
  base.addColorStop(0.06, '#97966a')
  base.addColorStop(0.3, '#5f6b3a')
  base.addColorStop(1, '#343f1f')
  pen.fillStyle = base
  pen.fillRect(0, horizon, W, H - horizon)

  // Wheat, in rows that run away; each blade a stroke, far ones first.
  pen.lineCap = 'round'
  for (let step = 0; step < 330; step++) {
    const away = 120 * (1 - step / 330) ** 2.6 + 2.35
    const haze = Math.min(1, away / 75)
    const half = (away * 950) / 1500 + 1.5
    const gap = away < 9 ? 0.16 : away < 25 ? 0.4 : 1.1
    for (let row = -Math.ceil(half / gap); row <= half / gap; row++) {
      const aside = row * gap + (random() - 0.5) * gap * 0.6
      if (aside > waterLeft(away) - 0.62 && aside < waterRight(away) + 2.3) continue
      const [x, y, k] = project(aside, away + random() * 0.3)
      if (x < -30 || x > W + 30) continue
      const tall = (0.13 + 0.1 * random()) * k
      const patch = clouds(aside / 6, away / 9, 4, 61)
      const light = 0.75 + 0.6 * patch + (random() - 0.5) * 0.35
      const warm = Math.exp(-(((x - 945) / 520) ** 2)) * (0.3 + 0.7 * haze)
      const r = (58 + 95 * haze + 88 * warm) * light
      const g = (80 + 70 * haze + 40 * warm) * light
      const b = (32 + 76 * haze) * light
      pen.strokeStyle = `rgb(${r | 0},${g | 0},${b | 0})`
      pen.lineWidth = Math.max(0.7, k * 0.009)
      const blades = away < 14 ? 6 : 2
      for (let blade = 0; blade < blades; blade++) {
        const bx = x + (random() - 0.5) * k * 0.16
        pen.beginPath()
        pen.moveTo(bx, y)
        pen.quadraticCurveTo(bx, y - tall * 0.7, bx + (random() - 0.35) * tall * 0.8, y - tall)
        pen.stroke()
      }
    }
  }
}

/** A strip of the ground between two edges, filled from far to near. */
function strip(pen, from, to, fill) {
  pen.beginPath()
  for (let away = 140; away > 1.9; away *= 0.965) pen.lineTo(...project(from(away), away).slice(0, 2))
  for (let away = 1.9; away < 140; away /= 0.965) pen.lineTo(...project(to(away), away).slice(0, 2))
  pen.closePath()
  pen.fillStyle = fill
  pen.fill()
}

function canal(pen) {
  const random = randomFrom(14)
  const shade = (far, near) => {
    const fill = pen.createLinearGradient(0, horizon, 0, H)
    fill.addColorStop(0, far)
    fill.addColorStop(0.25, near)
    fill.addColorStop(1, near)
    return fill
  }
  // The earth track on the right, the lining of concrete, its coping.
  strip(
    pen,
    away => waterRight(away) + 0.3,
    away => waterRight(away) + 2.4,
    shade('#c0b092', '#75654c'),
  )
  for (let i = 0; i < 9000; i++) {
    const away = 2 + 50 * random() ** 2.4
    const [x, y, k] = project(waterRight(away) + 0.4 + 1.9 * random(), away)
    const rut = noise((x - 900) / k / 0.35, away / 3, 5)
    pen.fillStyle = rut > 0.5 ? `rgba(190,168,128,${0.25 * rut})` : 'rgba(52,44,30,.22)'
    pen.fillRect(x, y, Math.max(1, k * 0.03 * random()), Math.max(1, k * 0.008))
  }
  strip(
    pen,
    away => waterLeft(away) - 0.55,
    away => waterLeft(away) - 0.1,
    shade('#c9bfae', '#a39d90'),
  )
  strip(
    pen,
    away => waterRight(away) + 0.1,
    away => waterRight(away) + 0.55,
    shade('#d6c9b2', '#b8ad9a'),
  )
  strip(
    pen,
    away => waterLeft(away) - 0.12,
    away => waterLeft(away) + 0.14,
    shade('#8f887b', '#56534c'),
  )
  strip(
    pen,
    away => waterRight(away) - 0.14,
    away => waterRight(away) + 0.12,
    shade('#9a8f7c', '#6a6254'),
  )
  // Joints and stains of the concrete.
  for (let away = 2; away < 60; away += 1.5) {
    for (const edge of [waterLeft(away) - 0.55, waterRight(away) + 0.1]) {
      const [xa, ya, k] = project(edge, away)
      const [xb, yb] = project(edge + 0.45, away)
      pen.strokeStyle = 'rgba(60,56,48,.6)'
      pen.lineWidth = Math.max(0.6, k * 0.012)
      pen.beginPath()
      pen.moveTo(xa, ya)
      pen.lineTo(xb, yb)
      pen.stroke()
    }
  }
}

/** The water mirrors what stands over the horizon, broken by ripples that grow towards the camera. */
function water(context) {
  const mirror = new OffscreenCanvas(W, H)
  const pen = mirror.getContext('2d')
  const source = context.canvas
  const random = randomFrom(90)
  for (let y = horizon; y < H; y++) {
    const near = (y - horizon) / (H - horizon)
    const from = horizon - (y - horizon) * 0.62 - noise(y / 5, 1, 2) * 14 * near
    const shift = (noise(y / (3 + near * 10), 7, 3) - 0.5) * (5 + 44 * near)
    pen.drawImage(source, 0, Math.max(0, from), W, 1, shift, y, W, 1)
  }
  pen.fillStyle = 'rgba(24,34,40,.3)'
  pen.fillRect(0, horizon, W, H - horizon)
  const deep = pen.createLinearGradient(0, horizon, 0, H)
  deep.addColorStop(0, 'rgba(30,40,44,0)')
  deep.addColorStop(1, 'rgba(22,34,38,.42)')
  pen.fillStyle = deep
  pen.fillRect(0, horizon, W, H - horizon)
  for (let i = 0; i < 5200; i++) {
    const away = 2 + 60 * random() ** 2.2
    const [x, y, k] = project(waterLeft(away) + 3 * random(), away)
    const sun = Math.exp(-(((x - 925) / (60 + (y - horizon) * 0.2)) ** 2))
    const bright = random() < 0.42 + 0.4 * sun
    pen.strokeStyle = bright
      ? `rgba(255,${(226 + 20 * sun) | 0},${(186 + 30 * sun) | 0},${0.07 + 0.5 * sun * random()})`
      : 'rgba(18,26,30,.2)'
    pen.lineWidth = Math.max(0.6, k * 0.008 * random())
    const long = k * (0.02 + 0.07 * random())
    pen.beginPath()
    pen.moveTo(x - long, y)
    pen.quadraticCurveTo(x, y - k * 0.012 * random(), x + long, y + (random() - 0.5) * k * 0.012)
    pen.stroke()
  }
  context.save()
  context.beginPath()
  for (let away = 140; away > 1.9; away *= 0.965) {
    context.lineTo(...project(waterLeft(away) + 0.12, away).slice(0, 2))
  }
  for (let away = 1.9; away < 140; away /= 0.965) {
    context.lineTo(...project(waterRight(away) - 0.12, away).slice(0, 2))
  }
  context.closePath()
  context.clip()
  context.drawImage(mirror, 0, 0)
  context.restore()
}

/** A man with a spade over his shoulder, seen against the light. */
function man(pen) {
  const [x, y, k] = project(waterRight(11.5) + 1.1, 11.5)
  const m = value => value * k
  pen.save()
  pen.translate(x, y)
  pen.fillStyle = '#20201f'
  pen.strokeStyle = '#20201f'
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  // His shadow comes towards the camera.
  pen.save()
  pen.fillStyle = 'rgba(26,24,18,.5)'
  pen.filter = 'blur(4px)'
  pen.beginPath()
  pen.ellipse(m(-0.32), m(0.22), m(0.52), m(0.07), 0.5, 0, 7)
  pen.fill()
  pen.restore()
  const limb = (points, wide) => {
    pen.lineWidth = m(wide)
    pen.beginPath()
    points.forEach(([px, py], i) => (i === 0 ? pen.moveTo(m(px), m(-py)) : pen.lineTo(m(px), m(-py))))
    pen.stroke()
  }
  limb(
    [
      [-0.02, 0.86],
      [-0.13, 0.46],
      [-0.17, 0.05],
    ],
    0.145,
  )
  limb(
    [
      [0.04, 0.86],
      [0.13, 0.48],
      [0.2, 0.07],
    ],
    0.145,
  )
  limb(
    [
      [-0.19, 0.03],
      [-0.28, 0.02],
    ],
    0.07,
  )
  limb(
    [
      [0.19, 0.04],
      [0.1, 0.01],
    ],
    0.07,
  )
  // The padded coat.
  const coat = pen.createLinearGradient(m(-0.25), 0, m(0.27), 0)
  coat.addColorStop(0, '#191a1c')
  coat.addColorStop(0.6, '#1e1f21')
  coat.addColorStop(0.88, '#3a3128')
  coat.addColorStop(1, '#a98558')
  pen.fillStyle = coat
  pen.beginPath()
  pen.moveTo(m(-0.2), m(-0.72))
  pen.bezierCurveTo(m(-0.27), m(-1.0), m(-0.26), m(-1.36), m(-0.1), m(-1.46))
  pen.bezierCurveTo(m(0), m(-1.5), m(0.08), m(-1.5), m(0.14), m(-1.44))
  pen.bezierCurveTo(m(0.28), m(-1.34), m(0.27), m(-1.0), m(0.22), m(-0.72))
  pen.bezierCurveTo(m(0.1), m(-0.67), m(-0.1), m(-0.67), m(-0.2), m(-0.72))
  pen.fill()
  pen.strokeStyle = '#1b1c1e'
  limb(
    [
      [-0.17, 1.34],
      [-0.27, 1.08],
      [-0.2, 0.84],
    ],
    0.115,
  )
  pen.strokeStyle = '#26221e'
  limb(
    [
      [0.18, 1.34],
      [0.3, 1.12],
      [0.2, 1.28],
    ],
    0.11,
  )
  // Head, cap, and the light along its edge.
  pen.fillStyle = '#2f261f'
  pen.beginPath()
  pen.ellipse(m(-0.01), m(-1.6), m(0.092), m(0.118), 0, 0, 7)
  pen.fill()
  pen.fillStyle = '#24262a'
  pen.beginPath()
  pen.ellipse(m(-0.01), m(-1.655), m(0.108), m(0.075), 0, Math.PI, 0)
  pen.fill()
  pen.fillRect(m(-0.17), m(-1.665), m(0.2), m(0.024))
  pen.strokeStyle = 'rgba(255,214,150,.85)'
  pen.lineWidth = m(0.014)
  pen.beginPath()
  pen.ellipse(m(-0.01), m(-1.6), m(0.092), m(0.118), 0, -0.9, 0.9)
  pen.stroke()
  // The spade, its shaft over the shoulder and its blade in the light behind him.
  pen.strokeStyle = '#3a2c1e'
  limb(
    [
      [0.1, 1.12],
      [0.34, 1.5],
      [0.58, 1.88],
    ],
    0.03,
  )
  pen.save()
  pen.translate(m(0.58), m(-1.88))
  pen.rotate(0.57)
  pen.fillStyle = '#3b3834'
  pen.beginPath()
  pen.moveTo(m(-0.1), 0)
  pen.lineTo(m(0.1), 0)
  pen.lineTo(m(0.09), m(-0.2))
  pen.quadraticCurveTo(0, m(-0.33), m(-0.09), m(-0.2))
  pen.fill()
  pen.fillStyle = 'rgba(255,226,176,.8)'
  pen.fillRect(m(0.06), m(-0.2), m(0.022), m(0.19))
  pen.restore()
  pen.restore()
}

function mist(pen) {
  const data = pen.createImageData(W, H)
  for (let y = horizon - 130; y < horizon + 210; y++) {
    const lie = Math.exp(-(((y - horizon - 14) / 62) ** 2))
    for (let x = 0; x < W; x++) {
      const k = lie * (0.35 + 0.75 * clouds(x / 340, y / 46, 4, 71))
      const sun = Math.exp(-(((x - 945) / 420) ** 2))
      const i = (y * W + x) * 4
      data.data[i] = 214 + 41 * sun
      data.data[i + 1] = 202 + 32 * sun
      data.data[i + 2] = 186 + 4 * sun
      data.data[i + 3] = Math.min(215, k * 215)
    }
  }
  pen.putImageData(data, 0, 0)
}

export function draw(context) {
  sky(context)
  layer(context, 2.2, hills)
  layer(context, 1.4, pen => {
    const random = randomFrom(33)
    for (let x = -20; x < W + 20; x += 17 + 15 * random()) {
      poplar(pen, random, x, horizon + 8, 34 + 40 * random(), [128, 116, 100], 0.8)
    }
  })
  layer(context, 0.4, ground)
  layer(context, 14, mist)
  // Poplars on both banks, far ones first, each with a veil of mist over its foot.
  const random = randomFrom(35)
  const rows = []
  for (let away = 110; away > 12; away *= 0.915) rows.push(away)
  for (const away of rows) {
    const haze = Math.min(0.9, away / 80)
    const tone = 30 + 118 * haze
    layer(context, away < 18 ? 1.5 : 0.8, pen => {
      for (const aside of [waterLeft(away) - 3.2, waterRight(away) + 4.6]) {
        const [x, y, k] = project(aside, away)
        poplar(pen, random, x, y + 2, (6.2 + 1.6 * random()) * k, [tone, tone * 0.93, tone * 0.84])
      }
    })
    if (away > 26 && Math.floor(Math.log(away) * 2.2) !== Math.floor(Math.log(away * 0.915) * 2.2)) {
      context.save()
      context.globalAlpha = 0.3
      layer(context, 14, mist)
      context.restore()
    }
  }
  layer(context, 0.5, canal)
  water(context)
  layer(context, 0.6, man)
  // Grass on the near edge, out of focus.
  layer(context, 7, pen => {
    const random = randomFrom(64)
    pen.lineCap = 'round'
    for (let i = 0; i < 420; i++) {
      const right = i % 3 !== 0
      const x = right ? 1290 + 560 * random() : -40 + 330 * random()
      const tall = (90 + 190 * random()) * (right ? (x - 1200) / 560 : (330 - x) / 330)
      const tone = 26 + 60 * random()
      pen.strokeStyle = `rgb(${(tone * 1.15) | 0},${(tone * 1.05) | 0},${(tone * 0.5) | 0})`
      pen.lineWidth = 3 + 5 * random()
      pen.beginPath()
      pen.moveTo(x, H + 90)
      pen.quadraticCurveTo(x, H - tall * 0.6, x + (random() - 0.3) * tall * 0.7, H + 10 - tall)
      pen.stroke()
    }
  })
  bloom(context, { radius: 34, strength: 0.3, threshold: 0.82 })
  finish(context, { contrast: 1.16, saturation: 0.82, lift: -0.02, vignette: 0.3, grain: 4.5 })
}
