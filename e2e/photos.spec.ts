import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { facts, now } from '../src/main/photo-files/photos.testing'
import { jpegWithFacts } from '../src/main/photo-files/jpeg-metadata'
import { expect, keepPicture, test } from './door'
import { blankStory, openStory, saved, sheet } from './sheet'

const photos = `${sheet} figure.photo`

interface TestFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A picture of one colour, so that each has a hash of its own. */
const plain = async (background: string, name = `${background}.png`): Promise<TestFile> => ({
  name,
  type: 'image/png',
  bytes: await sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer(),
})

/** A photographer's JPEG with caption, by-lines, credit, city and date in it. */
const signed = async (): Promise<TestFile> => {
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#8a6' } })
    .jpeg()
    .toBuffer()
  const made = jpegWithFacts(picture, { ...facts, caption: '6月11日，总干渠放水。' }, now)
  return { name: '渠.jpg', type: 'image/jpeg', bytes: Buffer.from(made!.bytes) }
}

/** Drops or pastes files as the system would, at a place of the page; `html` and `text` come beside them. */
async function give(
  page: Page,
  how: 'drop' | 'paste',
  target: string,
  what: { files?: readonly TestFile[]; html?: string; text?: string; below?: number },
): Promise<void> {
  const { files = [], html = '', text = '', below = 0.9 } = what
  await page.locator(target).evaluate(
    async (element, given) => {
      // The browser tells of a caret that it moved itself a task later; no hand is as quick as this test.
      await new Promise(settled => requestAnimationFrame(() => setTimeout(settled, 20)))
      const data = new DataTransfer()
      for (const { name, type, base64 } of given.files) {
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      if (given.html) data.setData('text/html', given.html)
      if (given.text) data.setData('text/plain', given.text)
      const box = element.getBoundingClientRect()
      const place = {
        bubbles: true,
        cancelable: true,
        clientX: box.left + box.width / 2,
        clientY: box.top + box.height * given.below,
      }
      if (given.how === 'paste') {
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      } else {
        for (const kind of ['dragenter', 'dragover', 'drop']) {
          element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, ...place }))
        }
      }
    },
    {
      how,
      html,
      text,
      below,
      files: files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
    },
  )
}

/** The body in short: 文 for a paragraph, 图 with its caption for a photo. */
const body = (page: Page) =>
  page.locator(sheet).evaluate(root =>
    [...root.children].flatMap(part => {
      if (part.matches('figure.photo')) return [`图${part.querySelector('.caption')?.textContent ?? ''}`]
      return part.matches('p') ? ['文'] : []
    }),
  )

test('a dropped photo stands where it was dropped, with the words of its file', async ({ page }) => {
  await openStory(page, '小板凳')
  const first = `${sheet} p:nth-of-type(1)`
  const paragraphs = await page.locator(`${sheet} p`).count()
  await give(page, 'drop', first, { files: [await signed()] })
  await expect(page.locator(photos)).toHaveCount(1)
  await expect(page.locator(`${photos} .caption`)).toHaveText('6月11日，总干渠放水。')
  await expect(page.locator(`${photos} .credit`)).toHaveText('史婉 董自军 摄')
  await expect(page.locator('.photo-facts')).toHaveText('河川县 · 2025年6月11日摄')
  await expect(page.locator('.photo-picture')).not.toHaveClass(/missing/)
  expect((await body(page)).slice(0, 2)).toEqual(['文', '图6月11日，总干渠放水。'])
  await keepPicture(page, 'photo-in-sheet')
  // The caption is edited in place: the caret is there.
  await page.keyboard.type('渠边人笑。')
  await expect(page.locator(`${photos} .caption`)).toHaveText('6月11日，总干渠放水。渠边人笑。')
  await saved(page)
  for (let times = 0; times < 2; times++) await page.keyboard.press('Control+z')
  await expect(page.locator(photos)).toHaveCount(0)
  await expect(page.locator(`${sheet} p`)).toHaveCount(paragraphs)
})

test('several at once come in their order; what is no picture is told, the others stay', async ({ page }) => {
  await openStory(page, '小板凳')
  const files = [
    await plain('#a33', '一.png'),
    { name: '稿.txt', type: 'text/plain', bytes: Buffer.from('不是图') },
    await plain('#3a3', '二.png'),
    { name: '坏.jpg', type: 'image/jpeg', bytes: (await signed()).bytes.subarray(0, -200) },
    await plain('#33a', '三.png'),
  ]
  await give(page, 'drop', `${sheet} p:nth-of-type(1)`, { files, below: 0.1 })
  await expect(page.locator(photos)).toHaveCount(3)
  expect((await body(page)).slice(0, 4)).toEqual(['图', '图', '图', '文'])
  const note = page.getByRole('alert')
  await expect(note).toContainText('5 张图片收下 3 张，2 张没有收')
  await expect(note).toContainText('稿.txt：认不出这张图片')
  await expect(note).toContainText('坏.jpg：这张图片损坏了')
  await expect(page.locator(`${photos} .caption.empty`)).toHaveCount(3)
  // One drop is one step.
  await page.keyboard.press('Control+z')
  await expect(page.locator(photos)).toHaveCount(0)
})

test('a file that is no picture does not take the desk’s place', async ({ page }) => {
  await openStory(page, '小板凳')
  const file = { name: '录像.mp4', type: 'video/mp4', bytes: Buffer.from('mp4') }
  await give(page, 'drop', `${sheet} p:nth-of-type(1)`, { files: [file] })
  await expect(page.getByRole('alert')).toContainText('拖来的不是图片')
  await expect(page.locator(photos)).toHaveCount(0)
})

test('a screenshot is pasted below the caret’s paragraph', async ({ page }) => {
  await openStory(page, '小板凳')
  await page.locator(`${sheet} p`).nth(1).click()
  await give(page, 'paste', sheet, { files: [await plain('#a33', 'image.png')] })
  await expect(page.locator(photos)).toHaveCount(1)
  expect((await body(page)).slice(0, 3)).toEqual(['文', '文', '图'])
  await page.keyboard.type('新凳')
  await expect(page.locator(`${photos} .caption`)).toHaveText('新凳')
})

/** The body in words: a paragraph's text where it has any, 图 with its caption for a photo. */
const words = (page: Page) =>
  page.locator(sheet).evaluate(root =>
    [...root.children].flatMap(part => {
      if (part.matches('figure.photo')) return [`图${part.querySelector('.caption')?.textContent ?? ''}`]
      return part.matches('p') && part.textContent ? [part.textContent] : []
    }),
  )
const inHtml = ({ type, bytes }: TestFile) => `<img src="data:${type};base64,${bytes.toString('base64')}">`

test('pasted HTML keeps its pictures between its texts, cleaned by one 清洗单, and tells which ones did not come', async ({
  page,
}) => {
  await blankStory(page)
  await page.locator(`${sheet} p`).first().click()
  await page.keyboard.type('前文')
  const html = `<p>　　开头的话,</p><p>${inHtml(await plain('#a33'))}</p><p>图为晒粮。李四摄</p><p>他说:"好".</p>
    ${inHtml(await signed())}<p>我县开闸。</p><img src="https://example.invalid/a.jpg"><script>window.evil = 1</script>`
  await give(page, 'paste', sheet, { html, text: '开头的话,图为晒粮。李四摄他说:"好".我县开闸。' })
  await expect(page.locator(photos)).toHaveCount(2)
  const cleaned = ['前文开头的话，', '图图为晒粮。', '他说：“好”。', '图6月11日，总干渠放水。', '我县开闸。']
  expect(await words(page)).toEqual(cleaned)
  await expect(page.locator(`${photos} .credit`)).toHaveText(['李四 摄', '史婉 董自军 摄'])
  await expect(page.getByRole('alert')).toContainText('有 1 张图片没有带来')
  expect(await page.evaluate(() => 'evil' in window)).toBe(false)

  const notice = page.getByRole('complementary', { name: '粘贴' })
  await expect(notice).toContainText(/粘贴时改了 \d+ 处，2 处拿不准，共 3 图，取 2 图/)
  await page.keyboard.press('Control+Alt+v')
  const list = notice.getByRole('region', { name: '清洗单' })
  await list.getByRole('button', { name: '直引号改成“”全部还原' }).click()
  await expect.poll(() => words(page)).toContain('他说："好".')
  await list.getByRole('button', { name: '图说取自图片文件全部还原' }).click()
  await expect(list.getByRole('region', { name: '图说取自图片文件' })).toContainText('总干渠放水')
  await list.getByRole('textbox', { name: '我县换成' }).fill('河川县')
  await list.getByRole('button', { name: '换成', exact: true }).click()
  await expect
    .poll(() => words(page))
    .toEqual(['前文开头的话，', '图图为晒粮。', '他说："好".', '图', '河川县开闸。'])
  await keepPicture(page, 'paste-pictures')
  await notice.getByRole('status').getByRole('button', { name: '还原' }).click()
  await expect
    .poll(() => words(page))
    .toEqual(['前文　　开头的话,', '图', '图为晒粮。李四摄', '他说:"好".', '图', '我县开闸。'])
  await notice.getByRole('status').getByRole('button', { name: '照改' }).click()
  await expect.poll(() => words(page)).toContain('图图为晒粮。')

  // Each decision is a step back, and the paste is one.
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z')
  await expect.poll(() => words(page)).toEqual(['前文'])
})

test('HTML that is dropped brings its pictures too, and a headline takes its words alone', async ({
  page,
}) => {
  await blankStory(page)
  await page.locator(`${sheet} p`).first().click()
  await page.keyboard.type('前文')
  const html = `<p>开头的话,</p>${inHtml(await plain('#a33'))}<p>结尾的话。</p>`
  await give(page, 'drop', `${sheet} p:nth-of-type(1)`, { html, text: 'x', below: 0.5 })
  await expect(page.locator(photos)).toHaveCount(1)
  const notice = page.getByRole('complementary', { name: '粘贴' })
  await expect(notice).toContainText('共 1 图，取 1 图')
  expect((await words(page)).join('')).toMatch(/开头的话，图结尾的话。/)

  await page.locator(`${sheet} .headline`).click()
  await give(page, 'paste', sheet, { html, text: 'x' })
  await expect(page.locator(`${sheet} .headline`)).toHaveText('开头的话， 结尾的话。')
  await expect(notice).toContainText('共 1 图，取 0 图')
  await expect(page.getByRole('alert')).toContainText('有 1 张图片没有带来')
  await expect(page.locator(photos)).toHaveCount(1)
})

test('words that carry a picture of themselves come as words', async ({ page }) => {
  await openStory(page, '小板凳')
  await page.locator(`${sheet} p`).first().click()
  await page.keyboard.press('Home')
  await give(page, 'paste', sheet, { files: [await plain('#a33', 'image.png')], text: '从表格抄来的字' })
  await expect(page.locator(`${sheet} p`).first()).toContainText('从表格抄来的字')
  await expect(page.locator(photos)).toHaveCount(0)
})

test('an announced photo is filled by a drop; the picture is changed, moved and taken out by key', async ({
  page,
}) => {
  await openStory(page, '小板凳')
  await page.locator(`${sheet} p`).first().click()
  await page.keyboard.press('Control+Alt+3')
  await page.keyboard.type('预写的图说')
  await expect(page.locator('.photo-picture')).toHaveClass(/missing/)
  await give(page, 'drop', `${photos} .photo-picture`, { files: [await signed()] })
  await expect(page.locator('.photo-picture')).not.toHaveClass(/missing/)
  await expect(page.locator(photos)).toHaveCount(1)
  await expect(page.locator(`${photos} .caption`)).toHaveText('预写的图说')
  await expect(page.locator(`${photos} .credit`)).toHaveText('史婉 董自军 摄')

  const painted = () =>
    page.locator('.photo-picture').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const before = await painted()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .locator(`${photos} .caption`)
      .click()
      .then(() => page.keyboard.press('Control+Alt+r')),
  ])
  const { name, type, bytes } = await plain('#33a')
  await chooser.setFiles({ name, mimeType: type, buffer: bytes })
  await expect.poll(painted).not.toBe(before)
  await expect(page.locator(`${photos} .caption`)).toHaveText('预写的图说')

  await page.keyboard.press('Alt+ArrowUp')
  expect((await body(page)).slice(0, 2)).toEqual(['图预写的图说', '文'])
  await page.keyboard.press('Alt+ArrowDown')
  expect((await body(page)).slice(0, 2)).toEqual(['文', '图预写的图说'])
  await page.locator(photos).hover()
  await page.locator(photos).getByRole('button', { name: '上移' }).click()
  expect((await body(page)).slice(0, 2)).toEqual(['图预写的图说', '文'])
  await page.keyboard.press('Control+Alt+d')
  await expect(page.locator(photos)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.locator(`${photos} .caption`)).toHaveText('预写的图说')
})

test('photos dropped on a story that is left come into it all the same', async ({ page }) => {
  await openStory(page, '小板凳')
  await give(page, 'drop', `${sheet} p:nth-of-type(1)`, { files: [await signed(), await plain('#a33')] })
  await openStory(page, '城区供热管网')
  await expect(page.locator(photos)).toHaveCount(0)
  await expect(async () => {
    await openStory(page, '小板凳')
    await expect(page.locator(photos)).toHaveCount(2, { timeout: 500 })
    await openStory(page, '城区供热管网')
  }).toPass()
})

test('a TIFF in four inks is seen, and the budget counts what words are missing', async ({ page }) => {
  await openStory(page, '小板凳')
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#c00' } })
    .toColourspace('cmyk')
    .tiff()
    .toBuffer()
  await give(page, 'drop', `${sheet} p:nth-of-type(1)`, {
    files: [{ name: '四色.tif', type: 'image/tiff', bytes }],
  })
  await expect(page.locator('.photo-picture')).not.toHaveClass(/missing/)
  const pixel = await page
    .locator('.photo-picture')
    .evaluate((canvas: HTMLCanvasElement) => [...canvas.getContext('2d')!.getImageData(40, 30, 1, 1).data])
  expect(pixel[0]).toBeGreaterThan(150)
  expect(Math.max(pixel[1]!, pixel[2]!)).toBeLessThan(90)
  await saved(page)
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '稿库' }).click()
  await expect(page.getByRole('row', { name: /小板凳/ })).toContainText('缺')
})
