/** The dark room: from light or paint to a finished picture. */
import { randomFrom } from './random.js'

/** A filmic curve: linear light to a display value in [0, 1]. */
const film = x => {
  const y = Math.max(0, x)
  return Math.min(1, (y * (2.51 * y + 0.03)) / (y * (2.43 * y + 0.59) + 0.14)) ** (1 / 2.2)
}

/** Takes the specks off traced light: each pixel is pulled to the middle of its neighbours' brightness. */
function despeckle(light, width, height) {
  const out = light.slice()
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const values = []
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const i = ((y + dy) * width + x + dx) * 3
          values.push(light[i] + light[i + 1] + light[i + 2])
        }
      const own = values[4]
      values.sort((a, b) => a - b)
      const limit = values[5] * 1.2
      if (own > limit && own > 0) {
        const i = (y * width + x) * 3
        for (let c = 0; c < 3; c++) out[i + c] *= limit / own
      }
    }
  }
  return out
}

/** Evens out what noise is left, keeping edges: a small bilateral filter on display values. */
function smooth(values, width, height, reach = 2, alike = 0.07) {
  const out = values.slice()
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const i = (y * width + x) * 3
      let sum = 0
      let red = 0
      let green = 0
      let blue = 0
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++) {
          const j = i + (dy * width + dx) * 3
          const apart =
            (values[i] - values[j]) ** 2 +
            (values[i + 1] - values[j + 1]) ** 2 +
            (values[i + 2] - values[j + 2]) ** 2
          const weight = Math.exp(-apart / (2 * alike * alike) - (dx * dx + dy * dy) / 5)
          sum += weight
          red += values[j] * weight
          green += values[j + 1] * weight
          blue += values[j + 2] * weight
        }
      out[i] = red / sum
      out[i + 1] = green / sum
      out[i + 2] = blue / sum
    }
  }
  return out
}

/** Traced light onto a canvas of the picture's size. */
export function printLight(context, light, width, height, { exposure = 1, tint = [1, 1, 1] } = {}) {
  const clean = despeckle(light, width, height)
  for (let i = 0; i < clean.length; i++) clean[i] = film(clean[i] * exposure * tint[i % 3])
  const even = smooth(clean, width, height)
  const small = new OffscreenCanvas(width, height)
  const pen = small.getContext('2d')
  const data = pen.createImageData(width, height)
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) data.data[i * 4 + c] = even[i * 3 + c] * 255
    data.data[i * 4 + 3] = 255
  }
  pen.putImageData(data, 0, 0)
  context.imageSmoothingQuality = 'high'
  context.drawImage(small, 0, 0, context.canvas.width, context.canvas.height)
}

/** Light that spills round bright places. */
export function bloom(context, { radius = 30, strength = 0.3, threshold = 0.7 } = {}) {
  const { width, height } = context.canvas
  const glow = new OffscreenCanvas(width / 4, height / 4)
  const pen = glow.getContext('2d')
  pen.drawImage(context.canvas, 0, 0, glow.width, glow.height)
  const data = pen.getImageData(0, 0, glow.width, glow.height)
  for (let i = 0; i < data.data.length; i += 4) {
    const bright = Math.max(data.data[i], data.data[i + 1], data.data[i + 2]) / 255
    const keep = Math.max(0, (bright - threshold) / (1 - threshold))
    for (let c = 0; c < 3; c++) data.data[i + c] *= keep
  }
  pen.putImageData(data, 0, 0)
  context.save()
  context.globalCompositeOperation = 'screen'
  context.globalAlpha = strength
  context.filter = `blur(${radius}px)`
  context.drawImage(glow, 0, 0, width, height)
  context.restore()
}

/** Curve, saturation, falling light towards the corners, and grain that is strongest in the middle tones. */
export function finish(
  context,
  { contrast = 1.1, saturation = 1, lift = 0, vignette = 0.3, grain = 7, seed = 9 } = {},
) {
  const { width, height } = context.canvas
  const random = randomFrom(seed)
  const data = context.getImageData(0, 0, width, height)
  const pixels = data.data
  // Grain two pixels wide, so that the JPEG keeps it and a printed screen shows it.
  const row = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      row[x] = row[x] * 0.45 + (random() + random() + random() - 1.5) * 1.2
    }
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      const far = Math.hypot((x / width - 0.5) * 1.1, y / height - 0.5) / 0.74
      const shade = 1 - vignette * far ** 2.4
      const grey = 0.3 * pixels[i] + 0.59 * pixels[i + 1] + 0.11 * pixels[i + 2]
      const middle = 1 - Math.abs(grey / 255 - 0.45) * 1.1
      const speck = ((row[x] + (row[x - 1] ?? row[x])) / 2) * grain * middle
      for (let c = 0; c < 3; c++) {
        const coloured = grey + (pixels[i + c] - grey) * saturation
        pixels[i + c] = ((coloured / 255 - 0.5) * contrast + 0.5 + lift) * 255 * shade + speck
      }
    }
  }
  context.putImageData(data, 0, 0)
}

/** A layer of the picture's size, painted by `draw` and laid on with a blur: depth of field in layers. */
export function layer(context, blur, draw) {
  const { width, height } = context.canvas
  const sheet = new OffscreenCanvas(width, height)
  draw(sheet.getContext('2d'))
  context.save()
  if (blur > 0) context.filter = `blur(${blur}px)`
  context.drawImage(sheet, 0, 0)
  context.restore()
}
