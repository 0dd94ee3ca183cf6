import type { Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { openStory, saved, selectWords, sheet, sheetText } from './sheet'

/** The words under marks of notes; a caret of somebody else among them parts a mark in two. */
const noted = (page: Page) =>
  expect.poll(async () => (await page.locator(`${sheet} .noted:not(.lost)`).allTextContents()).join(''))

const notes = (page: Page) => page.getByRole('list', { name: '批注', exact: true }).getByRole('listitem')

async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByLabel('批注内容').fill(text)
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('form', { name: '新批注' })).toHaveCount(0)
}

async function secondChair(second: Page): Promise<void> {
  await second.getByRole('button', { name: '谁在用' }).click()
  await second.getByRole('menuitem', { name: /^程亦舟/ }).click()
}

test('a note is pinned to words, follows them, is answered in another window and kept when it is done', async ({
  page,
  anotherWindow,
  desk,
}) => {
  test.skip(desk.door === 'electron', 'Electron opens one window on a newsroom')
  test.setTimeout(120_000)
  await openStory(page, '小板凳')
  const second = await anotherWindow()
  await secondChair(second)
  await openStory(second, '小板凳')
  const text = (await page.locator(`${sheet} p`).nth(1).textContent())!
  const words = text.slice(10, 16)
  const galley = page.locator('[data-lines="小样"]')
  // Without the ends of its lines, of which there may be one more.
  const setText = async () => (await galley.textContent())!.replaceAll('\n', '')
  const set = await setText()

  await page.getByText('批注', { exact: true }).last().click()
  await expect(page.getByText('还没有批注。')).toBeVisible()
  await keepPicture(page, 'notes-empty')
  await selectWords(page, words)
  await page.keyboard.press('Control+Alt+m')
  await writeNote(page, '这里请再核一下')
  for (const window of [page, second]) await noted(window).toBe(words)

  // Somebody else writes before it and inside it: it stays on its words.
  await selectWords(second, text.slice(2, 4))
  await second.keyboard.type('换上几个字')
  await selectWords(second, words.slice(2, 4))
  await second.keyboard.type('新')
  const now = `${words.slice(0, 2)}新${words.slice(4)}`
  for (const window of [page, second]) await noted(window).toBe(now)

  await second.getByText('批注 1', { exact: true }).click()
  await notes(second).getByRole('button', { name: '回复' }).click()
  await second.getByLabel('回复', { exact: true }).fill('核过了，没有错')
  await second.keyboard.press('Enter')
  await expect(notes(page).first()).toContainText('核过了，没有错')
  await expect(notes(page).first()).toContainText(/程亦舟/)
  await keepPicture(page, 'notes')

  // All of its words gone, the note stays with what it was about; an undo brings both back.
  await selectWords(second, now)
  await second.keyboard.press('Delete')
  await expect(notes(page).first()).toContainText('文字已删')
  await expect(page.locator(`${sheet} .noted.lost`)).toHaveCount(1)
  await second.keyboard.press('Control+z')
  await noted(page).toBe(now)

  await notes(page).getByRole('button', { name: '已办' }).click()
  for (const window of [page, second]) await expect(window.locator(`${sheet} .noted`)).toHaveCount(0)
  await second.getByRole('button', { name: '已办 1 条' }).click()
  const settled = second.getByRole('list', { name: '已办的批注' }).getByRole('listitem')
  await expect(settled).toContainText(/周岚.* 办了/)
  await settled.getByRole('button', { name: '重新打开' }).click()
  await expect(notes(page)).toHaveCount(1)
  await noted(page).toBe(now)

  // None of it is in the text, in its galley, or in a copy.
  expect(await sheetText(page)).not.toContain('请再核')
  await page.getByText('小样', { exact: true }).click()
  await expect(galley).not.toContainText('请再核')
  expect((await setText()).length).toBe(set.length + 2)
})

test('a note to the layout desk stands at the frame, in its panel and in the budget until it is done', async ({
  page,
  reopen,
}) => {
  await openStory(page, '小板凳')
  await page.locator(`${sheet} p`).nth(1).click()
  await page.keyboard.press('Control+Alt+l')
  await expect(page.getByRole('form', { name: '新批注' })).toContainText('整篇')
  await page.keyboard.type('照片请放大，题压两行')
  await page.keyboard.press('Control+Enter')
  await expect(notes(page)).toContainText(['给版面'])
  await expect(page.locator(`${sheet} .noted`)).toHaveCount(0)

  const again = await reopen()
  await again.keyboard.press('Alt+2')
  const row = again.getByRole('row', { name: /小板凳/ })
  await expect(row.getByText('留话 1')).toBeVisible()
  await keepPicture(again, 'notes-budget')

  await again.keyboard.press('Alt+3')
  await again.getByRole('navigation', { name: '各版' }).getByRole('button', { name: /二版/ }).click()
  const frame = again.getByRole('button', { name: /小板凳.*编辑留话 1 条/ })
  await expect(frame).toContainText('留话 1')
  await frame.click()
  const said = again.getByRole('region', { name: '编辑留话' })
  await expect(said).toContainText('照片请放大，题压两行')
  await keepPicture(again, 'notes-page')
  await said.getByRole('button', { name: '到稿件' }).click()
  await expect(notes(again).first()).toHaveClass(/on/)
  await again.keyboard.press('Alt+3')
  await again.getByRole('button', { name: /小板凳.*编辑留话 1 条/ }).click()
  await said.getByRole('button', { name: '已办' }).click()
  await expect(said).toHaveCount(0)
  await expect(again.getByRole('button', { name: /编辑留话/ })).toHaveCount(0)
})

test('a note is written and dropped by keys and by Ctrl K, beside what others write meanwhile', async ({
  page,
}) => {
  await openStory(page, '小板凳')
  const text = (await page.locator(`${sheet} p`).nth(1).textContent())!
  await selectWords(page, text.slice(6, 10))
  await page.keyboard.press('Control+Alt+m')
  await expect(page.locator(`${sheet} .noted.current`)).toHaveText(text.slice(6, 10))
  await page.keyboard.type('不要了')
  await page.keyboard.press('Escape')
  await expect(page.locator(`${sheet} .noted`)).toHaveCount(0)
  await expect(page.locator(sheet)).toBeFocused()

  // A fast hand: what is typed right after Ctrl K is typed into the search box, not over the selected words.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('批注选中')
  await expect(page.getByRole('option', { name: /批注选中的文字/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  // The field has the keys, though the search box gives them back to the sheet when it goes.
  await expect(page.getByLabel('批注内容')).toBeFocused()
  await writeNote(page, '从命令写的')
  await noted(page).toBe(text.slice(6, 10))
  await selectWords(page, text.slice(0, 2))
  await page.keyboard.press('Control+Alt+j')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(text.slice(6, 10))
  await saved(page)
})
