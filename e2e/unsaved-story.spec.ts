import type { Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { caretAtEnd, openStory, saved, sheet } from './sheet'
import { SlowLine } from './slow-line'

test.skip(({ door }) => door === 'electron', 'speaks for the newsroom through the browser’s own protocol')

const footer = (page: Page) => page.locator('[data-saved]')

/** The newsroom refuses what is typed, in its own words and for the reason that the test names. */
function refusing(line: SlowLine, code: string, message: string): void {
  line.asked = said =>
    said.includes('"/stories/submit"') ? said.replace(/"id":"[^"]+"/, '"id":"no-such-story"') : said
  line.answered = said =>
    said.replaceAll('"story.unknown"', `"${code}"`).replaceAll('没有找到这篇稿件。', message)
}

function taking(line: SlowLine): void {
  line.asked = said => said
  line.answered = said => said
}

test('a full disk is told for as long as it lasts; leaving asks, and what was typed is saved by itself', async ({
  page,
}) => {
  const line = await SlowLine.on(page)
  await openStory(page, '小板凳')
  refusing(line, 'store.full', '磁盘满了，这一步没有存下；已存的都在。')
  await caretAtEnd(page, 1)
  await page.keyboard.type('盘满时写的。')
  const note = page.getByRole('alert').filter({ hasText: '磁盘满了' })
  await expect(note).toContainText('能存了会自己存下')
  await expect(footer(page)).toHaveAttribute('data-saved', 'stuck')
  await expect(footer(page)).toContainText('还没存下')
  await keepPicture(page, 'full-disk')
  const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
  expect(asked.type()).toBe('beforeunload')
  await asked.dismiss()

  // Another story is as good as saved, and the one before is told of.
  await openStory(page, '城区供热管网')
  await expect(page.getByRole('alert').filter({ hasText: '还有文字没有存下' })).toBeVisible()
  await openStory(page, '小板凳')
  await expect(page.locator(sheet)).toContainText('盘满时写的。')
  taking(line)
  await saved(page)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('what the newsroom will never take is told, and can be copied and tried again', async ({ page }) => {
  const line = await SlowLine.on(page)
  await openStory(page, '小板凳')
  refusing(line, 'story.too-long', '这篇稿件太长，最后输入的没有存下。')
  await caretAtEnd(page, 1)
  await page.keyboard.type('太长的话。')
  const note = page.getByRole('alert').filter({ hasText: '太长' })
  await expect(note).toBeVisible()
  await expect(footer(page)).toHaveAttribute('data-saved', 'refused')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    note.getByRole('button', { name: '存成文件' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('没存下的稿件.txt')
  taking(line)
  await note.getByRole('button', { name: '再存一次' }).click()
  await saved(page)
  await expect(note).toHaveCount(0)
})

test('a window that crashes a moment after a key loses nothing that it has shown', async ({
  page,
  anotherWindow,
}) => {
  const line = await SlowLine.on(page)
  await openStory(page, '小板凳')
  await caretAtEnd(page, 1)
  line.hold('stories/submit')
  await page.keyboard.type('崩溃前写的八个字')
  await expect(page.locator(sheet)).toContainText('崩溃前写的八个字')
  await page.evaluate(() => new Promise(requestAnimationFrame))
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  const next = await anotherWindow()
  await openStory(next, '小板凳')
  await expect(next.locator(sheet)).toContainText('崩溃前写的八个字')
  await saved(next)
  await expect
    .poll(() => next.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('dayang.story.'))))
    .toEqual([])
})

test('a window that is read anew sends on what it had not sent', async ({ page }) => {
  const line = await SlowLine.on(page)
  await openStory(page, '小板凳')
  await caretAtEnd(page, 1)
  line.hold('stories/submit')
  await page.keyboard.type('重载前写的。')
  await expect(page.locator(sheet)).toContainText('重载前写的。')
  page.once('dialog', dialog => void dialog.accept())
  await page.reload()
  line.release('stories/submit')
  await openStory(page, '小板凳')
  await expect(page.locator(sheet)).toContainText('重载前写的。')
  await expect(page.locator(sheet)).not.toContainText('重载前写的。重载前')
  await saved(page)
})

test('a word replaced in 2,100 places is saved', async ({ page }) => {
  await openStory(page, '小板凳')
  await caretAtEnd(page, 1)
  await page.locator(sheet).evaluate(element => {
    const data = new DataTransfer()
    data.setData('text/plain', '渠水。'.repeat(2100))
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await saved(page)
  await page.keyboard.press('Control+f')
  await page.getByRole('search', { name: '查找替换' }).getByLabel('查找', { exact: true }).fill('渠水')
  await page.getByLabel('换成').fill('河水')
  await page.getByRole('button', { name: '全换' }).click()
  await expect(page.locator(sheet)).not.toContainText('渠水。')
  await saved(page)
  const again = page
  await again.reload()
  await openStory(again, '小板凳')
  await expect(again.locator(sheet)).toContainText('河水。河水。')
  await expect(again.locator(sheet)).not.toContainText('渠水。')
})
