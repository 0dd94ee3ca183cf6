import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, keepPicture, test } from './door'
import { blankStory, openStory, saved, sheet } from './sheet'

const menu = (page: Page) =>
  page.getByRole('toolbar', { name: '写稿' }).getByRole('button', { name: '导出', exact: true })

async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = (await Promise.all([page.waitForEvent('download'), act()])) as [Download, void]
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Chooses from the menu of the open story. */
const choose = (page: Page, name: string | RegExp) => async () => {
  await menu(page).click()
  await page.getByRole('menuitem', { name }).click()
}

/** What the clipboard holds after a copy, by its types, as a paste into the sheet would get it. */
async function copied(page: Page, act: () => Promise<void>): Promise<Record<string, string>> {
  await act()
  await page.locator(`${sheet} .headline`).click()
  await page.evaluate(() => {
    document.addEventListener(
      'paste',
      event => {
        event.preventDefault()
        event.stopImmediatePropagation()
        const data = event.clipboardData!
        ;(window as unknown as { copied: unknown }).copied = Object.fromEntries(
          [...data.types].map(type => [type, data.getData(type)]),
        )
      },
      { capture: true, once: true },
    )
  })
  await page.keyboard.press('Control+v')
  const held = await page.waitForFunction(() => (window as unknown as { copied?: unknown }).copied)
  await page.evaluate(() => delete (window as unknown as { copied?: unknown }).copied)
  return (await held.jsonValue()) as Record<string, string>
}

test('the open story leaves as Word with what was just typed, and as text', async ({ page }) => {
  await openStory(page, '小板凳')
  await page.locator(`${sheet} p`).last().click()
  await page.keyboard.press('End')
  await page.keyboard.type('泉边新添了一条长凳。')
  const word = await downloaded(page, () => page.keyboard.press('Control+Alt+w'))
  expect(word.name).toMatch(/^\d+_.*小板凳.*\.docx$/)
  const xml = new TextDecoder().decode(unzipSync(word.bytes)['word/document.xml'])
  expect(xml).toContain('泉边新添了一条长凳。')
  await expect(page.getByText(/^已导出 .*\.docx。$/)).toBeVisible()
  const text = await downloaded(page, choose(page, /小样 txt（UTF-8）/))
  expect(text.bytes.toString('utf8')).toContain('泉边新添了一条长凳。')
  const all = await downloaded(page, choose(page, /导出一包/))
  expect(Object.keys(unzipSync(all.bytes)).map(name => name.slice(-5))).toEqual(
    expect.arrayContaining([expect.stringMatching(/\.docx$/), expect.stringMatching(/\.txt$/)]),
  )
})

test('what GBK lacks is shown with its places before anything is written', async ({ page }) => {
  await openStory(page, '小板凳')
  await page.locator(`${sheet} .deck`).click()
  await page.keyboard.insertText('渠长李㛃')
  await saved(page)
  await choose(page, /小样 txt（GBK）/)()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('GBK 里没有这 1 处的字')
  await expect(dialog.getByRole('row')).toContainText('㛃U+36C3副题渠长李㛃')
  await keepPicture(page, 'gbk-gaps')
  await dialog.getByRole('button', { name: '先不导出' }).click()
  await expect(dialog).toHaveCount(0)
  await choose(page, /小样 txt（GBK）/)()
  const gbk = await downloaded(page, () => page.getByRole('button', { name: /照样导出/ }).click())
  expect(new TextDecoder('gbk').decode(gbk.bytes)).toContain('【副题】渠长李〓')
  await choose(page, /小样 txt（GBK）/)()
  const utf8 = await downloaded(page, () => page.getByRole('button', { name: '改存 UTF-8' }).click())
  expect(utf8.bytes.toString('utf8')).toContain('【副题】渠长李㛃')
})

test('the story is copied as clean text, and as HTML that an official account takes', async ({ page }) => {
  await openStory(page, '冬灌开闸')
  const headline = (await page.locator(`${sheet} .headline`).textContent())!
  const text = await copied(page, () => page.keyboard.press('Control+Alt+c'))
  expect(Object.keys(text)).toEqual(['text/plain'])
  expect(text['text/plain']).toContain(headline)
  expect(text['text/plain']).toMatch(/\n\u3000\u3000\S/)
  const html = await copied(page, choose(page, '复制到公众号'))
  expect(html['text/plain']).toBe(text['text/plain'])
  expect(html['text/html']).toContain(`<strong>${headline}</strong>`)
  expect(html['text/html']).toContain('〔此处放图1〕')
  expect(html['text/html']).not.toMatch(/class=|<script|<img/)
  await expect(page.getByText(/^已复制，可粘贴到公众号。/)).toBeVisible()
})

test('stories selected in the budget leave as one zip or one by one', async ({ page }) => {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '稿库' }).click()
  for (const headline of ['县医院', '把灯开']) {
    await page
      .getByRole('row', { name: new RegExp(headline) })
      .getByRole('checkbox')
      .click()
  }
  const bar = page.getByRole('toolbar', { name: '选中的稿件' })
  await expect(bar).toContainText('已选 2 篇')
  const zip = await downloaded(page, async () => {
    await bar.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: 'Word（.docx），打成一包' }).click()
  })
  expect(zip.name).toMatch(/^稿件2篇_\d{8}\.zip$/)
  expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(2)
  const names: string[] = []
  page.on('download', download => names.push(download.suggestedFilename()))
  await bar.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: 'Word，逐篇一个文件' }).click()
  await expect.poll(() => names.length).toBe(2)
  for (const name of names) expect(name).toMatch(/^\d+_.+\.docx$/)
})

test('what is taken out in 修订 is in no file and no copy', async ({ page }) => {
  await blankStory(page)
  await page.locator(`${sheet} p`).first().click()
  await page.keyboard.insertText('留下的话。机密')
  await saved(page)
  await page.getByRole('button', { name: '修订', exact: true }).click()
  await expect(page.getByRole('button', { name: '修订中' })).toBeVisible()
  await page.locator(`${sheet} p`).first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(page.locator(`${sheet} .went-out`)).toContainText('机密')
  const text = await downloaded(page, choose(page, /小样 txt（UTF-8）/))
  expect(text.bytes.toString('utf8')).toContain('留下的话。')
  expect(text.bytes.toString('utf8')).not.toMatch(/机|密/)
  const copy = await copied(page, choose(page, '复制到公众号'))
  expect(JSON.stringify(copy)).not.toMatch(/机|密/)
})
