// A public-service advertisement, for a frame of six columns and eight lines on the sample's paper.
const width = 2884
const height = 417

const hills = (y, left, middle, right, colour) =>
  `<path fill="${colour}" d="M0 ${y} C ${width * 0.18} ${y - left}, ${width * 0.32} ${y + middle * 0.3},
    ${width * 0.5} ${y - middle} S ${width * 0.82} ${y + right * 0.2}, ${width} ${y - right}
    V ${height} H 0 Z"/>`

const stars = Array.from({ length: 46 }, (_, at) => {
  const [x, y] = [(at * 733) % width, (at * 191) % (height * 0.5)]
  return `<circle cx="${x}" cy="${y}" r="${1.5 + (at % 3)}" fill="#fff" opacity="${0.25 + (at % 5) * 0.1}"/>`
}).join('')

const lines = [0, 1, 2, 3]
  .map(at => {
    const y = at * 20
    const left = `M-290 ${28 + y} C -200 ${8 + y} -110 ${12 + y} -40 ${44 + y}`
    const right = `M290 ${28 + y} C 200 ${8 + y} 110 ${12 + y} 40 ${44 + y}`
    return `<path d="${left} ${right}" stroke="#c4ccc2" stroke-width="4" fill="none"/>`
  })
  .join('')

const book = `<g transform="translate(${width * 0.135} ${height * 0.6})">
  <path d="M0 40 C -120 -20 -230 -20 -330 10 V 120 C -230 92 -120 92 0 150 Z" fill="#fffdf5"/>
  <path d="M0 40 C 120 -20 230 -20 330 10 V 120 C 230 92 120 92 0 150 Z" fill="#f3eee0"/>
  <path d="M0 40 V150" stroke="#9aa79c" stroke-width="4"/>${lines}</g>`

const lamp = `<g transform="translate(${width * 0.135} ${height * 0.58}) scale(1.15)">
  <circle cx="0" cy="-60" r="150" fill="url(#glow)"/>
  <path d="M-34 -40 L-18 -100 H18 L34 -40 Z" fill="#f6d77e"/>
  <rect x="-4" y="-40" width="8" height="70" fill="#3d4b45"/>
  <ellipse cx="0" cy="32" rx="34" ry="7" fill="#3d4b45"/></g>`

const words = `<g font-family="Noto Serif CJK SC" font-weight="900" fill="#fffdf2">
    <text x="${width * 0.295}" y="${height * 0.47}" font-size="150" letter-spacing="14">读一本书，为夜晚点一盏灯</text></g>
  <g font-family="Noto Sans CJK SC" fill="#eaf2e6">
    <text x="${width * 0.298}" y="${height * 0.7}" font-size="62" letter-spacing="4"
      >云岭县图书馆自习区每天开到晚上九点，凭身份证免费入馆</text>
    <text x="${width - 70}" y="${height * 0.9}" text-anchor="end" font-size="48" letter-spacing="6">云岭县图书馆</text></g>`

export const libraryAd = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#20463f"/><stop offset="1" stop-color="#6f9c86"/></linearGradient>
    <radialGradient id="glow"><stop offset="0" stop-color="#fff3c4" stop-opacity="0.95"/>
      <stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#sky)"/>
  ${stars}${hills(height * 0.8, 90, 70, 60, '#4f8069')}${hills(height * 0.9, 40, 80, 30, '#3c6a56')}
  ${lamp}${book}${words}</svg>`
