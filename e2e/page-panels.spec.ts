import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { saved } from './sheet'
import { root } from './newsroom'

test.use({ pages: 'plain' })

const lead = /冬灌开闸/

const openPages = async (page: Page) => {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' }).click()
  await expect(page.locator('.page-scroll canvas[data-painted]')).toBeVisible()
  await expect(page.locator('[data-lines="版样"]')).toContainText('夜间门诊')
  await expect(page.locator('[data-lines="版样"]')).toContainText('送热饭上门')
}

/** A frame by the words that a screen reader says of it. */
const frame = (page: Page, words: string | RegExp) =>
  page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: words })
const panel = (page: Page) => page.getByRole('complementary', { name: '文框' })
const field = (page: Page, name: string) =>
  page.getByRole('region', { name: '所选文框' }).getByRole('spinbutton', { name, exact: true })
const says = (page: Page) => page.locator('.footer')

const chooseFrame = async (page: Page, words: string | RegExp) => {
  await frame(page, words).focus()
  await expect(frame(page, words)).toHaveAttribute('aria-pressed', 'true')
}
const openDrawer = async (page: Page, name: string) => {
  const drawer = page.getByRole('group', { name: '更多' }).getByRole('button', { name })
  if ((await drawer.getAttribute('aria-expanded')) === 'false') await drawer.click()
}
const pick = async (page: Page, list: Locator, option: string | RegExp) => {
  await list.click()
  // Its own list: that of the field before may still be going away.
  const id = await list.getAttribute('aria-controls')
  const own = page.locator('.ant-select-dropdown').filter({ has: page.locator(`[id="${id}"]`) })
  await own.locator('.ant-select-item-option', { hasText: option }).first().click()
}

test.describe('the frame’s fields', () => {
  test.beforeEach(async ({ page }) => openPages(page))

  test('take exact numbers by keyboard, one change a number', async ({ page }) => {
    await chooseFrame(page, lead)
    await expect(panel(page)).toContainText('冬灌开闸')
    const rows = field(page, '行数')
    await rows.fill('24')
    await expect(frame(page, lead)).toHaveAccessibleName(/6 栏 20 行/)
    await rows.press('Enter')
    await expect(frame(page, lead)).toHaveAccessibleName(/6 栏 24 行/)
    await expect(says(page)).toContainText('改行数')

    // Quick steps show at once and are one change.
    for (let step = 0; step < 5; step++) await rows.press('ArrowDown')
    await expect(rows).toHaveValue('19')
    await expect(frame(page, lead)).toHaveAccessibleName(/6 栏 19 行/)
    await saved(page)
    await rows.press('Enter')
    await rows.press('Control+z')
    await expect(frame(page, lead)).toHaveAccessibleName(/6 栏 24 行/)
    await rows.press('Control+z')
    await expect(frame(page, lead)).toHaveAccessibleName(/6 栏 20 行/)

    await field(page, '起行').fill('12')
    await field(page, '起行').press('Tab')
    await expect(frame(page, lead)).toHaveAccessibleName(/第 12 行，6 栏 20 行/)
  })

  test('say what is wrong with a number and leave the page alone', async ({ page }) => {
    await chooseFrame(page, lead)
    const span = field(page, '占栏')
    for (const [typed, sentence] of [
      ['9', '占栏最多 6 栏：从第 1 栏起，版心共 6 栏。'],
      ['0', '占栏最少 1 栏。'],
      ['三', '占栏只填数字，例如 1。'],
      ['2.5', '占栏要填整数，例如 2。'],
      ['', '占栏要填一个数，1 到 6 栏。'],
    ] as const) {
      await span.fill(typed)
      await span.press('Enter')
      await expect(panel(page).getByRole('alert')).toHaveText(sentence)
    }
    await span.press('Escape')
    await expect(span).toHaveValue('6')
    await expect(panel(page).getByRole('alert')).toHaveCount(0)
    await field(page, '每行').fill('16')
    await expect(panel(page).getByRole('alert')).toContainText('每行只能是')
    // Left with something that cannot be taken, it shows what is.
    await field(page, '行数').focus()
    await expect(field(page, '每行')).toHaveValue('11')
    await expect(frame(page, lead)).toHaveAccessibleName(/6 栏 20 行/)
  })

  test('narrow the frame, and the columns follow', async ({ page }) => {
    await chooseFrame(page, lead)
    await field(page, '占栏').fill('4')
    await field(page, '占栏').press('Enter')
    await expect(frame(page, lead)).toHaveAccessibleName(/4 栏 20 行/)
    const columns = panel(page).getByRole('combobox', { name: '分栏' })
    await columns.click()
    const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
    await expect(options.filter({ hasText: '3（四分三）' })).toBeVisible()
    // Whole characters first, cut ones last with their mark.
    await expect(options.last()).toContainText('⚠')
    await options.filter({ hasText: '3（四分三）' }).click()
    await expect(field(page, '每行')).toHaveValue('15')
    await field(page, '每行').press('ArrowUp')
    await expect(field(page, '每行')).toHaveValue('23')
    await field(page, '每行').press('Enter')
    await expect(panel(page)).toContainText('2（两长）')
    await keepPicture(page, 'panels-story')
  })

  test('box a story, tint it, rule it', async ({ page }) => {
    await chooseFrame(page, lead)
    const sheet = page.locator('.page-scroll canvas[data-painted]')
    const before = await sheet.screenshot()
    await panel(page).getByRole('checkbox', { name: '加框' }).check()
    await expect(says(page)).toContainText('加框')
    expect((await sheet.screenshot()).equals(before)).toBe(false)
    await panel(page).getByRole('checkbox', { name: '底纹' }).check()
    await openDrawer(page, '线')
    await pick(page, panel(page).getByRole('combobox', { name: '下线' }), '文武线')
    await expect(panel(page)).toContainText('文武线')
    // The list still has the keys; the page's own undo is meant.
    await page.keyboard.press('Control+z')
    await expect(says(page)).toContainText('撤销：改下线')
    await saved(page)
  })

  test('turn a headline upright and over some of the columns', async ({ page }) => {
    await chooseFrame(page, lead)
    await pick(page, panel(page).getByRole('combobox', { name: '主题字号' }), '小初')
    await pick(page, panel(page).getByRole('combobox', { name: '题位' }), '前 3 栏上')
    await expect(says(page)).toContainText('改题位')
    await openDrawer(page, '标题')
    await panel(page).getByText('竖题', { exact: true }).click()
    await expect(says(page)).toContainText('改竖题')
    await expect(field(page, '题高')).toHaveValue('')
    await field(page, '题高').fill('12')
    await field(page, '题高').press('Enter')
    await expect(says(page)).toContainText('改题高')
    await field(page, '题高').fill('')
    await field(page, '题高').press('Enter')
    await expect(field(page, '题高')).toHaveAttribute('placeholder', '自动')
    await panel(page).getByText('齐头', { exact: true }).click()
    await keepPicture(page, 'panels-vertical-head')
    await pick(page, panel(page).getByRole('combobox', { name: '题位' }), '指定几栏…')
    await field(page, '题起').fill('3')
    await field(page, '题起').press('Enter')
    await field(page, '题宽').fill('5')
    await expect(panel(page).getByRole('alert')).toHaveText('题宽最多 4 栏：文字分 6 栏。')
    await saved(page)
  })

  test('set the text looser, level its columns, nudge it', async ({ page }) => {
    await chooseFrame(page, lead)
    await openDrawer(page, '行文')
    await field(page, '微调').fill('-2.5')
    await field(page, '微调').press('Enter')
    await expect(panel(page)).toContainText('文字离开了基线格')
    await panel(page).getByRole('checkbox', { name: '栏底取齐' }).check()
    await expect(says(page)).toContainText('栏底取齐')
    await field(page, '疏密').fill('3')
    await field(page, '疏密').press('Enter')
    await expect(says(page)).toContainText('改疏密')
  })

  test('make an L of a frame and take it back', async ({ page }) => {
    await chooseFrame(page, lead)
    await openDrawer(page, 'L 形')
    await expect(panel(page).getByRole('button', { name: '右边加一块' })).toBeDisabled()
    await panel(page).getByRole('button', { name: '下面加一块' }).click()
    const second = panel(page).getByRole('group', { name: '第 2 块' })
    await expect(second.getByRole('spinbutton', { name: '起行' })).toHaveValue('30')
    await second.getByRole('spinbutton', { name: '起行' }).fill('20')
    await second.getByRole('spinbutton', { name: '起行' }).press('Enter')
    await expect(second).toContainText('这一块压着文框的另一块')
    await second.getByRole('button', { name: '去掉第 2 块' }).click()
    await expect(second).toHaveCount(0)
    await saved(page)
  })

  test('lift a sentence out of the text', async ({ page }) => {
    await chooseFrame(page, lead)
    await openDrawer(page, '提引')
    await panel(page).getByRole('combobox', { name: '提引哪一句' }).click()
    const first = page.locator('.ant-select-dropdown:visible .ant-select-item-option').first()
    const words = (await first.textContent()) ?? ''
    await first.click()
    const quote = panel(page).getByRole('group', { name: '提引 1' })
    await expect(quote.getByRole('textbox', { name: '文字' })).toHaveValue(words)
    await quote.getByRole('spinbutton', { name: '占栏' }).fill('2')
    await quote.getByRole('spinbutton', { name: '占栏' }).press('Enter')
    await expect(says(page)).toContainText('改提引位置')
    await quote.getByRole('button', { name: '去掉提引 1' }).click()
    await expect(quote).toHaveCount(0)
  })

  test('send the rest of a story to another page', async ({ page }) => {
    await page.getByRole('navigation', { name: '各版' }).getByRole('button', { name: /二版/ }).click()
    await expect(page.locator('.page-scroll canvas[data-painted]')).toBeVisible()
    // Room on the second page: its last story goes back to those that wait.
    const frames = page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: /稿件《/ })
    await frames.last().focus()
    await page.keyboard.press('Delete')
    await expect(says(page)).toContainText('排下')
    await page.getByRole('navigation', { name: '各版' }).getByRole('button', { name: /一版/ }).click()
    await chooseFrame(page, lead)
    await field(page, '行数').fill('15')
    await field(page, '行数').press('Enter')
    await expect(frame(page, lead)).toHaveAccessibleName(/溢 \d+ 行/)
    await openDrawer(page, '转版')
    await pick(page, panel(page).getByRole('combobox', { name: '转到' }), '二版')
    const line = panel(page).getByText(/接二版 综合/)
    await expect(line).toBeVisible()
    await panel(page).getByRole('button', { name: '看', exact: true }).click()
    await expect(frame(page, lead)).toHaveAttribute('aria-pressed', 'true')
    await expect(panel(page).getByRole('checkbox', { name: '接前文' })).toBeChecked()
    await page.getByRole('navigation', { name: '各版' }).getByRole('button', { name: /一版/ }).click()
    await chooseFrame(page, lead)
    await panel(page).getByRole('button', { name: '撤掉二版的接排' }).click()
    await expect(line).toHaveCount(0)
    await saved(page)
  })
})

test.describe('a photo', () => {
  test.beforeEach(async ({ page }) => openPages(page))

  test('is cropped by hand and by keys, and given back whole', async ({ page }) => {
    await chooseFrame(page, lead)
    await openDrawer(page, '图片')
    const inset = panel(page).getByRole('group', { name: '图 1' })
    await expect(inset).toContainText('点/英寸')
    await inset.getByRole('button', { name: '裁切', exact: true }).click()
    const part = inset.getByRole('slider', { name: '裁切框' })
    const reset = inset.getByRole('button', { name: '复原' })
    await expect(reset).toBeDisabled()
    const whole = Number(await part.getAttribute('aria-valuenow'))
    await part.focus()
    for (let step = 0; step < 8; step++) await part.press('-')
    await part.press('ArrowLeft')
    await expect(says(page)).toContainText('改裁切')
    const smaller = Number(await part.getAttribute('aria-valuenow'))
    expect(smaller).toBeLessThan(whole)
    await expect(reset).toBeEnabled()

    // Drawn by its corner it keeps the proportions of its place.
    const before = await part.boundingBox()
    const corner = await part.locator('.crop-corner.se').boundingBox()
    if (!before || !corner) throw new Error('The crop is not on the screen')
    await page.mouse.move(corner.x + 3, corner.y + 3)
    await page.mouse.down()
    await page.mouse.move(corner.x - 40, corner.y - 30, { steps: 5 })
    await page.mouse.up()
    const after = await part.boundingBox()
    expect(after!.width).toBeLessThan(before.width)
    expect(after!.width / after!.height).toBeCloseTo(before.width / before.height, 1)
    await keepPicture(page, 'panels-crop')

    await reset.click()
    await expect(part).toHaveAttribute('aria-valuenow', String(whole))
    await saved(page)
  })

  test('stands where its numbers say, with words beside it', async ({ page }) => {
    await chooseFrame(page, lead)
    await openDrawer(page, '图片')
    const inset = panel(page).getByRole('group', { name: '图 1' })
    await inset.getByRole('spinbutton', { name: '起栏' }).fill('1')
    await inset.getByRole('spinbutton', { name: '起栏' }).press('Enter')
    await expect(says(page)).toContainText('改图片位置')
    await pick(page, inset.getByRole('combobox', { name: '串文' }), '图在左')
    await inset.getByRole('spinbutton', { name: '图宽' }).fill('14.5')
    await inset.getByRole('spinbutton', { name: '图宽' }).press('Enter')
    await expect(says(page)).toContainText('改图宽')
    await pick(page, inset.getByRole('combobox', { name: '图说位置' }), '在右')
    await pick(page, inset.getByRole('combobox', { name: '人物朝向' }), '朝左')
    await inset.getByRole('button', { name: '撤下图 1' }).click()
    await expect(inset).toHaveCount(0)
    await panel(page).getByRole('button', { name: '放进来' }).click()
    await expect(inset).toBeVisible()
    await saved(page)
  })
})

test.describe('an ad', () => {
  const addAd = async (page: Page) => {
    await openPages(page)
    await page.getByRole('navigation', { name: '各版' }).getByRole('button', { name: /二版/ }).click()
    const frames = page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: /稿件《/ })
    await frames.last().focus()
    await page.keyboard.press('Delete')
    await expect(says(page)).toContainText('排下')
    await page.keyboard.press('Escape')
    await panel(page).getByRole('button', { name: '广告', exact: true }).click()
    await expect(says(page)).toContainText('加广告')
  }

  test('takes a picture and refuses what is none', async ({ page }) => {
    await addAd(page)
    const client = panel(page).getByRole('textbox', { name: '客户' })
    await client.fill('县农商银行')
    await client.press('Enter')
    await expect(frame(page, /县农商银行/)).toBeVisible()
    const file = page.locator('input[aria-label="选广告文件"]')
    await file.setInputFiles({
      name: '广告.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('不是文件'),
    })
    const alert = panel(page).getByRole('alert')
    await expect(alert).toBeVisible()
    await expect(alert.locator('b')).toHaveText(/。$/)
    await expect(panel(page).getByText('还没有图')).toBeVisible()
    await alert.getByRole('button', { name: '收起提示' }).click()
    await file.setInputFiles(join(root, 'resources/sample/photos/apple-orchard.jpg'))
    await expect(panel(page).getByRole('button', { name: '撤下图' })).toBeVisible()
    await expect(says(page)).toContainText('放广告')
    await keepPicture(page, 'panels-ad')
    await panel(page).getByRole('button', { name: '撤下图' }).click()
    await expect(panel(page).getByText('还没有图')).toBeVisible()
  })
})

test.describe('signing', () => {
  test('says who and when, is void once the page changes, good again when that is undone', async ({
    page,
    anotherWindow,
  }) => {
    await openPages(page)
    const sign = page.getByRole('region', { name: '签大样' })
    // Whatever this page keeps on purpose is said before it is signed.
    await ignoreErrors(page)
    await sign.getByRole('button', { name: '签大样' }).click()
    await expect(sign.getByRole('status')).toContainText(/周岚 今天 \d\d:\d\d 签/)
    await expect(sign.getByRole('button', { name: /签大样/ })).toHaveCount(0)
    await keepPicture(page, 'panels-signed')

    await chooseFrame(page, lead)
    await panel(page).getByRole('checkbox', { name: '底纹' }).check()
    await expect(sign.getByRole('status')).toContainText('已失效')
    await expect(sign.getByRole('button', { name: /签大样/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(sign.getByRole('status')).not.toContainText('已失效')

    // The story is written on in another window: the page is another one.
    const other = await anotherWindow()
    await other.getByRole('option', { name: lead }).click()
    await other.locator('.sheet .headline').click()
    await other.keyboard.press('End')
    await other.keyboard.type('了')
    await expect(sign.getByRole('status')).toContainText('已失效')
    await sign.getByRole('button', { name: '撤签' }).click()
    await expect(sign.getByRole('status')).toHaveCount(0)
  })
})

/** Keeps every error of the page on purpose. */
async function ignoreErrors(page: Page): Promise<void> {
  const checks = page.getByRole('region', { name: '版面检查' })
  const button = page.getByRole('region', { name: '签大样' }).getByRole('button', { name: /签大样/ })
  await expect(checks).toHaveAttribute('aria-busy', 'false')
  for (let turn = 0; turn < 20 && /错/.test((await button.textContent()) ?? ''); turn++) {
    const row = checks
      .locator('.fault-row')
      .filter({ has: page.locator('.tag.red') })
      .first()
    await row.getByRole('button', { name: /^忽略/ }).click()
    await row.getByRole('textbox', { name: '理由' }).fill('样报如此')
    await row.getByRole('textbox', { name: '理由' }).press('Enter')
    await page.waitForTimeout(600)
  }
  await expect(button).toBeEnabled()
}

test('the weight of a fault is kept for the paper', async ({ page, reopen }) => {
  await openPages(page)
  await page.getByRole('button', { name: '毛病轻重' }).click()
  const weights = page.getByRole('group', { name: '毛病轻重' })
  await pick(page, weights.getByRole('combobox', { name: '灰版的轻重' }), '关')
  await pick(page, weights.getByRole('combobox', { name: '碰题的轻重' }), '错')
  await expect(weights.locator('label').filter({ hasText: '碰题' })).toContainText('错')
  await keepPicture(page, 'panels-weights')
  const again = await reopen()
  await openPages(again)
  await again.getByRole('button', { name: '毛病轻重' }).click()
  const kept = again.getByRole('group', { name: '毛病轻重' })
  await expect(kept.locator('label').filter({ hasText: '灰版' })).toContainText('关')
  await expect(kept.locator('label').filter({ hasText: '碰题' })).toContainText('错')
})
