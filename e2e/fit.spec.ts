import type { Locator, Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { saved, sheet } from './sheet'

const openPages = async (page: Page) => {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' }).click()
  await expect(page.locator('.page-scroll canvas[data-painted]')).toBeVisible()
  await expect(page.locator('[data-lines="版样"]')).toContainText('夜间门诊')
}

/** A frame by the words that a screen reader says of it. */
const frame = (page: Page, words: string | RegExp) =>
  page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: words })
const says = (page: Page) => page.locator('.footer')
const panel = (page: Page) => page.getByRole('complementary', { name: '文框' })
const stands = (page: Page) => page.getByRole('region', { name: '溢欠' })
const offers = (page: Page) => page.getByRole('list', { name: '可用的办法' })
const offer = (page: Page, words: string | RegExp) => offers(page).getByRole('button', { name: words })

const stories = (page: Page) =>
  page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: /稿件《/ })

/** The offers of the chosen frame, all worked out. */
const worked = (page: Page) => expect(page.locator('.offers[aria-busy="false"]')).toBeVisible()

/** An offer that leaves no line over, here or in another story. */
const settling = (page: Page, words: RegExp) =>
  offer(page, words)
    .filter({ hasNotText: /还溢|压《/ })
    .first()

/** A frame by the headline that it says. */
async function named(page: Page, one: Locator): Promise<Locator> {
  const title = /《.{4}/.exec((await one.getAttribute('aria-label')) ?? '')![0]
  return frame(page, `稿件${title}`)
}

/** Takes rows from the foot of one story after another until an offer of a kind settles it. */
async function overUntil(page: Page, words: RegExp): Promise<Locator> {
  const count = await stories(page).count()
  for (const rows of [1, 2]) {
    for (let at = 0; at < count; at++) {
      const one = await named(page, stories(page).nth(at))
      await one.focus()
      const before = await one.getAttribute('aria-label')
      await page.keyboard.down('Shift')
      for (let row = 0; row < rows; row++) await page.keyboard.press('ArrowUp')
      await page.keyboard.up('Shift')
      await expect(one).not.toHaveAccessibleName(before!)
      if (/溢/.test((await one.getAttribute('aria-label'))!)) {
        await worked(page)
        if ((await settling(page, words).count()) > 0) return one
      }
      await page.keyboard.press('Control+z')
      await expect(one).toHaveAccessibleName(before!)
    }
  }
  throw new Error(`No story of this page is settled by ${words}`)
}

test.describe('a story that is over', () => {
  test.beforeEach(async ({ page }) => openPages(page))

  for (const [kind, words] of [
    ['a line more', /^文框向.加 \d+ 行/],
    ['a smaller headline', /^主题降为/],
    ['a photo cropped', /^图片裁矮/],
    ['a smaller photo', /^图片缩成/],
    ['other columns', /^改分 \d+ 栏/],
  ] as const) {
    test(`is settled by ${kind}, shown before it is taken, undone in one step`, async ({ page }) => {
      const one = await overUntil(page, words)
      const over = (await one.getAttribute('aria-label'))!
      await expect(one).toHaveAccessibleName(/溢 \d+ 行 \d+ 字/)
      await settling(page, words).hover()
      // Shown: the frame on the page holds all; the panel still says how it stands.
      await expect(one).not.toHaveAccessibleName(/溢/)
      await expect(stands(page)).toContainText(/溢 \d+ 行/)
      await page.mouse.move(700, 60)
      await expect(one).toHaveAccessibleName(over)
      await settling(page, words).click()
      await page.mouse.move(700, 60)
      await expect(one).not.toHaveAccessibleName(/溢/)
      await expect(stands(page)).not.toContainText(/溢 \d+ 行/)
      await saved(page)
      await page.keyboard.press('Control+z')
      await expect(one).toHaveAccessibleName(over)
    })
  }

  test('is settled without touching a word, by keyboard', async ({ page }) => {
    const one = await named(page, stories(page).last())
    await one.focus()
    const drawer = page.getByRole('group', { name: '更多' }).getByRole('button', { name: '行文' })
    await drawer.click()
    // Set wider than need be, as a hand has left it.
    const looseness = panel(page).getByRole('spinbutton', { name: '疏密', exact: true })
    await looseness.fill('4')
    await looseness.press('Enter')
    await expect(one).toHaveAccessibleName(/溢 \d+ 行/)
    const over = (await one.getAttribute('aria-label'))!
    await worked(page)
    await one.focus()
    await page.keyboard.press('Alt+Enter')
    await expect(offers(page).getByRole('button').first()).toBeFocused()
    const loose = offer(page, /^不动一字排下/)
    const isFocused = () => loose.evaluate(own => own === document.activeElement)
    for (let step = 0; step < 12 && !(await isFocused()); step++) await page.keyboard.press('ArrowDown')
    await expect(loose).toBeFocused()
    await expect(one).not.toHaveAccessibleName(/溢/)
    await page.keyboard.press('Enter')
    await expect(says(page)).toContainText('不动一字排下')
    await expect(one).not.toHaveAccessibleName(/溢/)
    await page.keyboard.press('Control+z')
    await expect(one).toHaveAccessibleName(over)
  })

  test('is settled by its editor, who cuts what the page asks him to', async ({ page, anotherWindow }) => {
    const one = await overUntil(page, /^最省删法/)
    const over = (await one.getAttribute('aria-label'))!
    const cuts = settling(page, /^最省删法/)
    await cuts.hover()
    await expect(one).not.toHaveAccessibleName(/溢/)
    await cuts.click()
    const list = offers(page).locator('.cut-list')
    const words = await list.locator('del').allTextContents()
    expect(words.length).toBeGreaterThan(0)
    await keepPicture(page, 'fit-cuts')
    await list.getByRole('button', { name: '送编辑' }).click()
    await expect(stands(page)).toContainText(/已请编辑删 \d+ 字/)
    await expect(offer(page, /^最省删法/)).toHaveCount(0)
    await page.mouse.move(700, 60)
    await expect(one).toHaveAccessibleName(over)

    const editor = await anotherWindow()
    await editor.getByRole('option', { name: new RegExp(/《(.{4})/.exec(over)![1]!) }).click()
    await expect(editor.locator(sheet)).toContainText(words[0]!)
    const asked = editor.getByRole('region', { name: '版面请删' })
    await asked.getByRole('button', { name: '删去' }).click()
    await expect(editor.locator(sheet)).not.toContainText(words[0]!)
    // The page follows, without a hand on it.
    await expect(one).not.toHaveAccessibleName(/溢/)
    await expect(stands(page)).not.toContainText('已请编辑')
  })

  test('says what it comes to on the page as a whole', async ({ page }) => {
    const total = panel(page).getByRole('group', { name: '本版溢欠' })
    await expect(total).toContainText(/版心填满 \d+%/)
    await expect(total).not.toContainText('共溢')
    await overUntil(page, /^最省删法/)
    await expect(total).toContainText(/共溢 \d+ 行 \d+ 字/)
  })

  test('has its offers worked out anew when the page changes', async ({ page }) => {
    const one = await overUntil(page, /^最省删法/)
    const before = await settling(page, /^最省删法/).textContent()
    await one.focus()
    await page.keyboard.press('Shift+ArrowUp')
    await expect(offer(page, /^最省删法/)).not.toHaveText(before!)
    await worked(page)
  })
})

test('a story pressed in the list of the page comes into sight', async ({ page }) => {
  await openPages(page)
  await page.getByRole('toolbar', { name: '缩放' }).getByRole('button', { name: '原大' }).click()
  for (const [at, corner] of [
    ['last', 0],
    ['first', 1e6],
  ] as const) {
    const entry = panel(page).locator('.fit-list button')[at]()
    const own = frame(page, (await entry.locator('.one-line').textContent())!)
    await page.locator('.page-scroll').evaluate((room, to) => room.scrollTo(to, to), corner)
    await expect(own).not.toBeInViewport()
    await entry.click()
    await expect(own).toHaveAttribute('aria-pressed', 'true')
    await expect(own).toBeInViewport({ ratio: 0.9 })
  }
})

test.describe('填空', () => {
  const fills = (page: Page) => page.getByRole('list', { name: '合这个空的稿件' })
  const shapes = (page: Page) => page.getByRole('list', { name: '整字排法' })

  test.beforeEach(async ({ page }) => {
    await openPages(page)
    await frame(page, /十九家社区食堂/).focus()
    await page.keyboard.press('Delete')
    await expect(says(page)).toContainText('排下')
  })

  test('by mouse: the stories that fit the hole, best first, within a tolerance', async ({ page }) => {
    const area = (await page.locator('.page-sheet[role="group"]').boundingBox())!
    // The hole lies in the right-hand columns, below the middle.
    await page.mouse.click(area.x + area.width * 0.8, area.y + area.height * 0.63)
    const hole = page.getByRole('region', { name: '填空' })
    await expect(hole).toContainText(/空 \d 栏 \d+ 行，约 \d+ 字/)
    const tolerance = hole.getByRole('spinbutton', { name: /差几行以内/ })
    await tolerance.fill('0')
    await tolerance.press('Enter')
    const exact = await settled(fills(page).locator('.offer-row'))
    for (const one of exact) expect(one).toContain('正好')
    await tolerance.fill('30')
    await tolerance.press('Enter')
    await expect
      .poll(async () => (await settled(fills(page).locator('.offer-row'))).length)
      .toBeGreaterThan(exact.length)
    const first = fills(page).locator('.offer-row').first()
    const title = (await first.locator('.one-line').textContent())!
    await first.hover()
    await expect(frame(page, title)).toBeVisible()
    await keepPicture(page, 'fit-fill')
    await page.mouse.move(10, 400)
    await expect(frame(page, title)).toHaveCount(0)
    await first.click()
    await expect(says(page)).toContainText('填空')
    await expect(frame(page, title)).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Control+z')
    await expect(frame(page, title)).toHaveCount(0)
    await saved(page)
  })

  test('by keyboard, from the hole to the story in it', async ({ page }) => {
    await page.keyboard.press('Alt+ArrowDown')
    await expect(page.getByRole('region', { name: '填空' })).toContainText(/空 \d 栏 \d+ 行/)
    await expect(fills(page).locator('.offer-row').first()).toBeVisible()
    await settled(fills(page).locator('.offer-row'))
    await page.keyboard.press('Alt+Enter')
    const first = fills(page).locator('.offer-row').first()
    await expect(first).toBeFocused()
    const title = (await first.locator('.one-line').textContent())!
    await expect(frame(page, title)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(frame(page, title)).toBeFocused()
    await expect(says(page)).toContainText('填空')
  })

  test('brings a story’s photos along and says so, in one step', async ({ page }) => {
    await page.getByRole('navigation', { name: '各版' }).getByRole('button', { name: /二版/ }).click()
    const library = frame(page, /图书馆延时/)
    await library.focus()
    await page.keyboard.press('Delete')
    await expect(says(page)).toContainText('排下')
    await page.keyboard.press('Alt+ArrowDown')
    const tolerance = page.getByRole('spinbutton', { name: /差几行以内/ })
    await tolerance.fill('12')
    await tolerance.press('Enter')
    const row = fills(page).locator('.offer-row').filter({ hasText: '图书馆延时' })
    await expect(row).toContainText('连 1 图')
    await settled(fills(page).locator('.offer-row'))
    await row.hover()
    await expect(library).toBeVisible()
    await keepPicture(page, 'fit-fill-photo')
    await row.click()
    await expect(library).toHaveAttribute('aria-pressed', 'true')
    // Nothing of it is left to be placed.
    await expect(page.getByRole('region', { name: '稿件条' })).not.toContainText('未上版的图片')
    await page.keyboard.press('Control+z')
    await expect(library).toHaveCount(0)
    await saved(page)
  })

  test('a waiting story shows its whole-character shapes, in the hole and on the page', async ({ page }) => {
    // Room for it in more than one shape.
    await stories(page).last().focus()
    await page.keyboard.press('Delete')
    const waiting = page
      .getByRole('region', { name: '稿件条' })
      .getByRole('button', { name: /十九家社区食堂/ })
    await waiting.click()
    await expect(shapes(page).getByRole('button').first()).toContainText(/\d 栏 × \d+ 行/)
    await shapes(page).getByRole('button').first().hover()
    await expect(frame(page, /十九家社区食堂/)).toBeVisible()
    await keepPicture(page, 'fit-shapes')
    await shapes(page).getByRole('button').first().click()
    await expect(frame(page, /十九家社区食堂/)).toHaveAttribute('aria-pressed', 'true')
    await expect(frame(page, /十九家社区食堂/)).not.toHaveAccessibleName(/溢/)
    await page.keyboard.press('Control+z')
    await expect(frame(page, /十九家社区食堂/)).toHaveCount(0)
  })
})

/** What a list says once it no longer changes. */
async function settled(rows: ReturnType<Page['locator']>): Promise<string[]> {
  let before: string[] | null = null
  for (let turn = 0; turn < 40; turn++) {
    const now = await rows.allTextContents()
    if (before && now.join('\n') === before.join('\n') && turn > 3) return now
    before = now
    await rows.page().waitForTimeout(200)
  }
  return before ?? []
}

test('columns end level and text goes back to the grid, by key, by menu and by search', async ({ page }) => {
  await openPages(page)
  const lead = await named(page, stories(page).nth(1))
  await lead.focus()
  await page.keyboard.press('Control+b')
  await expect(says(page)).toContainText('栏底取齐')
  await page.keyboard.press('Control+b')
  await expect(says(page)).toContainText('栏底不取齐')
  const drawer = page.getByRole('group', { name: '更多' }).getByRole('button', { name: '行文' })
  await drawer.click()
  const nudge = panel(page).getByRole('spinbutton', { name: '微调', exact: true })
  for (const way of ['key', 'menu', 'search'] as const) {
    await nudge.fill('-2.5')
    await nudge.press('Enter')
    await expect(panel(page)).toContainText('1 个文框的文字离开了基线格')
    await lead.focus()
    if (way === 'key') await page.keyboard.press('Control+g')
    if (way === 'menu') {
      await lead.click({ button: 'right' })
      await page.getByRole('menuitem', { name: '对齐基线' }).click()
    }
    if (way === 'search') {
      await page.keyboard.press('Control+k')
      await page.getByRole('textbox', { name: '找稿件、作者、正文' }).fill('全版对齐基线')
      await page.getByRole('option', { name: '全版对齐基线' }).click()
    }
    await expect(says(page)).toContainText('对齐基线')
    await expect(panel(page)).not.toContainText('离开了基线格')
  }
  await saved(page)
})
