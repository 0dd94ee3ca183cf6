// 插图 over the literary page, in the manner of a woodcut: an old canal under the moon, a house, a willow.
const width = 2884
const height = 372
const horizon = 196

const ink = '#15181b'
const paper = '#f6f3ea'
let seed = 7
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
const between = (from, to) => from + random() * (to - from)

/** A stroke that is thick in the middle and thin at both ends, as a knife cuts it. */
const cut = (x1, y1, x2, y2, weight, colour) => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [(-dy / length) * weight, (dx / length) * weight]
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2]
  return `<path d="M${x1} ${y1} Q ${mx + nx} ${my + ny} ${x2} ${y2} Q ${mx - nx} ${my - ny} ${x1} ${y1} Z" fill="${colour}"/>`
}
const cuts = (count, one) => Array.from({ length: count }, (_, at) => one(at)).join('')

/** The sky: long cuts that bend round the moon. */
const moon = { x: 1800, y: 98, radius: 56 }
const sky = cuts(620, () => {
  const [x, y] = [between(-60, width), between(6, horizon - 12)]
  const away = Math.hypot(x - moon.x, y - moon.y)
  if (away < moon.radius + 34) return ''
  const bend = Math.max(0, 1 - away / 380) * (y < moon.y ? -18 : 18)
  return cut(
    x,
    y,
    x + between(46, 160),
    y + bend * ((moon.x - x) / 320),
    Math.max(0.9, 3.2 - away / 240),
    paper,
  )
})
const halo = [1, 2, 3]
  .map(
    at => `<circle cx="${moon.x}" cy="${moon.y}" r="${moon.radius + at * 11}" fill="none" stroke="${paper}"
      stroke-width="${5 - at * 1.3}" stroke-dasharray="${60 - at * 11} ${7 + at * 5}"/>`,
  )
  .join('')

/** Hills far off. */
const hills = `<path d="M0 168 C 240 120 460 150 760 126 S 1240 92 1560 138 S 2200 108 2884 150 V ${horizon + 8} H 0 Z"
    fill="${ink}" stroke="${paper}" stroke-width="3.5"/>
  ${cuts(170, () => {
    const [x, y] = [between(0, width), between(166, horizon - 8)]
    return cut(x, y, x + between(40, 110), y + between(-2, 5), 1.6, paper)
  })}`

/** The canal comes from the hills and widens towards us. */
const near = y => ((y - horizon) / (height - horizon)) ** 1.25
const left = y => 1380 - near(y) * 560
const right = y => 1450 + near(y) * 470
const edge = side =>
  Array.from({ length: 20 }, (_, at) => horizon + (at * (height - horizon)) / 19).map(y => `${side(y)} ${y}`)
const water = `<path d="M${edge(left).join(' L')} L${edge(right).toReversed().join(' L')} Z" fill="${ink}"/>
  ${cuts(230, () => {
    const y = horizon + 5 + random() ** 0.8 * (height - horizon)
    const [from, to] = [left(y) + 8, right(y) - 8]
    const x = between(from, to)
    const shines = Math.abs(x - (1452 + near(y) * 130)) < 26 + near(y) * 90
    const long = (shines ? 44 : 22) * (0.4 + near(y) * 1.3)
    return cut(Math.max(from, x - long), y, Math.min(to, x + long), y, shines ? 3 : 1.1, paper)
  })}`

/** Banks of grass: short cuts that lean. */
const grass = cuts(1700, () => {
  const y = horizon + 8 + random() ** 0.75 * (height - horizon)
  const x = random() < 0.5 ? between(-10, left(y) - 6) : between(right(y) + 6, width)
  const tall = 6 + near(y) * 24
  return cut(x, y, x + between(-6, 8), y - tall, 1.3 + near(y) * 1.7, random() < 0.84 ? ink : '#6d7166')
})

/** The old house: a gable, a lit window, a wall along the bank. */
const house = `<g transform="translate(420 -52) scale(0.62)"><path d="M150 486 V 362 L 262 300 L 374 362 V 486 Z" fill="${ink}"/>
  <path d="M132 372 L 262 292 L 392 372 L 384 384 L 262 312 L 140 384 Z" fill="${paper}" stroke="${ink}" stroke-width="5"/>
  <rect x="236" y="392" width="52" height="46" fill="${paper}"/>
  <path d="M262 392 V 438 M236 415 H 288" stroke="${ink}" stroke-width="5"/>
  <path d="M374 440 H 760 V 486 H 374 Z" fill="${ink}" stroke="${paper}" stroke-width="3"/>
  ${cuts(60, () => {
    const [x, y] = [between(380, 736), between(448, 480)]
    return cut(x, y, x + 18, y, 1.8, paper)
  })}</g>`

/** Poplars along the bank, smaller the farther off. */
const poplars = [820, 905, 980, 1046, 1102, 1150, 1192, 1230]
  .map((x, at) => {
    const tall = 128 - at * 13
    const foot = horizon + 46 - at * 5.4
    const leaves = cuts(26, () => {
      const t = random()
      const lean = Math.sin(t * Math.PI) * tall * 0.11
      return cut(
        x + between(-lean, lean),
        foot - tall * (0.16 + t * 0.84),
        x + between(-lean, lean) * 0.4,
        foot - tall * (0.3 + t * 0.8),
        2.2,
        random() < 0.3 ? paper : ink,
      )
    })
    return `<path d="M${x - tall * 0.09} ${foot - tall * 0.2} Q ${x - tall * 0.14} ${foot - tall * 0.6} ${x} ${foot - tall * 1.12}
      Q ${x + tall * 0.14} ${foot - tall * 0.6} ${x + tall * 0.09} ${foot - tall * 0.2} Z" fill="${ink}" stroke="${paper}" stroke-width="1.6"/>
      <path d="M${x - 2} ${foot} V ${foot - tall * 0.3} H ${x + 2} V ${foot} Z" fill="${ink}"/>${leaves}`
  })
  .join('')

/** The willow: a trunk, and branches that hang down to the water. */
const branches = cuts(64, at => {
  const x = 2210 + at * 7.2 + between(-8, 8)
  const top = 24 + Math.abs(at - 32) * 1.7 + between(-6, 8)
  const foot = 210 + Math.sin(at * 0.5) * 34 + (at < 20 ? 66 - at * 2.4 : 0) + between(-18, 26)
  const sway = -22 + between(-7, 7) - (at < 20 ? 30 : 0)
  const leaves = cuts(14, leaf => {
    const t = 0.12 + leaf * 0.062
    const [lx, ly] = [x + sway * t * t, top + (foot - top) * t]
    return cut(lx, ly, lx + (leaf % 2 === 0 ? -8 : 8), ly + 15, 2.4, leaf % 4 === 2 ? paper : ink)
  })
  return `<path d="M${x} ${top} Q ${x - 2} ${(top + foot) / 2} ${x + sway} ${foot}" stroke="${ink}" stroke-width="1.8" fill="none"/>${leaves}`
})
const trunk = `<path d="M2392 330 C 2412 276 2394 190 2420 120 C 2426 90 2424 66 2436 40 L 2446 40 C 2446 74 2452 92 2448 128
  C 2440 190 2462 276 2498 336 C 2462 326 2428 326 2392 330 Z" fill="${ink}" stroke="${paper}" stroke-width="2"/>
  ${cuts(30, () => {
    const y = between(80, 300)
    const x = 2430 + (y > 220 ? (y - 220) * 0.1 : 0) + between(-9, 12)
    return cut(x, y, x + between(-4, 4), y + between(14, 34), 1.9, paper)
  })}`

export const oldCanal = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <rect width="${width}" height="${height}" fill="${paper}"/>
  <rect width="${width}" height="${horizon}" fill="${ink}"/>
  ${sky}<circle cx="${moon.x}" cy="${moon.y}" r="${moon.radius + 8}" fill="${ink}"/>
  <circle cx="${moon.x}" cy="${moon.y}" r="${moon.radius}" fill="${paper}"/>${halo}
  ${hills}<rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${paper}"/>${grass}${water}${house}${poplars}
  <g stroke="${paper}" stroke-width="2" paint-order="stroke" stroke-opacity="0.5">${branches}</g>${trunk}
  <rect x="4" y="4" width="${width - 8}" height="${height - 8}" fill="none" stroke="${ink}" stroke-width="8"/></svg>`
