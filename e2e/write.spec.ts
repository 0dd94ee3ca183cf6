import type { Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { blankStory, caretAtEnd, openStory, saved, sheet } from './sheet'

/** Each part of the sheet with its text: 主题|冬灌开闸. */
const partsOf = (page: Page) =>
  page
    .locator(sheet)
    .evaluate(root =>
      [...root.children].map(part => `${part.ariaLabel ?? ''}|${part.textContent}`).join('\n'),
    )

/** Words as an input method gives them: pinyin under composition, then the Han. */
async function compose(page: Page, words: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const text of ['a', 'ab', 'abc']) {
    const end = text.length
    await session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  }
  await session.send('Input.insertText', { text: words })
  await session.detach()
}

test.describe('writing a story', () => {
  test('a whole one by the keyboard alone', async ({ page }) => {
    await blankStory(page)
    await page.keyboard.press('Control+Alt+1')
    await page.keyboard.type('比去年提前五天')
    await page.keyboard.press('Enter')
    await page.keyboard.type('清水河灌区冬灌开闸')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    // The body: a summary by the slash menu, a dateline as it is written.
    await page.keyboard.type('/ty')
    await expect(page.getByRole('listbox', { name: '加部分' }).getByRole('option')).toHaveText([/提要/])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox', { name: '加部分' })).toHaveCount(0)
    await page.keyboard.type('灌区提前五天开闸.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('本报讯（记者 沈一禾 通讯员 何青） 入冬以来,灌区抢抓时机.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/xbt')
    await page.keyboard.press('Enter')
    await page.keyboard.type('水到地头')
    await page.keyboard.press('Enter')
    await page.keyboard.type('"今年的水来得早.他们说\'冬水好,麦苗壮\'."')
    await page.keyboard.press('Control+Alt+6')
    await page.keyboard.type('水要用在刀刃上。')
    await page.keyboard.press('Control+Alt+7')
    await page.keyboard.type('沈一禾 何青')
    await page.keyboard.press('Control+Alt+8')
    await page.keyboard.type('去年什么时候开的闸')
    expect(await partsOf(page)).toBe(
      [
        '引题|比去年提前五天',
        '主题|清水河灌区冬灌开闸',
        '副题|',
        '提要|灌区提前五天开闸。',
        '编者按|编者按：水要用在刀刃上。',
        '正文|本报讯（记者 沈一禾 通讯员 何青）入冬以来，灌区抢抓时机。',
        '小标题|水到地头',
        '|“今年的水来得早。他们说‘冬水好，麦苗壮’。”',
        '署名|（沈一禾 何青）',
        '相关链接|相关链接',
        '相关链接|去年什么时候开的闸',
      ].join('\n'),
    )
    await expect(page.locator(`${sheet} .dateline`)).toHaveText('本报讯（记者 沈一禾 通讯员 何青）')
    await expect(page.locator('[data-lines="小样"]')).toContainText('去年什么时候开的闸')
    await keepPicture(page, 'write')
    await saved(page)
    // The names behind the text stand in the budget.
    await page.getByPlaceholder('查找').first().fill('何青')
    await expect(page.getByRole('option', { name: /清水河灌区冬灌开闸/ })).toContainText('沈一禾 何青')
  })

  test('through an input method it is the same story', async ({ page }) => {
    await blankStory(page)
    await compose(page, '冬灌开闸')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await compose(page, '本报讯')
    await compose(page, '入冬以来')
    await page.keyboard.type(',')
    await compose(page, '渠水进田')
    await page.keyboard.type('.')
    await page.keyboard.press('Enter')
    // An input method gives 、 for the stroke's key; while it composes the menu stays shut.
    await page.keyboard.insertText('、')
    await expect(page.getByRole('listbox', { name: '加部分' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Backspace')
    await compose(page, '水到地头')
    await page.keyboard.press('Control+Alt+2')
    await page.keyboard.press('Control+Alt+7')
    await compose(page, '江南')
    await page.keyboard.press('Shift+Tab')
    expect(await partsOf(page)).toBe(
      [
        '引题|',
        '主题|冬灌开闸',
        '副题|',
        '正文|本报讯入冬以来，渠水进田。',
        '小标题|水到地头',
        '署名|（江南）',
      ].join('\n'),
    )
    await expect(page.locator(`${sheet} .dateline`)).toHaveText('本报讯')
  })

  test('a form that was not wanted goes by one key, and stays gone', async ({ page }) => {
    await blankStory(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('本报讯 ')
    await expect(page.locator(`${sheet} .dateline`)).toHaveCount(1)
    await page.keyboard.press('Backspace')
    await expect(page.locator(`${sheet} .dateline`)).toHaveCount(0)
    await page.keyboard.type('栏目改版')
    await expect(page.locator(`${sheet} .dateline`)).toHaveCount(0)
    await expect(page.locator(`${sheet} p`).first()).toHaveText('本报讯 栏目改版')
  })

  test('parts by menu, found by their names; empty ones stand out of the way', async ({ page }) => {
    await blankStory(page)
    const heightOf = (name: string) =>
      page
        .getByRole('group', { name, exact: true })
        .first()
        .evaluate(part => part.getBoundingClientRect().height)
    expect(await heightOf('副题')).toBeLessThan(20)
    await page.getByRole('button', { name: '加部分' }).click()
    await page.getByRole('menuitem', { name: /副题/ }).click()
    await expect(page.getByRole('group', { name: '副题' })).toHaveClass(/here/)
    expect(await heightOf('副题')).toBeGreaterThan(20)
    await expect(page.getByRole('menuitem')).toHaveCount(0)
    await page.getByRole('button', { name: '加部分' }).click()
    await page.getByRole('menuitem', { name: /相关链接/ }).click()
    await expect(page.locator(`${sheet} .related`)).toHaveCount(2)
    // And by Ctrl K.
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: '找稿件、作者、正文' }).fill('稿件：提要')
    await expect(page.getByRole('option', { name: /稿件：提要/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: '提要' })).toHaveClass(/here/)
  })

  test('counts the story and what is selected, holds it to a target, goes to a paragraph', async ({
    page,
  }) => {
    await blankStory(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    for (const text of ['渠水进了田。', '麦苗喝上水2026年。', '人在渠头。']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    const footer = page.getByRole('contentinfo')
    await expect(footer).toContainText('22 字')
    await expect(footer).toContainText('Word 字数 19')
    await page.keyboard.press('Control+g')
    await page.getByRole('spinbutton', { name: '第几段' }).fill('2')
    await page.keyboard.press('Enter')
    await expect(page.locator(`${sheet} p.here`)).toHaveText('麦苗喝上水2026年。')
    await page.keyboard.press('Shift+End')
    await expect(footer).toContainText('选中 11 字 · Word 字数 8 · 1 行')

    await page.getByRole('button', { name: '目标', exact: true }).click()
    await page.getByRole('spinbutton', { name: '目标字数' }).fill('20')
    await page.getByRole('spinbutton', { name: '目标字数' }).press('Enter')
    await expect(footer).toContainText('目标 20 ± 1，超 2 字')
    await expect(footer.getByText('22 字', { exact: true })).toHaveClass(/red/)
    await page.getByRole('spinbutton', { name: '允许出入' }).fill('10')
    await page.getByRole('spinbutton', { name: '允许出入' }).press('Enter')
    await expect(footer.getByText('22 字', { exact: true })).toHaveClass(/green/)
  })

  test('the text grows and shrinks for the person, and ? opens the keys', async ({ page, reopen }) => {
    await blankStory(page)
    const size = (one: Page) => one.locator('.sheet').evaluate(element => getComputedStyle(element).fontSize)
    const usual = await size(page)
    await page.keyboard.press('Control+=')
    await expect.poll(() => size(page)).not.toBe(usual)
    const larger = await size(page)
    const again = await reopen()
    await again.locator(`${sheet} .headline`).waitFor()
    expect(await size(again)).toBe(larger)
    await again.keyboard.press('Control+0')
    await expect.poll(() => size(again)).toBe(usual)
    // In text ? is a mark; elsewhere it opens the sheet of keys.
    await again.locator(`${sheet} .headline`).click()
    await again.keyboard.type('?')
    await expect(again.getByRole('dialog', { name: '快捷键' })).toHaveCount(0)
    await again.getByRole('button', { name: '查看' }).focus()
    await again.keyboard.press('?')
    await expect(again.getByRole('dialog', { name: '快捷键' })).toContainText('到第几段')
  })
})

test.describe('with what opens and closes moving, as people have it', () => {
  test.use({ moves: true })

  test('a dialog that goes gives the keys back where they were', async ({ page }) => {
    await openStory(page, '小板凳')
    const paragraph = page.locator(`${sheet} p`).nth(1)
    const before = await paragraph.textContent()
    await caretAtEnd(page, 1)
    await page.keyboard.press('F1')
    const keys = page.getByRole('dialog', { name: '快捷键' })
    await expect(keys).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(keys).toHaveCount(0)
    await expect(page.locator(sheet)).toBeFocused()
    await page.keyboard.type('又及')
    await expect(paragraph).toHaveText(`${before}又及`)
  })
})
