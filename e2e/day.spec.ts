import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Download, Locator, Page } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { root } from './newsroom'
import { openStory, saved, sheet } from './sheet'

// An invented page's text as it is handed in: three stories.
const handedIn = readFileSync('src/main/intake/page/fixtures/titles-before.txt', 'utf8')
const lead = '水窝子变成“聚宝盆”'
const harvest = '秋粮收购进展顺利'
const bus = '城区2路公交末班车今起延后一小时'
const repair = '县职业中学把维修课开到社区'
const archive = '县档案馆向社会征集老照片'

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()
/** A frame by the words that a screen reader says of it. */
const frame = (page: Page, words: string | RegExp) =>
  page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: words })
const tray = (page: Page) => page.getByRole('region', { name: '稿件条' })
const waiting = (page: Page, words: string) => tray(page).getByRole('button', { name: new RegExp(words) })
const bytesOf = async (download: Download) => readFileSync(await download.path())

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Draws an item of the tray to a share of the sheet's width and height, as a hand does. */
async function drawOnTo(page: Page, item: Locator, across: number, down: number): Promise<void> {
  await item.scrollIntoViewIfNeeded()
  const from = await middle(item)
  const box = await page.getByRole('group', { name: '版面上的文框' }).boundingBox()
  if (!box) throw new Error('The sheet is not on the screen')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * across, box.y + box.height * down, { steps: 8 })
  // The page shows it where it would stand before it is let go.
  await expect(page.locator('.tray-ghost')).toBeVisible()
  await page.waitForTimeout(150)
  await page.mouse.up()
}

/** Lines over, as the frame's name says; 0 where it fits. */
const overOf = async (target: Locator): Promise<number> =>
  Number(/溢 (\d+) 行/.exec((await target.getAttribute('aria-label')) ?? '')?.[1] ?? 0)

test('a whole day: an edition made, six stories and two photos placed, fitted, cleared, signed, printed, handed over', async ({
  page,
}) => {
  test.setTimeout(170_000)

  await test.step('the edition of tomorrow, of one page', async () => {
    await page.getByRole('button', { name: '选期' }).click()
    await page.getByRole('menuitem', { name: '新出一期…' }).click()
    const form = page.getByRole('form', { name: '新出一期' })
    for (const number of ['四', '三', '二'])
      await form.getByRole('button', { name: `去掉${number}版` }).click()
    await form.getByRole('button', { name: '出这一期（1 版）' }).click()
    await expect(page.getByRole('button', { name: '选期' })).toContainText('11月25日')
  })

  await test.step('what was handed in goes into the budget', async () => {
    await view(page, '稿件')
    await page.getByRole('button', { name: '导入', exact: true }).first().click()
    await page.getByRole('textbox', { name: '来稿' }).evaluate((field, words) => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, handedIn)
    await page.getByRole('combobox', { name: '收到哪一期哪一版' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '一版' }).first().click()
    await page.getByRole('button', { name: /^收进稿库/ }).click()
    await expect(page.locator(`${sheet} .headline`)).toHaveText(lead)
  })

  await test.step('two photos come in with their captions', async () => {
    for (const [story, file, caption] of [
      [lead, 'apple-orchard.jpg', '大棚外的果园也到了采收的时候。'],
      [harvest, 'irrigation-canal.jpg', '收粮的路边，渠水流进麦田。'],
    ] as const) {
      await openStory(page, story)
      const photos = page.locator(`${sheet} figure.photo`)
      const before = await photos.count()
      await page.locator(`${sheet} p`).nth(1).click()
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page
          .getByRole('toolbar', { name: '写稿' })
          .getByRole('button', { name: '图片', exact: true })
          .click(),
      ])
      await chooser.setFiles(join(root, 'resources/sample/photos', file))
      await expect(photos).toHaveCount(before + 1)
      await page.keyboard.type(caption)
      await page.keyboard.press('Enter')
      await page.keyboard.type('罗小满 摄')
      await expect(photos.filter({ hasText: caption }).locator('.credit')).toHaveText('罗小满 摄')
      await saved(page)
    }
  })

  await test.step('six stories are placed, by mouse and by keyboard', async () => {
    await view(page, '版面')
    await expect(page.locator('.page-scroll canvas[data-painted]')).toBeVisible()
    await expect(tray(page)).toContainText('待排 3 篇')
    await drawOnTo(page, waiting(page, lead), 0.3, 0.3)
    await expect(frame(page, lead)).toBeVisible()
    for (let left = 2; left > 0; left--) {
      await tray(page)
        .getByRole('button', { name: /待排。回车上版/ })
        .first()
        .press('Enter')
      await expect(tray(page)).toContainText(`待排 ${left - 1} 篇`)
    }
    await tray(page)
      .getByRole('button', { name: /其他待排/ })
      .click()
    await drawOnTo(page, waiting(page, bus), 0.75, 0.9)
    await waiting(page, repair).press('Enter')
    await waiting(page, archive).press('Enter')
    for (const title of [lead, harvest, bus, repair, archive]) await expect(frame(page, title)).toBeVisible()
    await expect(frame(page, /^稿件《/)).toHaveCount(6)
    await keepPicture(page, 'day-placed')
  })

  await test.step('two photos are placed, by mouse and by keyboard', async () => {
    const photo = waiting(page, '大棚外的果园')
    const own = await middle(frame(page, lead))
    const box = (await page.getByRole('group', { name: '版面上的文框' }).boundingBox())!
    await drawOnTo(page, photo, (own.x - box.x) / box.width, (own.y - box.y) / box.height)
    await expect(photo).toHaveCount(0)
    await waiting(page, '收粮的路边').press('Enter')
    await expect(waiting(page, '收粮的路边')).toHaveCount(0)
    await saved(page)
    await keepPicture(page, 'day-photos')
  })

  const panel = page.getByRole('complementary', { name: '文框' })
  const offers = panel.getByRole('list', { name: '可用的办法' })
  const rows = page
    .getByRole('region', { name: '所选文框' })
    .getByRole('spinbutton', { name: '行数', exact: true })

  await test.step('a story that is over is fitted by each offer, and each is one step back', async () => {
    const target = frame(page, lead)
    await target.focus()
    const before = await rows.inputValue()
    await offers.getByRole('button', { name: /^文框向下加/ }).click()
    await expect(rows).not.toHaveValue(before)
    await expect.poll(() => overOf(target)).toBe(0)
    await page.mouse.move(5, 5)
    await saved(page)
    await rows.fill(String(Number(await rows.inputValue()) - 1))
    await rows.press('Enter')
    await expect.poll(() => overOf(target)).toBeGreaterThan(0)
    const over = await overOf(target)
    // What would not help here (looser paragraphs, other columns) is not offered.
    const asked = [/^文框向下加 1 行/, /^文框向上加 1 行/, /^主题降为/, /裁矮 \d 行/, /缩成 \d 栏宽/]
    for (const label of asked) await expect(offers.getByRole('button', { name: label }).first()).toBeVisible()
    for (const label of asked) {
      const offer = offers.getByRole('button', { name: label }).first()
      await expect(offer).toHaveAttribute('aria-disabled', 'false')
      await offer.click()
      await expect.poll(() => overOf(target), { message: String(label) }).toBeLessThan(over)
      // The pointer leaves the list: what it points at would show on the page.
      await page.mouse.move(5, 5)
      await target.focus()
      await page.keyboard.press('Control+z')
      await expect.poll(() => overOf(target), { message: String(label) }).toBe(over)
    }
  })

  await test.step('the cheapest cut goes to its editor, a deeper frame is taken', async () => {
    const target = frame(page, lead)
    const over = await overOf(target)
    await offers.getByRole('button', { name: /^最省删法/ }).click()
    await panel.getByRole('button', { name: '送编辑' }).first().click()
    await expect(panel.getByText(/已请编辑删 \d+ 字/)).toBeVisible()
    await offers
      .getByRole('button', { name: /^文框向/ })
      .first()
      .click()
    await expect.poll(() => overOf(target)).toBeLessThan(over)
    await saved(page)
  })

  const sign = page.getByRole('region', { name: '签大样' })
  await test.step('every fault is mended or kept with a reason, and the page signed', async () => {
    const faults = page.getByRole('region', { name: '版面检查' }).locator('.fault-row')
    await expect(sign.getByRole('button', { name: /还有 \d+ 错/ })).toBeDisabled()
    for (let turn = 0; turn < 30; turn++) {
      // Faults are found anew after each change; quiet for a moment, they are all there.
      await page.waitForTimeout(300)
      const left = await faults.count()
      if (left === 0) break
      await faults.first().getByRole('button', { name: /^忽略/ }).click()
      await faults.first().getByRole('textbox', { name: '理由' }).fill('号外，先这样')
      await page.keyboard.press('Enter')
      await expect.poll(() => faults.count()).toBeLessThan(left)
    }
    await expect(faults).toHaveCount(0)
    await saved(page)
    await sign.getByRole('button', { name: '签大样' }).click()
    await expect(sign.getByRole('status')).toContainText(/周岚 今天 \d\d:\d\d 签/)
    await keepPicture(page, 'day-signed')
  })

  await test.step('it is printed', async () => {
    await page.getByRole('button', { name: '出样', exact: true }).click()
    await page.getByRole('button', { name: '印刷 PDF' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存印刷 PDF' }).click(),
    ])
    expect((await bytesOf(download)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('it is handed over with its stories, photos and the signature', async () => {
    await page.getByRole('button', { name: '交付', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '打包交付' }).click(),
    ])
    const files = unzipSync(await bytesOf(download))
    const names = Object.keys(files)
    expect(names.filter(name => /\d\d_.*\.txt$/.test(name))).toHaveLength(6)
    expect(names.filter(name => /\d\d_图.*\.jpg$/.test(name))).toHaveLength(2)
    const list = files[names.find(name => name.endsWith('清单.json'))!]!
    expect(new TextDecoder().decode(list)).toContain('周岚')
  })
})
