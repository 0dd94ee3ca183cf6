import type { Page } from '@playwright/test'
import { expect, test } from './door'
import { Lines } from './lines'
import { caretAtEnd, openStory, saved, sheet } from './sheet'

const seat = (page: Page) => page.getByRole('button', { name: '谁在用' })

async function sit(page: Page, name: string): Promise<void> {
  await seat(page).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
}

test('what was written while the line was down stays his who wrote it, whoever wants the seat', async ({
  page,
  door,
}) => {
  test.skip(door === 'electron', 'cuts the line through the browser’s own protocol')
  const lines = new Lines()
  await lines.watch(page.context())
  await page.reload()
  await openStory(page, '小板凳')
  await lines.cut()
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'offline')
  await caretAtEnd(page, 1)
  await page.keyboard.type('周岚断线写的。')
  await sit(page, '程亦舟')
  const note = page.getByRole('alert').filter({ hasText: '没有换人' })
  await expect(note).toContainText('连接断开了')
  await expect(seat(page)).toContainText('周岚')

  lines.mend()
  await saved(page)
  await sit(page, '程亦舟')
  await expect(seat(page)).toContainText('程亦舟')
  await expect(note).toHaveCount(0)
  await expect(page.locator(sheet)).toContainText('周岚断线写的。')
  await view(page, '稿库')
  const row = page.getByRole('row', { name: /小板凳/ })
  await expect(row).toContainText('周岚')
  await view(page, '稿件')
  await caretAtEnd(page, 1)
  await page.keyboard.type('程亦舟写的。')
  await saved(page)
  await view(page, '稿库')
  await expect(row).toContainText('程亦舟')
})

test('who has left the paper writes no more, keeps his words on the screen, and gives the seat away knowingly', async ({
  page,
  anotherWindow,
  door,
}) => {
  test.skip(door === 'electron', 'Electron opens one window on a newsroom')
  const second = await anotherWindow()
  await sit(second, '程亦舟')
  await openStory(second, '小板凳')

  await view(page, '资料')
  await page.getByText('人员', { exact: true }).first().click()
  const row = page.getByRole('region', { name: '人员' }).getByRole('listitem').filter({ hasText: '程亦舟' })
  await row.getByRole('button', { name: '离岗' }).click()
  await expect(row.getByRole('button', { name: '回岗' })).toBeVisible()

  await caretAtEnd(second, 1)
  await second.keyboard.type('离岗后写的。')
  await expect(second.getByRole('alert')).toContainText('程亦舟已经离岗，没有改动')
  await expect(second.locator(sheet)).toContainText('离岗后写的。')

  await sit(second, '柳叶')
  const note = second.getByRole('alert').filter({ hasText: '没有换人' })
  await expect(note).toContainText('还有写好的没有送到编务后台')
  await expect(second.locator(sheet)).toContainText('离岗后写的。')
  await note.getByRole('button', { name: '丢下没送出的，换人' }).click()
  await expect(seat(second)).toContainText('柳叶')
  await expect(second.locator(`${sheet} .headline`)).toContainText('小板凳')
  await expect(second.locator(sheet)).not.toContainText('离岗后写的。')
  await caretAtEnd(second, 1)
  await second.keyboard.type('柳叶写的。')
  await saved(second)
  await expect(second.locator(sheet)).toContainText('柳叶写的。')
})

test('who is back reads what was written while he was away', async ({ page, anotherWindow, door }) => {
  test.skip(door === 'electron', 'Electron opens one window on a newsroom')
  const second = await anotherWindow()
  await sit(second, '程亦舟')
  const list = second.getByRole('listbox', { name: '稿件' })
  await expect(list).toContainText('小板凳')

  const people = page.getByRole('region', { name: '人员' })
  const row = people.getByRole('listitem').filter({ hasText: '程亦舟' })
  await view(page, '资料')
  await page.getByText('人员', { exact: true }).first().click()
  await row.getByRole('button', { name: '离岗' }).click()
  await expect(row.getByRole('button', { name: '回岗' })).toBeVisible()

  await view(page, '稿件')
  await openStory(page, '小板凳')
  await page.locator('.sheet .headline').click()
  await page.keyboard.press('End')
  await page.keyboard.type('又见')
  await saved(page)
  await view(page, '资料')
  await row.getByRole('button', { name: '回岗' }).click()
  await expect(list).toContainText('又见')
})

test('what a post may not do is quiet and says why', async ({ page }) => {
  await sit(page, '柳叶')
  await expect(seat(page)).toContainText('柳叶')
  await view(page, '资料')
  await page.getByText('人员', { exact: true }).first().click()
  const add = page.getByRole('button', { name: '添人' })
  await expect(add).toBeDisabled()
  await expect(add).toHaveAttribute('title', '改人员名单由主编或编辑来做')
  await view(page, '版面')
  const sign = page.getByRole('region', { name: '签大样' })
  await expect(sign.getByRole('button', { name: /签大样/ })).toBeDisabled()
  await expect(sign).toContainText('签大样由主编、编辑或版面来做')
  await sit(page, '何青')
  await expect(sign).not.toContainText('由主编、编辑或版面来做')
  await view(page, '资料')
  await expect(add).toBeDisabled()
})
