/** A poplar that has lost nearly all its leaves: a trunk that tapers, limbs that reach up, twigs on the limbs. */
export function poplar(pen, random, x, foot, height, [r, g, b], fade = 1) {
  const ink = (k, alpha) => `rgba(${(r * k) | 0},${(g * k) | 0},${(b * k) | 0},${alpha * fade})`
  const wave = random() * 6
  const stem = at => x + Math.sin(at * 3 + wave) * height * 0.012
  pen.fillStyle = ink(1, 0.95)
  pen.beginPath()
  const thick = at => (height / 74) * (1 - at) ** 0.8
  for (let part = 0; part <= 20; part++)
    pen.lineTo(stem(part / 20) - thick(part / 20), foot - (height * part) / 20)
  for (let part = 20; part >= 0; part--)
    pen.lineTo(stem(part / 20) + thick(part / 20), foot - (height * part) / 20)
  pen.fill()
  pen.lineCap = 'round'
  const limbs = Math.round(22 + height * 0.13)
  for (let i = 0; i < limbs; i++) {
    const at = 0.16 + 0.82 * (i / limbs) + random() * 0.02
    const reach = height * 0.3 * Math.min(1, (at - 0.05) * 3.2) * (1.06 - at) * (0.55 + 0.6 * random())
    const side = random() < 0.5 ? -1 : 1
    const open = side * (0.16 + 0.3 * random())
    const sx = stem(at)
    const sy = foot - height * at
    const ex = sx + Math.sin(open) * reach
    const ey = sy - Math.cos(open) * reach
    const bend = sx + side * reach * 0.3
    pen.strokeStyle = ink(1 + 0.25 * random(), 0.85)
    pen.lineWidth = Math.max(0.4, (height / 330) * (1.15 - at))
    pen.beginPath()
    pen.moveTo(sx, sy)
    pen.quadraticCurveTo(bend, sy - reach * 0.4, ex, ey)
    pen.stroke()
    const twigs = height < 90 ? 3 : 9
    pen.lineWidth = Math.max(0.35, height / 1100)
    for (let twig = 0; twig < twigs; twig++) {
      const t = 0.25 + 0.75 * random()
      const px = (1 - t) ** 2 * sx + 2 * t * (1 - t) * bend + t * t * ex
      const py = (1 - t) ** 2 * sy + 2 * t * (1 - t) * (sy - reach * 0.4) + t * t * ey
      const long = reach * (0.18 + 0.3 * random())
      const angle = open + (random() - 0.5) * 1.3
      pen.strokeStyle = ink(1.1 + 0.4 * random(), 0.62)
      pen.beginPath()
      pen.moveTo(px, py)
      pen.lineTo(px + Math.sin(angle) * long, py - Math.cos(angle) * long)
      pen.stroke()
      if (random() < 0.5) {
        pen.fillStyle = random() < 0.5 ? `rgba(158,120,62,${0.55 * fade})` : `rgba(104,80,46,${0.55 * fade})`
        pen.fillRect(
          px + Math.sin(angle) * long,
          py - Math.cos(angle) * long,
          1 + height / 300,
          1 + height / 340,
        )
      }
    }
  }
}
