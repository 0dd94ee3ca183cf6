import type { Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { caretAtEnd, openStory, saved, sheet } from './sheet'

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await caretAtEnd(page, -1)
  await page.keyboard.type(text)
  await saved(page)
}

test('versions are kept, compared and put back', async ({ page, reopen }) => {
  await openStory(page, '小板凳')
  await typeAtEnd(page, '泉边新添了一条长凳。')
  // Any paragraph says who last touched it, for as long as the caret stands in it.
  const hand = page.getByRole('status', { name: '这一段谁改的' })
  await page.keyboard.press('Control+Alt+h')
  await expect(hand).toHaveText(/^这一段最后是 周岚 今天 \d\d:\d\d 改的/)
  await page.locator(`${sheet} p`).nth(1).click()
  await expect(hand).toHaveCount(0)
  await page.keyboard.press('Control+Alt+h')
  await expect(hand).toContainText('来稿以后没有人改过')
  await page.getByText('版本', { exact: true }).click()
  await page.getByLabel('版本名').fill('二稿')
  await page.getByRole('button', { name: '留一稿' }).click()
  const list = page.getByRole('list', { name: '版本' })
  await expect(list.getByRole('listitem')).toHaveText([/^二稿/, /^来稿/])
  await typeAtEnd(page, '写坏了的一句。')

  // Against what stands now, in one text.
  await list.getByRole('listitem').filter({ hasText: '来稿' }).getByRole('button', { name: '比' }).click()
  const view = page.getByRole('region', { name: '比较两稿' })
  await expect(view.locator('ins')).toHaveText(['泉边新添了一条长凳。写坏了的一句。'])
  // Every part says who last touched it.
  await expect(view.locator('.last-hand')).toHaveText([/^周岚 今天 \d\d:\d\d$/])
  await keepPicture(page, 'compare')
  await view.getByText('左右对看').click()
  await expect(view.getByRole('article')).toHaveCount(2)
  await expect(view.getByRole('article').first()).not.toContainText('长凳。')
  await expect(view.getByRole('article').last()).toContainText('泉边新添了一条长凳。')

  // Any two against each other.
  await list.getByRole('listitem').filter({ hasText: '来稿' }).getByRole('button', { name: '选' }).click()
  await list.getByRole('listitem').filter({ hasText: '二稿' }).getByRole('button', { name: '比' }).click()
  await expect(view).toContainText('来稿 → 二稿')
  await view.getByText('合在一起').click()
  await expect(view.locator('ins')).toHaveText(['泉边新添了一条长凳。'])

  await list.getByRole('listitem').filter({ hasText: '二稿' }).getByRole('button', { name: '恢复' }).click()
  await page.getByRole('button', { name: '恢复', exact: true }).last().click()
  await expect(page.locator(sheet)).not.toContainText('写坏了的一句。')
  await expect(page.locator(sheet)).toContainText('泉边新添了一条长凳。')
  await expect(list.getByRole('listitem').first()).toContainText('恢复到二稿')
  await expect(page.getByRole('list', { name: '写作经过' }).getByRole('listitem')).not.toHaveCount(0)

  const again = await reopen()
  await again.getByText('版本', { exact: true }).click()
  await expect(again.getByRole('list', { name: '版本' }).getByRole('listitem')).toHaveText([
    /^恢复到二稿/,
    /^恢复前/,
    /^二稿/,
    /^来稿/,
  ])
})
