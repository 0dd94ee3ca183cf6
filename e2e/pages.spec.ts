import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { expect, keepPicture, test } from './door'
import { saved } from './sheet'

test.use({ pages: 'plain' })

const openPages = async (page: Page) => {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' }).click()
  await expect(page.locator('.page-scroll canvas[data-painted]')).toBeVisible()
  // Every story's text has come when the last of them shows.
  await expect(page.locator('[data-lines="版样"]')).toContainText('夜间门诊')
  await expect(page.locator('[data-lines="版样"]')).toContainText('送热饭上门')
}

test.describe('the pages', () => {
  test('show the sample edition', async ({ page }) => {
    await openPages(page)
    await expect(page.getByRole('navigation', { name: '各版' }).getByRole('button')).toHaveCount(4)
    await expect(page.locator('[data-lines="版样"]')).toContainText('越冬水')
    await keepPicture(page, 'pages')
    await page.setViewportSize({ width: 1920, height: 1080 })
    await keepPicture(page, 'pages-1920')
  })

  test('say in its place why one of them cannot be shown, and the others go on', async ({ desk }) => {
    const file = new Sqlite(join(desk.folder, 'newsroom.db'))
    const ofSecond = 'page_id = (SELECT id FROM page WHERE number = 2)'
    expect(
      file.prepare(`UPDATE page_change SET at = 'never' WHERE ${ofSecond}`).run().changes,
    ).toBeGreaterThan(0)
    file.close()
    const page = await desk.reopen('kill')
    await openPages(page)
    const room = page.getByRole('region', { name: '版面', exact: true })
    await expect(room.getByRole('alert')).toHaveCount(0)
    const strip = page.getByRole('navigation', { name: '各版' })
    await strip.getByRole('button', { name: '二版' }).click()
    await expect(room.getByRole('alert')).toContainText('这个版的记录与校验值不符')
    await expect(room.getByRole('alert')).toContainText('请用最近的备份找回这个版')
    await expect(strip.getByRole('button', { name: '二版' })).toContainText('坏')
    await expect(page.getByRole('button', { name: '签大样' })).toHaveCount(0)
    await keepPicture(page, 'pages-damaged')
    await strip.getByRole('button', { name: '一版' }).click()
    await expect(room.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('[data-lines="版样"]')).toContainText('夜间门诊')
  })

  test('follow the editor in another window by the steps alone, and ask for no story again', async ({
    page,
    anotherWindow,
  }) => {
    const asked: string[] = []
    page.on('websocket', line =>
      line.on('framesent', ({ payload }) => {
        const [, ids] = /\/stories\/texts".*"ids":\[([^\]]*)\]/.exec(payload.toString()) ?? []
        if (ids !== undefined) asked.push(...ids.split(','))
      }),
    )
    await page.reload()
    await openPages(page)
    const other = await anotherWindow()
    await other.getByRole('option', { name: /冬灌开闸/ }).click()
    await other.locator('.sheet .headline').click()
    await other.keyboard.press('End')
    for (const word of ['啦', '呀', '呢']) {
      await other.keyboard.type(word)
      await expect(page.locator('[data-lines="版样"]')).toContainText(word)
    }
    expect(asked.length).toBeGreaterThan(5)
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('follow the editor in the panel beside it', async ({ page }) => {
    await page.getByRole('option', { name: /冬灌开闸/ }).click()
    await page.locator('.galley').getByText('本版').click()
    await page.locator('.sheet .headline').click()
    await page.keyboard.press('End')
    await page.keyboard.type('啦')
    await expect(page.locator('[data-lines="本版"]')).toContainText('啦')
  })

  test('leave as a PDF whose lines are the screen’s', async ({ page }) => {
    test.skip(
      spawnSync('pdftotext', ['-v']).error !== undefined,
      'pdftotext (poppler) is not on this machine',
    )
    await openPages(page)
    const lines = (await page.locator('[data-lines="版样"]').textContent()) ?? ''
    await page.getByRole('button', { name: '出样', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '版样 PDF' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    const file = await download.path()
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })
    const bare = (words: string) => words.replace(/\s/g, '')
    // Lines that stand on one row are extracted as one, a space between them: a column's last line with the next columns' first where a photo above brings them to one row.
    const printed = new Set(text.split('\n').flatMap(line => [bare(line), ...line.split(' ').map(bare)]))
    const shown = lines
      .split('\n')
      .map(bare)
      .filter(line => line.length > 6)
    // The folio's fields hold spaces themselves.
    const folio = /^\d{4}年|^第\d+期|^责编/
    const inFolio = (line: string) => folio.test(line) && [...printed].some(whole => whole.includes(line))
    const missing = shown.filter(line => !printed.has(line) && !inFolio(line))
    expect(shown.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })

  test('are laid out again by the budget', async ({ page }) => {
    await openPages(page)
    await page.getByRole('button', { name: '按稿库排版' }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('[data-lines="版样"]')).toContainText('越冬水')
  })

  test('say which characters the faces lack', async ({ page }) => {
    await page.getByRole('option', { name: /冬灌开闸/ }).click()
    await expect(page.locator('.sheet .headline')).toContainText('冬灌开闸')
    await page.locator('.sheet .kicker').click()
    await page.keyboard.insertText('\u{10fffd}')
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
    await openPages(page)
    await page.getByRole('button', { name: '出样', exact: true }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '版样 PDF' }).click()
    await download
    await expect(page.getByText('字体里没有')).toContainText('〓')
  })
})

/** A frame by the words that a screen reader says of it. */
const frame = (page: Page, words: string | RegExp) =>
  page.getByRole('group', { name: '版面上的文框' }).getByRole('button', { name: words })

const heating = '城区供热管网昨日完成冷态试运行'
const canteens = '十九家社区食堂入冬送热饭上门'
const lead = '冬灌开闸'

const footer = (page: Page) => page.locator('.footer')

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Base column and line on the screen, in CSS pixels: measured on a frame that spans several. */
async function grid(page: Page): Promise<{ column: number; line: number }> {
  const box = await frame(page, new RegExp(lead)).boundingBox()
  if (!box) throw new Error('The lead is not on the screen')
  // 6 base columns of 11 characters with 5 gutters of 1; 20 lines.
  return { column: (box.width * 12) / 71, line: box.height / 20 }
}

/** Draws from one point to another with the left button, in steps as a hand does. */
async function draw(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  keys: readonly string[] = [],
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (const key of keys) await page.keyboard.down(key)
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  for (const key of keys) await page.keyboard.up(key)
}

test.describe('a frame', () => {
  test.beforeEach(async ({ page }) => openPages(page))

  test('is chosen, moved and sized by mouse; Esc lets it be', async ({ page }) => {
    const { column, line } = await grid(page)
    const target = frame(page, heating)
    await expect(target).toHaveAccessibleName(/第 1 栏第 30 行，2 栏 13 行/)
    await target.click()
    await expect(target).toHaveAttribute('aria-pressed', 'true')
    const at = await middle(target)
    await draw(page, at, { x: at.x + column * 2, y: at.y + line * 5 })
    await expect(target).toHaveAccessibleName(/第 3 栏第 35 行，2 栏 13 行/)
    await expect(footer(page)).toContainText('移动文框')
    const corner = await middle(page.locator('.handle.se'))
    await draw(page, corner, { x: corner.x + column, y: corner.y - line * 3 })
    await expect(target).toHaveAccessibleName(/第 3 栏第 35 行，3 栏 10 行/)
    const now = await middle(target)
    await page.mouse.move(now.x, now.y)
    await page.mouse.down()
    await page.mouse.move(now.x, now.y - line * 20, { steps: 4 })
    await expect(target).toHaveAccessibleName(/第 15 行/)
    await page.keyboard.press('Escape')
    await expect(target).toHaveAccessibleName(/第 35 行/)
    await page.mouse.up()
    await expect(target).toHaveAccessibleName(/第 3 栏第 35 行，3 栏 10 行/)
  })

  test('is chosen, moved, sized and set in other columns by keyboard', async ({ page }) => {
    await frame(page, new RegExp(lead)).click()
    await page.keyboard.press('Tab')
    const target = frame(page, heating)
    await expect(target).toBeFocused()
    await expect(target).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(target).toHaveAccessibleName(/第 2 栏第 31 行，2 栏 13 行/)
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(target).toHaveAccessibleName(/第 2 栏第 31 行，3 栏 12 行/)
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(footer(page)).toContainText('改分栏')
    await page.keyboard.press('Shift+Tab')
    await expect(frame(page, new RegExp(lead))).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.locator('.handle')).toHaveCount(0)
  })

  test('says how much is over where its text is cut', async ({ page }) => {
    const target = frame(page, heating)
    await target.click()
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowUp')
    await expect(target).toHaveAccessibleName(/溢 \d+ 行 \d+ 字/)
    await expect(page.locator('.fit-mark.red')).toHaveText(/溢 \d+ 行 \d+ 字/)
    await expect(page.getByRole('navigation', { name: '各版' }).getByRole('button').first()).toContainText(
      '溢',
    )
  })

  test('trades places by mouse and by keyboard', async ({ page }) => {
    const one = frame(page, heating)
    const other = frame(page, canteens)
    await expect(other).toHaveAccessibleName(/第 1 栏第 67 行，2 栏 10 行/)
    await one.click()
    await draw(page, await middle(one), await middle(other), ['Shift'])
    await expect(one).toHaveAccessibleName(/第 1 栏第 67 行，2 栏 10 行/)
    await expect(other).toHaveAccessibleName(/第 1 栏第 30 行，2 栏 13 行/)
    await expect(footer(page)).toContainText('换位')
    await one.click()
    await page.keyboard.press('Control+ArrowLeft')
    await expect(footer(page)).toContainText('换位')
    await expect(one).not.toHaveAccessibleName(/第 1 栏第 67 行/)
  })

  test('is copied by mouse and by keyboard, without its story', async ({ page }) => {
    const target = frame(page, heating)
    const at = await middle(target)
    const { column } = await grid(page)
    await target.click()
    await draw(page, at, { x: at.x + column * 3, y: at.y }, ['Control'])
    await expect(target).toHaveAccessibleName(/第 1 栏第 30 行/)
    await expect(frame(page, /^空文框，第 4 栏第 30 行，2 栏 13 行/)).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Control+d')
    await expect(frame(page, /^空文框/)).toHaveCount(2)
  })

  test('is taken off the page, and everything comes back by undo, also after a restart', async ({
    page,
    reopen,
  }) => {
    await frame(page, heating).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await expect(frame(page, heating)).toHaveCount(0)
    await expect(page.getByRole('region', { name: '稿件条' })).toContainText(heating)
    await page.keyboard.press('Control+z')
    await expect(footer(page)).toContainText('撤销：排下')
    await expect(frame(page, heating)).toHaveAccessibleName(/第 1 栏第 31 行/)
    await page.keyboard.press('Control+Shift+z')
    await expect(footer(page)).toContainText('重做：排下')
    await expect(frame(page, heating)).toHaveCount(0)
    await saved(page)
    const again = await reopen('kill')
    await again.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版面' }).click()
    await expect(frame(again, new RegExp(lead))).toBeVisible()
    await expect(frame(again, heating)).toHaveCount(0)
    await expect(async () => {
      await again.keyboard.press('Control+z')
      await expect(footer(again)).toContainText('撤销：', { timeout: 500 })
    }).toPass()
    await expect(frame(again, heating)).toHaveAccessibleName(/第 1 栏第 31 行/)
    await again.keyboard.press('Control+z')
    await expect(footer(again)).toContainText('撤销：移动文框')
    await expect(frame(again, heating)).toHaveAccessibleName(/第 1 栏第 30 行/)
    await again.keyboard.press('Control+y')
    await expect(frame(again, heating)).toHaveAccessibleName(/第 1 栏第 31 行/)
  })

  test('has its acts in a menu', async ({ page }) => {
    await frame(page, canteens).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /排下/ }).click()
    await expect(frame(page, canteens)).toHaveCount(0)
  })

  test('opens its story at the character that is pressed twice', async ({ page }) => {
    const box = await frame(page, new RegExp(lead)).boundingBox()
    if (!box) throw new Error('The lead is not on the screen')
    // The middle of the headline: 冬灌开闸 十二万亩麦田喝上“越冬水”.
    await page.mouse.dblclick(box.x + box.width / 2, box.y + (box.height * 2.8) / 20)
    await expect(page.locator('.sheet .headline')).toContainText(lead)
    await page.keyboard.insertText('※')
    await expect(page.locator('.sheet .headline')).toContainText(/^冬灌开闸.+※.+越冬水”$/)
  })
})

test.describe('what waits', () => {
  test.beforeEach(async ({ page }) => {
    await openPages(page)
    await frame(page, heating).click()
    await page.keyboard.press('Delete')
    await expect(frame(page, heating)).toHaveCount(0)
  })

  const tray = (page: Page) => page.getByRole('region', { name: '稿件条' })

  test('is drawn on to the page, where it stands with its text before it is let go', async ({ page }) => {
    const { column, line } = await grid(page)
    const below = await frame(page, '把灯开在群众下班以后').boundingBox()
    if (!below) throw new Error('The frame below is not on the screen')
    const hole = { x: below.x + column, y: below.y - line * 6 }
    const item = tray(page).getByRole('button', { name: new RegExp(heating) })
    const from = await middle(item)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(hole.x, hole.y, { steps: 8 })
    await expect(frame(page, heating)).toBeVisible()
    await page.mouse.up()
    await expect(frame(page, heating)).toHaveAttribute('aria-pressed', 'true')
    await expect(footer(page)).toContainText('上版')
    await expect(tray(page).getByRole('button', { name: new RegExp(heating) })).toHaveCount(0)
    await saved(page)
  })

  test('says what it is, is searched and filtered, and has a menu', async ({ page }) => {
    const item = tray(page).getByRole('button', { name: new RegExp(heating) })
    await expect(item).toContainText(/简讯 · \d+ 字/)
    await expect(item).toContainText('已签发')
    const search = tray(page).getByLabel('在待排中查找')
    await search.fill('水表')
    await expect(item).toHaveCount(0)
    await search.fill('试运行')
    await expect(item).toBeVisible()
    await search.press('Escape')
    await expect(search).toHaveValue('')

    await tray(page).getByRole('button', { name: '筛选' }).click()
    await page.getByRole('menuitem', { name: '编辑中' }).click()
    await expect(item).toHaveCount(0)
    await page.getByRole('menuitem', { name: '简讯' }).click()
    await page.getByRole('menuitem', { name: '编辑中' }).click()
    await expect(item).toBeVisible()
    await page.getByRole('menuitem', { name: '全都显示' }).click()
    await page.keyboard.press('Escape')

    await item.click({ button: 'right' })
    await keepPicture(page, 'tray-menu')
    await page.getByRole('menuitem', { name: /上版/ }).click()
    await expect(frame(page, heating)).toHaveAttribute('aria-pressed', 'true')
    await expect(item).toHaveCount(0)
  })

  test('cannot be dropped on another frame, and says so', async ({ page }) => {
    const item = tray(page).getByRole('button', { name: new RegExp(heating) })
    await draw(page, await middle(item), await middle(frame(page, canteens)))
    await expect(frame(page, heating)).toHaveCount(0)
    await expect(footer(page)).toContainText('这里已经有文框')
  })

  test('fills a frame that is kept free', async ({ page }) => {
    await frame(page, canteens).click()
    await page.keyboard.press('Control+d')
    const empty = frame(page, /^空文框/)
    await expect(empty).toHaveCount(1)
    await draw(
      page,
      await middle(tray(page).getByRole('button', { name: new RegExp(heating) })),
      await middle(empty),
    )
    await expect(empty).toHaveCount(0)
    await expect(frame(page, heating)).toHaveAccessibleName(/2 栏 10 行/)
  })

  test('is placed with Enter', async ({ page }) => {
    await tray(page)
      .getByRole('button', { name: new RegExp(heating) })
      .press('Enter')
    await expect(frame(page, heating)).toBeVisible()
  })
})

test('two windows at one page see the same', async ({ page, anotherWindow }) => {
  await openPages(page)
  const other = await anotherWindow()
  await openPages(other)
  const names = (window: Page) =>
    window
      .locator('[data-frame]')
      .evaluateAll(all => all.map(one => `${one.dataset['frame']} ${one.getAttribute('aria-label')}`))
  await frame(page, heating).click()
  await frame(other, heating).click()
  await page.keyboard.press('ArrowDown')
  await other.keyboard.press('Shift+ArrowDown')
  await frame(other, canteens).click()
  await other.keyboard.press('Delete')
  await page.keyboard.press('Control+d')
  await expect(frame(page, canteens)).toHaveCount(0)
  await expect(frame(other, /^空文框/)).toHaveCount(1)
  await expect(frame(page, heating)).toHaveAccessibleName(/第 1 栏第 31 行，2 栏 14 行/)
  await saved(page)
  await saved(other)
  await expect.poll(async () => await names(other)).toEqual(await names(page))
})

test('digits of the text are painted as wide as they are set', async ({ page, desk }) => {
  test.skip(desk.door === 'electron', 'one canvas paints alike behind both doors')
  // What the desk paints, with the width that Chromium gives it, in ems.
  await page.addInitScript(() => {
    const painted: Record<string, number> = {}
    Object.assign(window, { painted })
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      if (/^[0-9]$/.test(text) && this.font.includes('Half Digits')) {
        painted[text] = this.measureText(text).width / parseFloat(/[\d.]+px/.exec(this.font)![0])
      }
      fillText.call(this, text, x, y)
    }
  })
  await page.reload()
  await openPages(page)
  const widths = () => page.evaluate(() => (window as unknown as { painted: Record<string, number> }).painted)
  // The page is painted a frame after its text has come, with its faces.
  await expect.poll(async () => Object.keys(await widths()).length).toBeGreaterThan(5)
  for (const width of Object.values(await widths())) expect(width).toBeCloseTo(0.5, 3)
})

test('the page is shown from a thumbnail to 400%', async ({ page }) => {
  await openPages(page)
  const percent = page.getByRole('status', { name: '缩放比例' })
  const sheet = page.getByRole('group', { name: '版面上的文框' })
  const canvas = page.locator('.page-scroll canvas')
  await page.getByRole('button', { name: '原大' }).click()
  await expect(percent).toHaveText('100%')
  // 275 mm at 96 dots an inch.
  await expect.poll(async () => (await sheet.boundingBox())?.width).toBeCloseTo((275 / 25.4) * 96, 0)
  const at = await middle(page.locator('.page-scroll'))
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect(percent).toHaveText('400%')
  // So large a page is painted where it shows, not whole.
  await expect.poll(() => canvas.evaluate(one => (one as HTMLCanvasElement).width)).toBeLessThan(3200)
  const painted = await canvas.boundingBox()
  const room = await page.locator('.page-scroll').boundingBox()
  expect(painted && room && painted.x <= room.x + 1 && painted.y <= room.y + 1).toBe(true)
  await keepPicture(page, 'pages-400')
  // Its foot comes clear of the zoom bar.
  await page.locator('.page-scroll').evaluate(room => room.scrollTo(0, room.scrollHeight))
  const bar = page.getByRole('toolbar', { name: '缩放' })
  await expect
    .poll(async () => {
      const [foot, head] = [await sheet.boundingBox(), await bar.boundingBox()]
      return foot && head && foot.y + foot.height <= head.y
    })
    .toBe(true)
  await page.keyboard.press('Control+-')
  await expect(percent).toHaveText('300%')
  await page.keyboard.press('Control+0')
  await expect(page.getByRole('button', { name: '适合窗口' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '参考线' }).click()
  await expect(page.locator('.grid-column')).toHaveCount(6)
})

test('the bar zooms about the middle of what is shown', async ({ page }) => {
  await openPages(page)
  const bar = page.getByRole('toolbar', { name: '缩放' })
  const sheet = page.getByRole('group', { name: '版面上的文框' })
  const off = async () => {
    const [own, room] = [await middle(sheet), await middle(page.locator('.page-scroll'))]
    return Math.hypot(own.x - room.x, own.y - room.y)
  }
  for (const [name, percent] of [
    ['原大', '100%'],
    ['放大', '150%'],
    ['放大', '200%'],
    ['缩小', '150%'],
  ] as const) {
    await bar.getByRole('button', { name }).click()
    await expect(bar.getByRole('status')).toHaveText(percent)
    await expect.poll(off).toBeLessThan(60)
  }
})

test('pages and thumbnails are painted again when the graphics process is lost', async ({
  page,
  browser,
  desk,
}) => {
  test.skip(desk.door === 'electron', 'driven by the browser’s own protocol')
  await openPages(page)
  await expect(page.locator('.page-strip canvas[data-painted]')).toHaveCount(4)
  /** What the desk's canvases show: paper at the page's corner, ink on how many thumbnails. */
  const shown = () =>
    page.evaluate(() => {
      const pixels = (one: HTMLCanvasElement) =>
        one.getContext('2d')!.getImageData(0, 0, one.width, one.height).data
      const sheet = document.querySelector<HTMLCanvasElement>('.page-scroll canvas[data-painted]')!
      const strip = [...document.querySelectorAll<HTMLCanvasElement>('.page-strip canvas[data-painted]')]
      const hasInk = (data: Uint8ClampedArray) =>
        data.some((value, at) => at % 4 === 3 && value > 128 && data[at - 3]! < 128)
      return {
        paper: [...pixels(sheet).subarray(0, 3)],
        inked: strip.filter(one => hasInk(pixels(one))).length,
      }
    })
  const whole = { paper: [255, 254, 251], inked: 4 }
  await expect.poll(shown).toEqual(whole)
  const lost = page.evaluate(
    () =>
      new Promise<void>(done => addEventListener('contextlost', () => done(), { capture: true, once: true })),
  )
  const protocol = await browser.newBrowserCDPSession()
  await protocol.send('Browser.crashGpuProcess' as never).catch(() => undefined)
  await lost
  await expect.poll(shown).toEqual(whole)
})
