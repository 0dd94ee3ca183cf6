import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import type { Download, Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'

async function openOutput(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' }).click()
  await expect(page.locator('[data-lines="版样"]')).toContainText('云岭报')
  await page.getByRole('button', { name: '出样', exact: true }).click()
}

const bytesOf = async (download: Download) => readFileSync(await download.path())

/** What a tool of poppler says of a PDF. */
function poppler(tool: string, pdf: Buffer, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'dayang-pdf-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf)
    const output = tool === 'pdftotext' ? ['-'] : []
    return execFileSync(tool, [...options, join(folder, 'page.pdf'), ...output], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('print PDF of the whole edition, with crop marks and bleed', async ({ page }) => {
  await openOutput(page)
  await page.getByRole('button', { name: '印刷 PDF' }).click()
  await page.getByText('全期 4 版').click()
  await page.getByText('裁切线').click()
  await page.getByLabel('出血').fill('3')
  await keepPicture(page, 'output')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存印刷 PDF' }).click(),
  ])
  const pdf = await bytesOf(download)
  const facts = poppler('pdfinfo', pdf, '-box')
  expect(facts).toMatch(/Pages:\s+4/)
  // 275 × 390 mm, in points, inside a larger sheet.
  expect(facts).toMatch(/TrimBox:\s+\S+\s+\S+\s+\S+\s+\S+/)
  const trim = /TrimBox:\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)/.exec(facts)!.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  expect(trim[2] - trim[0]).toBeCloseTo((275 * 72) / 25.4, 0)
  expect(trim[3] - trim[1]).toBeCloseTo((390 * 72) / 25.4, 0)
  expect(poppler('pdftotext', pdf, '-raw')).toContain('云岭报')
})

test('a page as PNG at its true size', async ({ page }) => {
  await openOutput(page)
  const output = page.getByRole('region', { name: '出样' })
  await output.getByRole('button', { name: '图片', exact: true }).click()
  await page.getByLabel('精度').click()
  await page.getByTitle('150 点/英寸').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存 PNG' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('2026-11-24 1版 要闻.png')
  const picture = sharp(await bytesOf(download))
  const { width, height, density } = await picture.metadata()
  expect([width, height, density]).toEqual([
    Math.round((275 / 25.4) * 150),
    Math.round((390 / 25.4) * 150),
    150,
  ])
  // There is ink on it, and white at the margin.
  const { channels } = await picture.clone().greyscale().stats()
  expect(channels[0]!.min).toBeLessThan(40)
  expect(channels[0]!.mean).toBeGreaterThan(150)
})

test('printing hands the system one sheet a page, text as text', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      const room = document.querySelector('.print-pages')
      const style = [...document.querySelectorAll('style')].find(one => one.textContent.includes('@page'))
      ;(window as unknown as { printed: string }).printed =
        `<style>${style?.textContent}</style>${room?.outerHTML}`
    }
  })
  await page.reload()
  await openOutput(page)
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.getByText('全期 4 版').click()
  await page.getByLabel('纸张').click()
  await page.getByTitle('缩到 A3').click()
  await page.getByRole('button', { name: '打印…' }).click()
  await page.waitForFunction(() => 'printed' in window)
  const printed = await page.evaluate(() => (window as unknown as { printed: string }).printed)
  // The desk is as it was.
  await expect(page.locator('.print-pages')).toHaveCount(0)
  await expect(page.locator('[data-lines="版样"]')).toBeAttached()

  const sheet = await page.context().newPage()
  await sheet.setContent(printed)
  const pdf = await sheet.pdf({ preferCSSPageSize: true })
  const facts = poppler('pdfinfo', pdf)
  expect(facts).toMatch(/Pages:\s+4/)
  expect(facts).toMatch(/Page size:\s+84[12].* x 119[01]/)
  expect(poppler('pdftotext', pdf, '-raw').replaceAll(/\s/g, '')).toContain('冬灌开闸')
})

test('the hand-over folder comes as one archive, and can be stopped', async ({ page }) => {
  await openOutput(page)
  await page.getByRole('button', { name: '交付', exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '打包交付' }).click(),
  ])
  const files = unzipSync(await bytesOf(download))
  const names = Object.keys(files).filter(name => !name.endsWith('/'))
  for (const kind of [
    /版样\.pdf$/,
    /发稿单\.xlsx$/,
    /01_.*\.txt$/,
    /01_.*\.docx$/,
    /\d\d_图.*\.jpg$/,
    /清单\.json$/,
  ]) {
    expect(names.filter(name => kind.test(name)).length, String(kind)).toBeGreaterThan(0)
  }
  const list = JSON.parse(new TextDecoder().decode(files[names.find(name => name.endsWith('清单.json'))!]))
  expect(JSON.stringify(list)).toContain('要闻')
  await expect(page.getByText(/^已交付 /)).toBeVisible()

  await page.getByText('全期 4 版').click()
  await page.getByRole('button', { name: '打包交付' }).click()
  await page.getByRole('button', { name: '停下' }).click()
  await expect(page.getByText('已停下，没有存文件。')).toBeVisible()
})
