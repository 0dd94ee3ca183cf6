/**
 * Draws the sample newsroom's photos into resources/sample/photos:
 *
 *     node scripts/sample-photos.mjs [--draft] [NAME…]
 *
 * Each scene of scripts/sample-photos is a module that paints on a canvas of 1800 × 1200 in Chromium
 * (CHROMIUM, else /usr/bin/chromium). Random numbers are seeded, so a scene comes out the same each time.
 * Four of the scenes are traced, ray by ray: minutes each. --draft takes a sixth of the rays.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const scenes = [
  'irrigation-canal',
  'clinic-corridor',
  'library-night',
  'apple-orchard',
  'new-lift',
  'snow-chrysanthemum',
]
const root = join(import.meta.dirname, '..')
const largest = 440 * 1024

const effort = process.argv.includes('--draft') ? 1 / 6 : 1
const asked = process.argv.slice(2).filter(word => word !== '--draft')
const unknown = asked.filter(name => !scenes.includes(name))
if (unknown.length > 0) {
  console.error(`No scene ${unknown.join(', ')}; there are ${scenes.join(', ')}`)
  process.exit(2)
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await browser.newPage()
  page.on('pageerror', error => console.error(error.message))
  // Modules need an origin; this one never leaves the browser.
  await page.route('http://scenes.invalid/**', route => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    return route.fulfill({
      contentType: 'text/javascript',
      body: readFileSync(join(import.meta.dirname, 'sample-photos', name), 'utf8'),
    })
  })
  await page.goto('http://scenes.invalid/')
  for (const name of asked.length > 0 ? asked : scenes) {
    const jpeg = Buffer.from(await page.evaluate(drawScene, { name, largest, effort }), 'base64')
    writeFileSync(join(root, 'resources/sample/photos', `${name}.jpg`), jpeg)
    console.log(`${name}.jpg ${Math.round(jpeg.length / 1024)} KB`)
  }
} finally {
  await browser.close()
}

/** Runs in the browser: paints the scene and gives the best JPEG under the size, in base64. */
async function drawScene({ name, largest, effort }) {
  const { draw } = await import(`/${name}.js`)
  const canvas = new OffscreenCanvas(1800, 1200)
  await draw(canvas.getContext('2d', { willReadFrequently: true }), effort)
  for (let quality = 0.9; ; quality -= 0.04) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    if (blob.size > largest && quality > 0.4) continue
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }
}
