// An advertisement, for a frame of six columns and seven lines on the sample's paper.
const width = 2884
const height = 363

/** An apple of a radius with its highlight, stalk and leaf. */
const apple = (
  x,
  y,
  radius,
  turn = 0,
) => `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${radius / 100})">
  <ellipse cx="4" cy="104" rx="88" ry="16" fill="#5b2a17" opacity="0.28"/>
  <path d="M0 -62 C 26 -98 92 -92 98 -22 C 103 44 58 106 22 100 C 8 97 -8 97 -22 100
    C -58 106 -103 44 -98 -22 C -92 -92 -26 -98 0 -62 Z" fill="url(#skin)"/>
  <path d="M-62 -54 C -84 -30 -86 14 -70 42" stroke="#fff" stroke-width="13" stroke-linecap="round"
    fill="none" opacity="0.42"/>
  <path d="M-34 -66 C -14 -50 14 -50 34 -66 C 20 -42 -20 -42 -34 -66 Z" fill="#7d1414" opacity="0.55"/>
  <path d="M0 -56 C 0 -84 6 -104 20 -120" stroke="#5a3a1c" stroke-width="9" stroke-linecap="round" fill="none"/>
  <path d="M14 -100 C 40 -136 86 -132 98 -108 C 76 -84 36 -82 14 -100 Z" fill="#4d7d34"/></g>`

const basket = [
  apple(150, 236, 78, -14),
  apple(310, 226, 88, 6),
  apple(470, 240, 76, 16),
  apple(236, 122, 74, -6),
  apple(398, 116, 72, 10),
].join('')

const trees = Array.from({ length: 9 }, (_, at) => {
  const x = 620 + at * 262
  const size = 58 + ((at * 37) % 26)
  return `<circle cx="${x}" cy="${height - 18}" r="${size}" fill="#dfe6c4"/>
    <circle cx="${x + 70}" cy="${height - 6}" r="${size * 0.8}" fill="#d6dfb8"/>`
}).join('')

export const appleAd = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <radialGradient id="skin" cx="0.36" cy="0.3" r="0.8"><stop offset="0" stop-color="#ff8a5c"/>
      <stop offset="0.45" stop-color="#d8342a"/><stop offset="1" stop-color="#8f1414"/></radialGradient>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fffaf0"/>
      <stop offset="1" stop-color="#f3ead0"/></linearGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#ground)"/>
  ${trees}${basket}
  <g font-family="Noto Serif CJK SC" font-weight="900" fill="#8f1414">
    <text x="640" y="172" font-size="146" letter-spacing="16">柏树坪的苹果，下树了</text></g>
  <g font-family="Noto Sans CJK SC" fill="#4a3526">
    <text x="646" y="256" font-size="58" letter-spacing="5">塬上昼夜温差大，果脆，汁多，糖度十三以上</text>
    <text x="646" y="326" font-size="46" letter-spacing="3">一箱九枚，果园直发　认树、团购可到村部登记</text></g>
  <g transform="translate(2440 66)"><rect width="376" height="232" rx="10" fill="#8f1414"/>
    <g font-family="Noto Sans CJK SC" font-weight="700" fill="#fffaf0" text-anchor="middle">
      <text x="188" y="92" font-size="48" letter-spacing="4">塬头乡柏树坪</text>
      <text x="188" y="178" font-size="48" letter-spacing="4">果品合作社</text></g></g></svg>`
