import type { Page } from '@playwright/test'
import { expect, test } from './door'
import { Lines } from './lines'
import { caretAtEnd, openStory, saved, sheet, sheetText } from './sheet'

test.skip(
  ({ door }) => door === 'electron',
  'cuts the line of two windows through the browser’s own protocol',
)

async function typeAt(page: Page, paragraph: number, text: string): Promise<void> {
  await caretAtEnd(page, paragraph)
  await page.keyboard.type(text)
}

test('what both windows write while the line is down comes back into one text, and nothing of it is lost', async ({
  page,
  anotherWindow,
}) => {
  test.setTimeout(180_000)
  const lines = new Lines()
  await lines.watch(page.context())
  await page.reload()
  await openStory(page, '小板凳')
  const second = await anotherWindow()
  await second.getByRole('button', { name: '谁在用' }).click()
  await second.getByRole('menuitem', { name: /^程亦舟/ }).click()
  await openStory(second, '小板凳')
  await page.getByRole('button', { name: '修订', exact: true }).click()
  await expect(second.getByRole('button', { name: '修订中' })).toBeVisible()

  for (const round of ['一', '二']) {
    await lines.cut()
    for (const window of [page, second])
      await expect(window.locator('[data-saved]')).not.toHaveAttribute('data-saved', 'saved')
    // In one paragraph both, and each in one of his own; one parts his, the other takes words out of the first.
    await typeAt(page, 1, `甲窗${round}次断线写的。`)
    await typeAt(second, 1, `乙窗${round}次断线写的。`)
    await typeAt(page, 3, '甲另起')
    await page.keyboard.press('Enter')
    await page.keyboard.type(`一段${round}。`)
    await typeAt(second, 0, '乙窗在首段写的。')
    for (let n = 0; n < 3; n++) await second.keyboard.press('Backspace')
    lines.mend()
    for (const window of [page, second]) await saved(window)
    await expect.poll(async () => (await sheetText(page)) === (await sheetText(second))).toBe(true)
    for (const window of [page, second]) {
      const text = await sheetText(window)
      for (const words of [
        `甲窗${round}次断线写的。`,
        `乙窗${round}次断线写的。`,
        `一段${round}。`,
        '乙窗在首段',
      ]) {
        expect(text).toContain(words)
      }
    }
  }
  // Each is told with the hand that wrote it, as if the line had never been down.
  const titles = await page
    .locator(`${sheet} .came-in`)
    .evaluateAll(marks => marks.map(mark => mark.getAttribute('title') ?? ''))
  expect(titles.some(title => title.startsWith('周岚'))).toBe(true)
  expect(titles.some(title => title.startsWith('程亦舟'))).toBe(true)
})

test('a window does not go without a word while a story that was left is not yet in the newsroom', async ({
  page,
}) => {
  const lines = new Lines()
  await lines.watch(page.context())
  await page.reload()
  await openStory(page, '小板凳')
  await lines.cut()
  await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'offline')
  await typeAt(page, 1, '断线时写的。')
  await page.getByRole('option', { name: /城区供热管网/ }).click()
  await expect(page.locator(sheet)).toHaveCount(0)
  const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
  expect(asked.type()).toBe('beforeunload')
  await asked.dismiss()

  lines.mend()
  await openStory(page, '城区供热管网')
  await openStory(page, '小板凳')
  await expect(page.locator(sheet)).toContainText('断线时写的。')
})
