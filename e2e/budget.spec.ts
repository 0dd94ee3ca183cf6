import type { Locator, Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { blankStory, openStory, selectWords } from './sheet'

const toBudget = async (page: Page): Promise<Locator> => {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '稿库' }).click()
  const table = page.getByRole('grid', { name: '稿库' })
  await expect(table.getByRole('row').first()).toBeVisible()
  return table
}

/** The row of a story, and its cell of a column by the id that the table gives it. */
const rowOf = (table: Locator, headline: string) => table.getByRole('row').filter({ hasText: headline })
const cellOf = (row: Locator, column: string) => row.locator(`[id$="-${column}"]`)

const titles = (table: Locator) => table.locator('[id$="-headline"]').allInnerTexts()

test.describe('the story list', () => {
  test('groups the edition by page, filters, and opens by keys', async ({ page }) => {
    const list = page.getByRole('listbox', { name: '稿件' })
    await expect(list.getByText('一版 · 要闻').first()).toBeVisible()
    await expect(list.getByText(/\d \/ [\d,]+ 字/).first()).toBeVisible()

    await page
      .getByRole('group', { name: '筛选' })
      .getByRole('button', { name: /缺图说/ })
      .click()
    const only = list.getByRole('option')
    await expect(only).toHaveCount(1)
    await expect(only).toContainText('缺署名')
    await page
      .getByRole('group', { name: '筛选' })
      .getByRole('button', { name: /本期稿/ })
      .click()

    await list.getByRole('option').first().click()
    const second = await list.getByRole('option').nth(1).locator('.title-line > span').innerText()
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.locator('.sheet .headline')).toHaveText(second)
    await expect(list.getByRole('option', { selected: true })).toContainText(second)
  })

  test('has a menu on each story, by the right button and by the menu key', async ({ page }) => {
    const list = page.getByRole('listbox', { name: '稿件' })
    const story = list.getByRole('option', { name: /县医院/ })
    await story.click({ button: 'right' })
    await page.getByRole('menuitem', { name: '责编' }).hover()
    await expect(page.getByRole('menuitem', { name: /^周岚/ })).toBeVisible()
    await keepPicture(page, 'story-menu')
    await page.getByRole('menuitem', { name: '柳叶' }).click()
    // It was pressed, not opened; by the keys it is opened.
    await expect(story).toHaveAttribute('aria-selected', 'false')
    await list.focus()
    await page.keyboard.press('ArrowDown')
    const second = await list.getByRole('option').nth(1).locator('.title-line > span').innerText()
    await page.keyboard.press('ContextMenu')
    await expect(page.getByRole('menuitem', { name: /打开稿件/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.locator('.sheet .headline')).toHaveText(second)
    const table = await toBudget(page)
    await expect(cellOf(rowOf(table, '县医院'), 'editor')).toHaveText('柳叶')
  })

  test('shows a new story selected, whatever view and search stood there', async ({ page }) => {
    const table = await toBudget(page)
    await page.getByLabel('在稿库中查找').fill('渠')
    await expect(rowOf(table, '小板凳')).toHaveCount(0)
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '稿件' }).click()
    const list = page.getByRole('listbox', { name: '稿件' })
    const views = page.getByRole('group', { name: '筛选' })
    await views.getByRole('button', { name: /缺图说/ }).click()
    await expect(list.getByRole('option')).toHaveCount(1)
    await page.getByLabel('在稿件中查找').fill('渠')
    await blankStory(page)
    await page.keyboard.type('新写的一篇')
    const story = list.getByRole('option', { selected: true })
    await expect(story).toBeInViewport()
    await expect(story).toContainText('新写的一篇')
    await expect(page.getByLabel('在稿件中查找')).toHaveValue('')
    await toBudget(page)
    const row = rowOf(table, '新写的一篇')
    await expect(row).toBeInViewport()
    await expect(row).toHaveAttribute('aria-current', 'true')
  })

  test('finds a story by one character of its text', async ({ page }) => {
    await page.getByLabel('在稿件中查找').fill('镢')
    const list = page.getByRole('listbox', { name: '稿件' })
    await expect(list).toContainText('没有找到“镢”')
    await page.getByLabel('在稿件中查找').fill('渠')
    await expect(list.getByRole('option', { name: /冬灌开闸/ })).toBeVisible()
    await page.getByLabel('在稿件中查找').press('ArrowDown')
    await page.getByLabel('在稿件中查找').press('Escape')
    await expect(page.getByLabel('在稿件中查找')).toHaveValue('')
  })
})

test.describe('the budget', () => {
  test('stands without sideways scrolling, small screen and large', async ({ page }) => {
    const table = await toBudget(page)
    const overhang = () => table.evaluate(element => element.scrollWidth - element.clientWidth)
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(overhang).toBe(0)
      await expect(page.getByRole('columnheader', { name: '最后改动' })).toBeInViewport({ ratio: 1 })
      await keepPicture(page, `budget-${width}`)
    }
  })

  test('says how many photos there are and all that they lack, and the whole deadline', async ({ page }) => {
    const onlyFaulty = () =>
      page
        .getByRole('group', { name: '筛选' })
        .getByRole('button', { name: /缺图说/ })
        .click()
    // Its photo has no credit; now it has no caption either.
    await onlyFaulty()
    await openStory(page, '四十二个小修小补点重回街巷')
    await selectWords(page, '11月22日，修鞋师傅罗广田在北关社区便民服务点修鞋。')
    await page.keyboard.press('Backspace')
    const table = await toBudget(page)
    await onlyFaulty()
    const row = rowOf(table, '四十二个小修小补点重回街巷')
    /** Words of a cell that are cut, or stand outside of it. */
    const cut = (column: string) =>
      cellOf(row, column)
        .locator('.cell')
        .evaluate(cell => {
          const room = cell.getBoundingClientRect()
          return [...cell.children].flatMap(one => {
            const { left, right } = one.getBoundingClientRect()
            const isWhole = left >= room.left && right <= room.right && one.scrollWidth <= one.clientWidth + 1
            return isWhole ? [] : [one.textContent]
          })
        })
    await expect(cellOf(row, 'photos')).toHaveText(/^\d+缺图说缺署名$/)
    for (const column of ['photos', 'deadline']) await expect.poll(() => cut(column)).toEqual([])
    await keepPicture(page, 'budget-photos')
  })

  test('no longer says its sums while something is imported', async ({ page }) => {
    await toBudget(page)
    const footer = page.getByRole('contentinfo')
    await expect(footer).toContainText(/\d 字/)
    await page.getByRole('button', { name: '导入' }).click()
    await expect(page.getByRole('textbox', { name: '来稿' })).toBeVisible()
    await expect(footer).not.toContainText(/\d 字/)
    await page.getByRole('button', { name: '不导了' }).click()
    await expect(footer).toContainText(/\d 字/)
  })

  test('sorts by pinyin and by size, both ways', async ({ page }) => {
    const table = await toBudget(page)
    await page.getByRole('button', { name: '按版分组' }).click()
    await page.setViewportSize({ width: 1366, height: 1400 })
    const pinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })
    const heading = page.getByRole('columnheader', { name: '标题' })
    await heading.click()
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    const up = (await titles(table)).filter(title => !title.startsWith('无题'))
    expect(up.length).toBeGreaterThan(8)
    expect(up).toEqual([...up].sort(pinyin.compare))
    await heading.click()
    await expect(heading).toHaveAttribute('aria-sort', 'descending')
    expect((await titles(table)).filter(title => !title.startsWith('无题'))).toEqual([...up].reverse())

    await page.getByRole('columnheader', { name: '字数' }).click()
    const lengths = (await table.locator('[id$="-characters"]').allInnerTexts()).map(text =>
      Number(text.split('/')[0]?.replace(/\D/g, '')),
    )
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  })

  test('filters by genre and says how many are hidden', async ({ page }) => {
    const table = await toBudget(page)
    const head = page.getByRole('columnheader', { name: '体裁' })
    await head.getByRole('button', { name: /filter|筛选/ }).click()
    await page.getByRole('menuitem', { name: '评论' }).click()
    await page.getByRole('button', { name: /确 ?定/ }).click()
    const genres = table.locator('[id$="-genre"]')
    await expect(genres.first()).toHaveText('评论')
    expect(new Set(await genres.allInnerTexts())).toEqual(new Set(['评论']))
    await expect(page.getByText(/另有 \d+ 篇没有显示/)).toBeVisible()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect(rowOf(table, '冬灌开闸')).toBeVisible()
  })

  test('folds a page and keeps its sums in sight', async ({ page }) => {
    const table = await toBudget(page)
    const head = table.getByRole('button', { name: /一版 · 要闻/ })
    await expect(head).toHaveAttribute('aria-expanded', 'true')
    await expect(head).toContainText(/\d+ 篇.*字.*行/)
    await head.click()
    await expect(head).toHaveAttribute('aria-expanded', 'false')
    await expect(rowOf(table, '冬灌开闸')).toHaveCount(0)
    await table.focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await expect(rowOf(table, '冬灌开闸')).toBeVisible()
  })

  test('is edited in place: Enter keeps, Esc does not, Tab goes on, Ctrl Z takes back', async ({
    page,
    reopen,
  }) => {
    const table = await toBudget(page)
    const row = rowOf(table, '冬灌开闸')
    const length = cellOf(row, 'characters')
    const planned = (await length.innerText()).split('/')[1]
    await length.click()
    const field = table.getByRole('textbox', { name: /^字数/ })
    await expect(field).toBeFocused()
    await field.fill('725')
    await page.keyboard.press('Escape')
    await expect(length).toContainText(`/${planned}`)

    // A digit on the cell begins anew; Tab keeps it and opens the next cell.
    await page.keyboard.press('7')
    await page.keyboard.type('30')
    await page.keyboard.press('Tab')
    await expect(length).toContainText('/730')
    const lines = table.getByRole('textbox', { name: /^行数/ })
    await expect(lines).toBeFocused()
    await lines.fill('四十')
    await page.keyboard.press('Enter')
    await expect(table.getByRole('alert')).toContainText('整数')
    await lines.fill('45')
    await page.keyboard.press('Enter')
    await expect(cellOf(row, 'lines')).toContainText('/45')

    await cellOf(row, 'state').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '退改' }).click()
    await expect(cellOf(row, 'state')).toHaveText('退改')

    await cellOf(row, 'deadline').click()
    await table.getByRole('combobox', { name: /^截稿/ }).fill('明天 9:30')
    await page.keyboard.press('Enter')
    await expect(cellOf(row, 'deadline')).toHaveText('明天 09:30')
    await expect(cellOf(row, 'changed')).toContainText(/今天 \d\d:\d\d · /)

    await page.keyboard.press('Control+z')
    await expect(page.getByText(/^已撤销：改.*截稿$/)).toBeVisible()
    await expect(cellOf(row, 'deadline')).not.toHaveText('明天 09:30')

    const again = await toBudget(await reopen())
    await expect(cellOf(rowOf(again, '冬灌开闸'), 'characters')).toContainText('/730')
    await expect(cellOf(rowOf(again, '冬灌开闸'), 'state')).toHaveText('退改')
  })

  test('searches from one character up, and not while a word is being composed', async ({ page }) => {
    const table = await toBudget(page)
    const search = page.getByLabel('在稿库中查找')
    await search.click()
    const session = await page.context().newCDPSession(page)
    for (const text of ['q', 'qu']) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    await expect(search).toHaveValue('qu')
    await expect(rowOf(table, '小板凳')).toBeVisible()
    await session.send('Input.insertText', { text: '渠' })
    await expect(search).toHaveValue('渠')
    await expect(rowOf(table, '冬灌开闸')).toBeVisible()
    await expect(rowOf(table, '小板凳')).toHaveCount(0)
    await search.fill('没有这样的字句')
    await page.getByRole('button', { name: '清空查找' }).click()
    await expect(rowOf(table, '小板凳')).toBeVisible()
  })

  test('edits many stories at once: assigned, moved, dated, and all of it taken back', async ({ page }) => {
    const table = await toBudget(page)
    const heads = ['冬灌开闸', '县医院', '小板凳']
    for (const head of heads) await rowOf(table, head).getByRole('checkbox').click()
    const bar = page.getByRole('toolbar', { name: '选中的稿件' })
    await expect(bar).toContainText('已选 3 篇')
    const cells = (column: string) =>
      Promise.all(heads.map(head => cellOf(rowOf(table, head), column).innerText()))
    const allBe = (column: string, words: string | RegExp) =>
      Promise.all(heads.map(head => expect(cellOf(rowOf(table, head), column)).toHaveText(words)))
    const before = { editor: await cells('editor'), deadline: await cells('deadline') }

    await bar.getByRole('button', { name: '责编' }).click()
    await expect(page.getByRole('combobox', { name: '责编，选中的 3 篇' })).toBeFocused()
    await keepPicture(page, 'budget-many')
    await page.locator('.ant-select-item-option').filter({ hasText: '柳叶' }).click()
    await allBe('editor', '柳叶')
    await expect(page.getByRole('status').filter({ hasText: /已改 \d 篇的责编/ })).toBeVisible()

    await bar.getByRole('button', { name: '截稿' }).click()
    const deadline = page.getByRole('combobox', { name: '截稿，选中的 3 篇' })
    await expect(deadline).toBeFocused()
    await deadline.fill('尽快')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('写成 18:00')
    await deadline.fill('明天 9:30')
    await page.keyboard.press('Enter')
    await allBe('deadline', '明天 09:30')

    await bar.getByRole('button', { name: '期/版' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '三版' }).click()
    await allBe('place', /三版/)
    await expect(bar).toContainText('已选 3 篇')

    // Esc leaves all as it was, and the keys are the table's again.
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: '找稿件、作者、正文' }).fill('改选中稿件的状态')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: '状态，选中的 3 篇' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox', { name: '状态，选中的 3 篇' })).toHaveCount(0)
    for (let undone = 0; undone < 3; undone++) await page.keyboard.press('Control+z')
    for (const [at, head] of heads.entries()) {
      await expect(cellOf(rowOf(table, head), 'editor')).toHaveText(before.editor[at]!)
      await expect(cellOf(rowOf(table, head), 'deadline')).toHaveText(before.deadline[at]!)
    }
  })

  test('has a menu for all that is selected, and for a story alone', async ({ page }) => {
    const table = await toBudget(page)
    for (const head of ['冬灌开闸', '县医院']) await rowOf(table, head).getByRole('checkbox').click()
    await cellOf(rowOf(table, '县医院'), 'number').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '状态' }).hover()
    await page.getByRole('menuitem', { name: '退改' }).click()
    for (const head of ['冬灌开闸', '县医院']) {
      await expect(cellOf(rowOf(table, head), 'state')).toHaveText('退改')
    }
    await expect(page.getByRole('status').filter({ hasText: '已改 2 篇的状态' })).toBeVisible()

    // Not selected: the menu is for it alone, and its field opens in place.
    const other = rowOf(table, '小板凳')
    await cellOf(other, 'number').click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^署名/ }).click()
    await expect(table.getByRole('combobox', { name: /^署名/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await cellOf(other, 'number').click({ button: 'right' })
    await page.getByRole('menuitem', { name: /移入废稿箱/ }).click()
    await expect(other).toHaveCount(0)
    await page.getByRole('button', { name: '取消选择' }).click()
    await page.getByRole('toolbar', { name: '稿库' }).getByRole('button', { name: '废稿箱' }).click()
    const trash = page.getByRole('grid', { name: '废稿箱' })
    await cellOf(rowOf(trash, '小板凳'), 'number').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '放回稿库' }).click()
    await expect(page.getByText('废稿箱是空的')).toBeVisible()
  })

  test('moves stories to the trash and back', async ({ page }) => {
    const table = await toBudget(page)
    const box = (headline: string) => rowOf(table, headline).getByRole('checkbox')
    await box('县医院').click()
    await box('把灯开').click({ modifiers: ['Shift'] })
    const bar = page.getByRole('toolbar', { name: '选中的稿件' })
    await expect(bar).toContainText(/已选 [2-9] 篇/)
    await bar.getByRole('button', { name: '移入废稿箱' }).click()
    await expect(rowOf(table, '县医院')).toHaveCount(0)
    await page
      .getByRole('status')
      .filter({ hasText: '移入废稿箱' })
      .getByRole('button', { name: '撤销' })
      .click()
    await expect(rowOf(table, '县医院')).toBeVisible()
    await expect(page.getByText(/^已撤销：把 \d 篇移入废稿箱$/)).toBeVisible()

    await box('县医院').click()
    await bar.getByRole('button', { name: '移入废稿箱' }).click()
    await page.getByRole('toolbar', { name: '稿库' }).getByRole('button', { name: '废稿箱' }).click()
    const trash = page.getByRole('grid', { name: '废稿箱' })
    await expect(rowOf(trash, '县医院')).toBeVisible()
    await keepPicture(page, 'trash')
    await rowOf(trash, '县医院').getByRole('button', { name: '放回稿库' }).click()
    await expect(page.getByText('废稿箱是空的')).toBeVisible()
    await page.getByRole('button', { name: '回稿库', exact: true }).click()
    await expect(rowOf(table, '县医院')).toBeVisible()
  })

  test('says what to do when it is empty, and begins a story from a template', async ({ page }) => {
    await toBudget(page)
    await page.getByLabel('全选').click()
    await page.getByRole('button', { name: '移入废稿箱' }).click()
    const budget = page.getByRole('region', { name: '稿库' })
    await expect(budget).toContainText('稿库还空着')
    await keepPicture(page, 'budget-empty')
    await expect(budget.getByRole('button', { name: '导入来稿' })).toBeVisible()
    await budget.getByRole('button', { name: '新稿' }).last().click()
    await page.getByRole('menuitem', { name: /^通讯/ }).click()
    await expect(page.locator('.sheet .headline')).toBeVisible()
    await expect(page.getByRole('option', { selected: true })).toContainText('通讯')
    const table = await toBudget(page)
    await expect(table.locator('[id$="-headline"]')).toHaveText(['无题'])
  })

  test('drags a column wider and keeps it', async ({ page, reopen }) => {
    await toBudget(page)
    const head = (where: Page) => where.getByRole('columnheader', { name: '署名' })
    const widthOf = async (where: Page) => (await head(where).boundingBox())?.width ?? 0
    const before = await widthOf(page)
    const edge = await head(page).locator('.column-edge').boundingBox()
    if (!edge) throw new Error('no edge to drag')
    await page.mouse.move(edge.x + edge.width / 2, edge.y + 10)
    await page.mouse.down()
    await page.mouse.move(edge.x + edge.width / 2 + 40, edge.y + 10, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => widthOf(page)).toBeCloseTo(before + 40, -1)
    const again = await reopen()
    await toBudget(again)
    await expect.poll(() => widthOf(again)).toBeCloseTo(before + 40, -1)
  })
})
