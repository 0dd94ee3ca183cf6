// Writes src/shared/typeset/face-data.ts: the advances of Latin, Greek, Cyrillic and the dashes in the faces we ship,
// and that of their half-width digits.
// Run after a change of the font packages: node scripts/font-metrics.mjs
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const fontkit = require('fontkit')

const faces = [
  ['serifRegular', '宋体', 'noto-serif-sc', '400Regular'],
  ['serifBold', '粗宋', 'noto-serif-sc', '700Bold'],
  ['serifBlack', '超粗宋', 'noto-serif-sc', '900Black'],
  ['sansRegular', '黑体', 'noto-sans-sc', '400Regular'],
  ['sansBold', '粗黑', 'noto-sans-sc', '700Bold'],
]
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x2014, 0x2014],
  [0x2e3a, 0x2e3a],
]

let out = `import type { FaceMetrics } from './faces'\n
/* Written by scripts/font-metrics.mjs from the fonts' hmtx tables; do not edit by hand. */\n`
for (const [key, label, family, weight] of faces) {
  const folder = join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), weight)
  const file = readdirSync(folder).find(name => name.endsWith('.ttf'))
  const font = fontkit.openSync(join(folder, file))
  const advances = ranges.map(([from, to]) => {
    const row = []
    for (let code = from; code <= to; code++) {
      const glyph = font.glyphForCodePoint(code)
      row.push(glyph.id === 0 ? 0 : Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm))
    }
    return `{ from: ${from}, advances: [${row.join(', ')}] }`
  })
  const halves = font
    .layout('0123456789', ['hwid'])
    .glyphs.map(glyph => (glyph.advanceWidth * 1000) / font.unitsPerEm)
  if (new Set(halves).size > 1) throw new Error(`${file} has half-width digits of several widths: ${halves}`)
  out += `/** ${font.postscriptName}. */\nexport const ${key}: FaceMetrics = { key: '${key}', label: '${label}', `
  out += `postscriptName: '${font.postscriptName}', halfDigit: ${halves[0]}, ranges: [${advances.join(', ')}] }\n\n`
}
writeFileSync(new URL('../src/shared/typeset/face-data.ts', import.meta.url), out)
