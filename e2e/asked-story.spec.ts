import type { Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { caretAtEnd, openStory, saved, sheet } from './sheet'
import { SlowLine } from './slow-line'

test.skip(({ door }) => door === 'electron', 'slows the line through the browser’s own protocol')

const headline = `${sheet} .headline`
const paper = (page: Page) => page.getByRole('textbox', { name: '写给正在打开的稿件' })

async function pressNewStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: /新稿/ }).first().click()
  await page.getByRole('menuitem', { name: /空白/ }).first().click()
}

/** Pastes where the keys go. */
const paste = (page: Page, text: string) =>
  page.evaluate(words => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)

/** Types into the story that stands at first: whatever comes later must not. */
async function standingStory(page: Page): Promise<string> {
  await openStory(page, '小板凳')
  await caretAtEnd(page, 1)
  return page.locator(sheet).innerText()
}

const isUntouched = async (page: Page, before: string): Promise<void> => {
  await openStory(page, '小板凳')
  expect(await page.locator(sheet).innerText()).toBe(before)
}

test('what is typed and pasted after 新稿 was pressed is in the new story, however slow the newsroom is', async ({
  page,
}) => {
  const line = await SlowLine.on(page)
  const before = await standingStory(page)
  line.hold('stories/create')
  line.hold('stories/open')
  await pressNewStory(page)
  await page.keyboard.type('冬灌')
  await expect.poll(() => line.waiting('stories/create')).toBe(1)
  await paste(page, '开闸放水\n水到田头')
  await keepPicture(page, 'waiting-sheet')
  line.release('stories/create')
  await expect.poll(() => line.waiting('stories/open')).toBe(1)
  await page.keyboard.type('了')
  await page.keyboard.press('Enter')
  await page.keyboard.type('副题也写好')
  line.release('stories/open')
  await expect(page.locator(headline)).toHaveText('冬灌开闸放水 水到田头了')
  await expect(page.locator(`${sheet} .deck`)).toHaveText('副题也写好')
  // It goes on where one was.
  await expect(page.locator(sheet)).toBeFocused()
  await page.keyboard.type('。')
  await expect(page.locator(`${sheet} .deck`)).toHaveText('副题也写好。')
  await saved(page)
  await isUntouched(page, before)
})

test('a word under the input method is finished on the paper that it was begun on, and is the new story’s', async ({
  page,
}) => {
  const line = await SlowLine.on(page)
  const before = await standingStory(page)
  line.hold('stories/open')
  await page.getByRole('option', { name: /城区供热管网/ }).click()
  const session = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await compose('gong')
  line.release('stories/open')
  await expect(page.locator(sheet)).toHaveCount(1)
  await compose('gongre')
  await session.send('Input.insertText', { text: '供热' })
  await expect(page.locator(sheet)).toContainText('供热')
  await expect(page.locator(headline)).toHaveText('城区供热管网昨日完成冷态试运行供热')
  await expect(paper(page)).toHaveCount(0)
  await expect(page.locator(sheet)).toBeFocused()
  await saved(page)
  await isUntouched(page, before)
})

test('nobody need wait for it: the words go into the story they were meant for', async ({ page }) => {
  const line = await SlowLine.on(page)
  const before = await standingStory(page)
  line.hold('stories/create')
  await pressNewStory(page)
  await page.keyboard.type('渠水长流')
  await openStory(page, '城区供热管网')
  line.release('stories/create')
  await page.getByLabel('在稿件中查找').fill('渠水长流')
  await page.getByRole('option', { name: /渠水长流/ }).click()
  await expect(page.locator(headline)).toHaveText('渠水长流')
  await page.getByLabel('在稿件中查找').fill('')
  await openStory(page, '城区供热管网')
  await expect(page.locator(sheet)).not.toContainText('渠水长流')
  await isUntouched(page, before)
})

test('where it cannot be made the words stay to be copied, and what stood before stands untouched', async ({
  page,
}) => {
  const line = await SlowLine.on(page)
  const before = await standingStory(page)
  line.asked = message => message.replace('"template":null', '"template":"没有的模板"')
  line.hold('stories/create')
  await pressNewStory(page)
  await page.keyboard.type('写好的字')
  line.release('stories/create')
  const note = page.getByRole('alert').filter({ hasText: '写的字还在这里' })
  await expect(note).toBeVisible()
  await expect(paper(page)).toHaveValue('写好的字')
  await note.getByRole('button', { name: '再建一次' }).click()
  await expect(note).toBeVisible()
  await expect(paper(page)).toHaveValue('写好的字')
  line.asked = message => message
  await note.getByRole('button', { name: '再建一次' }).click()
  await expect(page.locator(headline)).toHaveText('写好的字')
  await saved(page)
  await isUntouched(page, before)

  line.asked = message => message.replace('"template":null', '"template":"没有的模板"')
  line.hold('stories/create')
  await pressNewStory(page)
  await page.keyboard.type('不要的字')
  line.release('stories/create')
  await note.getByRole('button', { name: '不建了' }).click()
  await expect(page.locator(headline)).toContainText('小板凳')
  const lost = page.getByRole('alert').filter({ hasText: '没有存下：不要的字' })
  await lost.getByRole('button', { name: '不要了' }).click()
  await expect(lost).toHaveCount(0)
  expect(await page.locator(sheet).innerText()).toBe(before)
})

test('a new story that is refused before a word is written leaves the one before on the desk', async ({
  page,
}) => {
  const line = await SlowLine.on(page)
  const before = await standingStory(page)
  line.asked = message => message.replace('"template":null', '"template":"没有的模板"')
  await pressNewStory(page)
  await expect(page.getByRole('alert')).toContainText('没有这个模板')
  await expect(page.locator(headline)).toContainText('小板凳')
  expect(await page.locator(sheet).innerText()).toBe(before)
})
