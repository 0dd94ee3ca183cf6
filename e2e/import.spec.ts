import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { expect, keepPicture, test } from './door'

// An invented page: captions and a strap first, then three stories, broken over columns, and a colophon.
const pageText = readFileSync('src/main/intake/page/fixtures/titles-before.txt', 'utf8')

const startImport = async (page: Page) => {
  await page.getByRole('button', { name: '导入', exact: true }).first().click()
  await expect(page.getByRole('textbox', { name: '来稿' })).toBeFocused()
}

const pastePage = (page: Page) =>
  page.getByRole('textbox', { name: '来稿' }).evaluate((field, words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, pageText)

const open = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('选来稿文件').setInputFiles({ name, mimeType: 'text/plain', buffer })

const headline = (page: Page, story: number) => page.getByRole('textbox', { name: `第 ${story} 篇主题` })
const stories = (page: Page) => page.getByRole('region', { name: '读出的稿件' })
const all = (page: Page) => page.getByRole('group', { name: '筛选' }).getByRole('button', { name: /^全部/ })
const countOf = async (page: Page) => Number((await all(page).innerText()).replace(/\D/g, ''))

test.describe('the import', () => {
  test('reads a pasted page, shows every change, and takes it into the budget', async ({ page }) => {
    const before = await countOf(page)
    await startImport(page)
    await pastePage(page)
    await expect(headline(page, 1)).toHaveValue('水窝子变成“聚宝盆”')
    await expect(headline(page, 3)).toHaveValue('秋粮收购进展顺利')
    await expect(stories(page)).toContainText('乡村振兴进行时')
    await expect(stories(page)).toContainText('本报记者 罗小满 摄')
    await expect(stories(page)).toContainText('责任编辑：方知秋')
    await keepPicture(page, 'import')

    const changes = page.getByRole('region', { name: '清洗单' })
    const total = await changes.locator('h3').innerText()
    await expect(changes.locator('del').first()).toBeVisible()
    await stories(page)
      .getByRole('button', { name: /改了 \d+ 处/ })
      .nth(2)
      .click()
    await expect(changes).toContainText('秋粮收购进展顺利')
    expect(total).toMatch(/清洗单 · [1-9]\d* 处/)

    // Untick one, mend a headline, say where it goes.
    await stories(page).getByRole('checkbox', { name: '第 2 篇' }).uncheck()
    await headline(page, 1).fill('水窝子成了聚宝盆')
    await page.getByRole('combobox', { name: '收到哪一期哪一版' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '二版' }).first().click()
    await page.getByRole('button', { name: '收进稿库 2 篇' }).click()

    await expect(page.locator('.sheet .headline')).toHaveText('水窝子成了聚宝盆')
    const list = page.getByRole('listbox', { name: '稿件' })
    await expect(list.getByRole('option', { selected: true })).toContainText('水窝子成了聚宝盆')
    expect(await countOf(page)).toBe(before + 2)
    await page.getByLabel('在稿件中查找').fill('冬季农技课堂')
    await expect(list.getByRole('option')).toHaveCount(0)
    await page.getByLabel('在稿件中查找').fill('')

    await page
      .getByRole('status')
      .filter({ hasText: '已收进 2 篇' })
      .getByRole('button', { name: '撤销' })
      .click()
    await expect.poll(() => countOf(page)).toBe(before)
  })

  test('keeps nothing before it is told to', async ({ page, reopen }) => {
    const before = await countOf(page)
    await startImport(page)
    await pastePage(page)
    await expect(headline(page, 1)).toBeVisible()
    await page.getByRole('button', { name: '不导了' }).click()
    expect(await countOf(page)).toBe(before)
    expect(await countOf(await reopen())).toBe(before)
  })

  test('opens a file, in GBK too', async ({ page }) => {
    await startImport(page)
    await open(page, '版面.txt', iconv.encode(pageText, 'gbk'))
    await expect(headline(page, 2)).toHaveValue('青禾县办起冬季农技课堂')
    await page.getByRole('button', { name: '换一份' }).click()
    await open(page, '版面.txt', Buffer.from(`\uFEFF${pageText}`, 'utf16le'))
    await expect(headline(page, 2)).toHaveValue('青禾县办起冬季农技课堂')
  })

  for (const [name, bytes] of [
    ['an empty file', Buffer.alloc(0)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['bytes that are no text', Buffer.from(Uint8Array.from({ length: 4096 }, (_, at) => (at * 97) % 256))],
    ['a file of more than 20 MB', Buffer.alloc(21_000_000, '水')],
  ] as const) {
    test(`says in place why ${name} cannot be read`, async ({ page }) => {
      await startImport(page)
      await open(page, 'x.txt', bytes)
      const note = page.getByRole('alert')
      await expect(note.locator('b')).not.toBeEmpty()
      await expect(note.locator('p')).not.toBeEmpty()
      await expect(page.getByRole('textbox', { name: '来稿' })).toBeVisible()
      // And one can go on at once.
      await pastePage(page)
      await expect(headline(page, 1)).toBeVisible()
      await expect(note).toHaveCount(0)
    })
  }
})
