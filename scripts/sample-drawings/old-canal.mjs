// 插图 of 听渠, in the manner of a woodcut: an old canal under the moon, a willow, a house on the bank.
const width = 1800
const height = 780

/** A stroke that is thick in the middle and thin at both ends, as a knife cuts it. */
const cut = (x1, y1, x2, y2, weight, colour) => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [(-dy / length) * weight, (dx / length) * weight]
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2]
  return `<path d="M${x1} ${y1} Q ${mx + nx} ${my + ny} ${x2} ${y2} Q ${mx - nx} ${my - ny} ${x1} ${y1} Z" fill="${colour}"/>`
}

const ink = '#15181b'
const paper = '#f6f3ea'
let seed = 7
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
const between = (from, to) => from + random() * (to - from)

/** The sky: long cuts that bend round the moon. */
const moon = { x: 1240, y: 190, radius: 92 }
const sky = Array.from({ length: 520 }, () => {
  const x = between(-60, width)
  const y = between(8, 428)
  const away = Math.hypot(x - moon.x, y - moon.y)
  if (away < moon.radius + 44) return ''
  const long = between(46, 150)
  const bend = Math.max(0, 1 - away / 460) * (y < moon.y ? -26 : 26)
  const light = Math.max(0.8, 3.6 - away / 190)
  return cut(x, y, x + long, y + bend * ((moon.x - x) / 400), light, paper)
}).join('')

const halo = [1, 2, 3]
  .map(
    at => `<circle cx="${moon.x}" cy="${moon.y}" r="${moon.radius + at * 17}" fill="none" stroke="${paper}"
      stroke-width="${7 - at * 1.8}" stroke-dasharray="${90 - at * 16} ${8 + at * 7}"/>`,
  )
  .join('')

/** Hills far off, and the plateau's edge. */
const hills = `<path d="M0 430 C 200 352 380 398 560 372 S 900 318 1100 378 S 1500 342 1800 396 V 470 H 0 Z" fill="${ink}" stroke="${paper}" stroke-width="5"/>
  ${Array.from({ length: 120 }, () => {
    const x = between(0, width)
    const y = between(404, 442)
    return cut(x, y, x + between(40, 110), y + between(-3, 7), 2.2, paper)
  }).join('')}`

/** The canal comes from the hills and widens towards us. */
const left = y => 930 - ((y - 440) / 340) ** 1.35 * 560
const right = y => 1010 + ((y - 440) / 340) ** 1.35 * 420
const edge = side => Array.from({ length: 18 }, (_, at) => `${side(440 + at * 20)} ${440 + at * 20}`)
const water = `<path d="M${edge(left).join(' L')} L${edge(right).toReversed().join(' L')} Z" fill="${ink}"/>
  ${Array.from({ length: 170 }, () => {
    const y = 446 + random() ** 0.8 * 330
    const [from, to] = [left(y) + 10, right(y) - 10]
    const x = between(from, to)
    const near = Math.abs(x - (moon.x - (y - 440) * 0.62)) < 30 + (y - 440) * 0.24
    const long = (near ? 46 : 22) * (0.5 + (y - 440) / 260)
    return cut(Math.max(from, x - long), y, Math.min(to, x + long), y, near ? 3.6 : 1.2, paper)
  }).join('')}`

/** Banks of grass: short cuts that lean. */
const grass = Array.from({ length: 900 }, () => {
  const y = 452 + random() ** 0.75 * 330
  const isLeft = random() < 0.52
  const x = isLeft ? between(-10, left(y) - 6) : between(right(y) + 6, width)
  const tall = 7 + (y - 440) * 0.1
  return cut(x, y, x + between(-6, 8), y - tall, 1.5 + (y - 440) / 150, random() < 0.84 ? ink : '#6d7166')
}).join('')

/** The old house at the left: a gable, a lit window, a wall. */
const house = `<g><path d="M150 486 V 362 L 262 300 L 374 362 V 486 Z" fill="${ink}"/>
  <path d="M132 372 L 262 292 L 392 372 L 384 384 L 262 312 L 140 384 Z" fill="${paper}" stroke="${ink}" stroke-width="5"/>
  <rect x="236" y="392" width="52" height="46" fill="${paper}"/>
  <path d="M262 392 V 438 M236 415 H 288" stroke="${ink}" stroke-width="5"/>
  <path d="M374 440 H 610 V 486 H 374 Z" fill="${ink}"/>
  ${Array.from({ length: 46 }, () => {
    const x = between(380, 590)
    const y = between(446, 480)
    return cut(x, y, x + 18, y, 1.6, paper)
  }).join('')}</g>`

/** The willow at the right: a trunk, and branches that hang down to the water. */
const branches = Array.from({ length: 58 }, (_, at) => {
  const x = 1330 + at * 8.4 + between(-10, 10)
  const top = 84 + Math.abs(at - 29) * 4.4 + between(-12, 12)
  const foot = 470 + Math.sin(at * 0.5) * 70 + (at < 18 ? 110 - at * 4 : 0) + between(-30, 40)
  const sway = -34 + between(-10, 10) - (at < 18 ? 44 : 0)
  const leaves = Array.from({ length: 17 }, (_, leaf) => {
    const t = 0.14 + leaf * 0.05
    const [lx, ly] = [x + sway * t * t, top + (foot - top) * t]
    const side = leaf % 2 === 0 ? -1 : 1
    return cut(lx, ly, lx + side * 11, ly + 24, 3.4, leaf % 5 === 2 ? paper : ink)
  }).join('')
  return `<path d="M${x} ${top} Q ${x - 2} ${(top + foot) / 2} ${x + sway} ${foot}" stroke="${ink}" stroke-width="2.6" fill="none"/>${leaves}`
}).join('')
const trunk = `<path d="M1520 640 C 1546 540 1518 420 1556 300 C 1568 240 1560 190 1584 128 L 1594 128
  C 1592 190 1616 240 1606 320 C 1596 430 1622 540 1668 650 C 1620 632 1570 634 1520 640 Z" fill="${ink}"/>
  <path d="M1580 190 C 1500 140 1440 128 1374 150 M1596 170 C 1660 118 1720 120 1776 152" stroke="${ink}"
    stroke-width="15" fill="none" stroke-linecap="round"/>
  ${Array.from({ length: 34 }, () => {
    const y = between(190, 600)
    const x = 1566 + (y > 420 ? (y - 420) * 0.12 : 0) + between(-14, 18)
    return cut(x, y, x + between(-5, 5), y + between(22, 52), 2.4, paper)
  }).join('')}`

export const oldCanal = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <rect width="${width}" height="${height}" fill="${paper}"/>
  <rect width="${width}" height="446" fill="${ink}"/>
  ${sky}<circle cx="${moon.x}" cy="${moon.y}" r="${moon.radius + 12}" fill="${ink}"/>
  <circle cx="${moon.x}" cy="${moon.y}" r="${moon.radius}" fill="${paper}"/>${halo}
  ${hills}<rect y="446" width="${width}" height="${height - 446}" fill="${paper}"/>${grass}${water}${house}
  <g stroke="${paper}" stroke-width="3" paint-order="stroke" stroke-opacity="0.55">${branches}</g>${trunk}
  <rect x="5" y="5" width="${width - 10}" height="${height - 10}" fill="none" stroke="${ink}" stroke-width="10"/></svg>`
