import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'

const openPages = async (page: Page) => {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' }).click()
  await expect(page.locator('.page-scroll canvas[data-painted]')).toBeVisible()
  // Every story's text has come when the last of them shows.
  await expect(page.locator('[data-lines="版样"]')).toContainText('夜间门诊')
  await expect(page.locator('[data-lines="版样"]')).toContainText('送热饭上门')
}

test.describe('the pages', () => {
  test('show the sample edition', async ({ page }) => {
    await openPages(page)
    await expect(page.getByRole('navigation', { name: '各版' }).getByRole('button')).toHaveCount(4)
    await expect(page.locator('[data-lines="版样"]')).toContainText('越冬水')
    await keepPicture(page, 'pages')
    await page.setViewportSize({ width: 1920, height: 1080 })
    await keepPicture(page, 'pages-1920')
  })

  test('follow the editor in another window', async ({ page, anotherWindow }) => {
    await openPages(page)
    const other = await anotherWindow()
    await other.getByRole('option', { name: /冬灌开闸/ }).click()
    await other.locator('.sheet .headline').click()
    await other.keyboard.press('End')
    await other.keyboard.type('啦')
    await expect(page.locator('[data-lines="版样"]')).toContainText('啦')
  })

  test('follow the editor in the panel beside it', async ({ page }) => {
    await page.getByRole('option', { name: /冬灌开闸/ }).click()
    await page.locator('.galley').getByText('本版').click()
    await page.locator('.sheet .headline').click()
    await page.keyboard.press('End')
    await page.keyboard.type('啦')
    await expect(page.locator('[data-lines="本版"]')).toContainText('啦')
  })

  test('leave as a PDF whose lines are the screen’s', async ({ page }) => {
    test.skip(
      spawnSync('pdftotext', ['-v']).error !== undefined,
      'pdftotext (poppler) is not on this machine',
    )
    await openPages(page)
    const lines = (await page.locator('[data-lines="版样"]').textContent()) ?? ''
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出版样 PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    const file = await download.path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
    const bare = (words: string) => words.replace(/\s/g, '')
    // Lines that stand on one row are extracted as one, a space between them: a column's last line with the next columns' first where a photo above brings them to one row.
    const printed = new Set(text.split('\n').flatMap(line => [bare(line), ...line.split(' ').map(bare)]))
    const shown = lines
      .split('\n')
      .map(bare)
      .filter(line => line.length > 6)
    // The folio's fields hold spaces themselves.
    const folio = /^\d{4}年|^第\d+期|^责编/
    const inFolio = (line: string) => folio.test(line) && [...printed].some(whole => whole.includes(line))
    const missing = shown.filter(line => !printed.has(line) && !inFolio(line))
    expect(shown.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })

  test('are laid out again by the budget', async ({ page }) => {
    await openPages(page)
    await page.getByRole('button', { name: '按稿库排版' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('[data-lines="版样"]')).toContainText('越冬水')
  })

  test('say which characters the faces lack', async ({ page }) => {
    await page.getByRole('option', { name: /冬灌开闸/ }).click()
    await expect(page.locator('.sheet .headline')).toContainText('冬灌开闸')
    await page.locator('.sheet .kicker').click()
    await page.keyboard.insertText('\u{10fffd}')
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
    await openPages(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出版样 PDF' }).click()
    await download
    const note = page.getByRole('status').filter({ hasText: '字体里没有' })
    await expect(note).toContainText('〓')
    await note.getByRole('button', { name: '知道了' }).click()
    await expect(note).toHaveCount(0)
  })
})
