import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './door'
import { blankStory, openStory, saved, selectAcross, sheet, sheetText } from './sheet'

test.skip(({ door }) => door === 'electron', 'drives the input method through the browser’s own protocol')

/** What is keyed before a word stands: its sound letter by letter, as an input method shows it. */
const keyed: Readonly<Record<string, string>> = { 冬灌: 'dongguan', 开闸: 'kaizha', 麦田: 'maitian' }

const imeOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page)

const show = (ime: CDPSession, text: string) =>
  ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

/** Composes one word: its letters grow under the caret, then the word takes their place. A space is a key. */
async function compose(page: Page, ime: CDPSession, word: string): Promise<void> {
  if (word === ' ') {
    await page.keyboard.press('Space')
    return
  }
  const letters = keyed[word] ?? 'pinyin'
  for (let n = 1; n <= letters.length; n += 3) await show(ime, letters.slice(0, n))
  await show(ime, word)
  await ime.send('Input.insertText', { text: word })
}

/** The parts of a new story, keyed one after the other: Tab and Enter travel, as in an editor’s hands. */
const story: readonly (readonly [keys: readonly string[], words: readonly string[]])[] = [
  [[], ['冬灌', '开闸', '，', '麦田', '喝', '上', '水']],
  [['Tab'], ['副题', '也', '是', '组', '出来', '的']],
  [['Tab'], ['本报讯', ' ', '昨日', '，', '全', '县', '冬灌', '开闸', '。']],
  [['Enter'], ['他', '说', '：', '“', '今年', '水', '足', '。', '”']],
  [['Enter'], ['麦田', '喝', '上', '越冬', '水', '，', '共', '12', '万亩', '。']],
]

/** Writes the story, each word by `put`. */
async function write(page: Page, put: (word: string) => Promise<unknown>): Promise<string> {
  await blankStory(page)
  for (const [keys, words] of story) {
    for (const key of keys) await page.keyboard.press(key)
    for (const word of words) await put(word)
  }
  await saved(page)
  return sheetText(page)
}

test('a story written wholly through the input method is the story typed', async ({ page }) => {
  const typed = await write(page, word => page.keyboard.type(word))
  const ime = await imeOf(page)
  const composed = await write(page, word => compose(page, ime, word))
  expect(composed).toBe(typed)
  expect(composed).toContain('冬灌开闸，麦田喝上水')
  // House forms come by themselves, however the words were put in.
  await expect(page.locator(`${sheet} .dateline`)).toHaveText('本报讯')
  // The galley followed every letter, and ends with the story.
  await expect(page.locator('[data-lines="小样"]')).toContainText('麦田喝上越冬水')
})

test('a composition that is dropped leaves nothing', async ({ page }) => {
  await openStory(page, '小板凳')
  const before = await sheetText(page)
  const ime = await imeOf(page)
  await page.locator(`${sheet} p`).nth(1).click()
  await show(ime, 'dong')
  await show(ime, '')
  await expect.poll(() => sheetText(page)).toBe(before)
  await saved(page)
})

const parts = (page: Page) => page.locator(`${sheet} > *`).count()

test('a composition over the border of two paragraphs joins them and goes in whole', async ({ page }) => {
  await openStory(page, '小板凳')
  const first = (await page.locator(`${sheet} p`).nth(1).textContent())!
  const second = (await page.locator(`${sheet} p`).nth(2).textContent())!
  const before = await parts(page)
  await selectAcross(page, first.slice(-6), second.slice(0, 5))
  await compose(page, await imeOf(page), '冬灌')
  await expect(page.locator(`${sheet} p`).nth(1)).toHaveText(`${first.slice(0, -6)}冬灌${second.slice(5)}`)
  expect(await parts(page)).toBe(before - 1)
  await saved(page)
})

test('a composition over headline and body takes what was selected and melts no parts', async ({ page }) => {
  await openStory(page, '小板凳')
  const headline = (await page.locator(`${sheet} .headline`).textContent())!
  const first = (await page.locator(`${sheet} p`).first().textContent())!
  const before = await parts(page)
  await selectAcross(page, headline.slice(-3), first.slice(0, 4))
  await compose(page, await imeOf(page), '冬灌')
  await expect(page.locator(`${sheet} .headline`)).toHaveText(`${headline.slice(0, -3)}冬灌`)
  await expect(page.locator(`${sheet} p`).first()).toHaveText(first.slice(4))
  expect(await parts(page)).toBe(before)
  await saved(page)
})

test('a composition goes on while another window writes in the same paragraph', async ({
  page,
  anotherWindow,
}) => {
  await openStory(page, '小板凳')
  const second = await anotherWindow()
  await openStory(second, '小板凳')
  const words = (await page.locator(`${sheet} p`).nth(1).textContent())!
  await selectAcross(page, words.slice(6, 8), words.slice(6, 8))
  const ime = await imeOf(page)
  await show(ime, 'dong')
  await selectAcross(second, words.slice(20, 22), words.slice(20, 22))
  await second.keyboard.type('别人写的')
  await saved(second)
  // It waits until the word is done: another text under the letters would leave them standing.
  await show(ime, 'dongguan')
  await show(ime, '冬灌')
  await ime.send('Input.insertText', { text: '冬灌' })
  const expected = `${words.slice(0, 6)}冬灌${words.slice(8, 20)}别人写的${words.slice(22)}`
  for (const window of [page, second]) await expect(window.locator(`${sheet} p`).nth(1)).toHaveText(expected)
})
