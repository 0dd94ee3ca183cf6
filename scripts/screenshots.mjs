/**
 * Takes the pictures of docs/screenshots again, on a new sample newsroom through the browser door:
 *
 *     npm run build && node scripts/screenshots.mjs
 *
 * The desk at 1366 × 768, and each page of the sample edition as the app itself writes it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { inRoot, nodeBinary } from './setup/root.mjs'

const folder = mkdtempSync(join(tmpdir(), 'dayang-pictures-'))
const newsroom = spawn(nodeBinary(), [inRoot('out/main/serve.js'), '--data', folder], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

const keep = (picture, name) =>
  sharp(picture)
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(inRoot(`docs/screenshots/${name}.png`))

try {
  const [line] = await once(createInterface({ input: newsroom.stdout }), 'line')
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await page.goto(JSON.parse(line).url)
  const go = name => page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
  const settle = () => page.waitForTimeout(3000)

  await page.getByRole('option', { name: /冬灌开闸/ }).click()
  await settle()
  await keep(await page.screenshot(), 'story')
  await go('稿库')
  await settle()
  await keep(await page.screenshot(), 'budget')

  await go('版面')
  await page.locator('.page-scroll canvas[data-painted]').waitFor()
  await page
    .getByRole('group', { name: '版面上的文框' })
    .getByRole('button', { name: /县医院/ })
    .focus()
  await settle()
  await keep(await page.screenshot(), 'pages')

  await page.keyboard.press('Escape')
  for (const [at, name] of ['一', '二', '三', '四'].entries()) {
    await page
      .getByRole('navigation', { name: '各版' })
      .getByRole('button', { name: new RegExp(`${name}版`) })
      .click()
    await settle()
    await page.getByRole('button', { name: '出样', exact: true }).click()
    const output = page.getByRole('region', { name: '出样' })
    await output.waitFor()
    // The panel opens again as it was left.
    if (!(await page.getByLabel('精度').isVisible())) {
      await output.getByRole('button', { name: '图片', exact: true }).click()
      await page.getByLabel('精度').click()
      await page.getByTitle('150 点/英寸').click()
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存 PNG' }).click(),
    ])
    const whole = readFileSync(await download.path())
    await keep(await sharp(whole).resize({ width: 1000 }).toBuffer(), `page-${at + 1}`)
    await page.keyboard.press('Escape')
  }
} finally {
  await browser.close()
  newsroom.kill('SIGTERM')
  await once(newsroom, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
