import type { Page } from '@playwright/test'
import iconv from 'iconv-lite'
import sharp from 'sharp'
import { facts, now } from '../src/main/photo-files/photos.testing'
import { jpegWithFacts } from '../src/main/photo-files/jpeg-metadata'
import { paragraphXml, pictureXml, wordFile } from '../src/main/intake/story/temporary-word.testing'
import { pdfText, wechatHtml, wordHtml } from '../src/renderer/intake/clipboard.testing'
import { expect, keepPicture, test } from './door'
import { blankStory, caretAtEnd, openStory } from './sheet'

const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'
const more = '县粮食部门增设收购点十二个，方便农户就近卖粮，已收购秋粮十二万吨。'

const startImport = async (page: Page) => {
  await expect(page.locator('.sheet .headline')).toBeVisible()
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('textbox', { name: '来稿' })).toBeFocused()
}
const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.getByLabel('选来稿文件').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })

/** What Ctrl V would bring, into whatever has the focus. */
const paste = (page: Page, data: Readonly<Record<string, string>>) =>
  page.evaluate(given => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, data)

const sheet = (page: Page) => page.getByRole('region', { name: '清洗单' })
const preview = (page: Page) => page.getByRole('article', { name: '收进来的样子' })
const accept = (page: Page) => page.getByRole('button', { name: '收进稿库' })
const kind = (page: Page, name: string) => sheet(page).getByRole('region', { name })
const countOf = async (page: Page) =>
  Number(
    (
      await page.getByRole('group', { name: '筛选' }).getByRole('button', { name: /^全部/ }).innerText()
    ).replace(/\D/g, ''),
  )

const picture = async (background: string) =>
  new Uint8Array(
    await sharp({ create: { width: 640, height: 400, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  )

const threePictures = async () =>
  wordFile(
    paragraphXml('秋粮收购忙', { style: 'a3' }) +
      paragraphXml(`　　本报讯(记者张三)${body}`) +
      pictureXml('r1') +
      paragraphXml('图为收购现场。史婉摄', { align: 'center' }) +
      paragraphXml(`我县农户说:"今年卖粮不排队,当天就能拿到钱."${more}`) +
      pictureXml('r2') +
      pictureXml('r3') +
      paragraphXml('责任编辑：李小满'),
    {
      r1: { name: 'a.jpeg', bytes: await picture('#a64') },
      // A photographer's own file, with the words in it.
      r2: {
        name: 'b.jpeg',
        bytes: jpegWithFacts(
          Buffer.from(await picture('#468')),
          { ...facts, caption: '运粮车排起长队。' },
          now,
        )!.bytes,
      },
      r3: { name: 'c.jpeg', bytes: await picture('#684') },
    },
  )

test.describe('a submission', () => {
  test('in Word with three pictures is looked at, put right and taken in as one act', async ({ page }) => {
    const before = await countOf(page)
    await startImport(page)
    await choose(page, '秋粮来稿.docx', await threePictures())
    await expect(page.getByRole('region', { name: '读出的稿件' })).toContainText('共 3 图，取 3 图')
    await expect(preview(page).locator('h2')).toHaveText('秋粮收购忙')
    await expect(preview(page).getByRole('img', { name: '图片' })).toHaveCount(3)
    await expect(preview(page)).toContainText('本报讯（记者 张三）')
    await expect(preview(page)).not.toContainText('责任编辑')
    await expect(preview(page).locator('.caption')).toHaveText(['图为收购现场。', '运粮车排起长队。'])
    await expect(kind(page, '图说取自图片文件').locator('ins')).toHaveText('运粮车排起长队。')
    await kind(page, '摄影署名取自图片文件').getByRole('button', { name: '全部还原' }).click()
    await expect(preview(page).locator('.credit')).toHaveText(['史婉 摄'])
    await kind(page, '摄影署名取自图片文件').getByRole('button', { name: '全部照改' }).click()
    await expect(preview(page).locator('.credit')).toHaveText(['史婉 摄', '史婉 董自军 摄'])
    await keepPicture(page, 'intake-word')

    // One alone, by the keyboard: pointed at in the preview, taken back, and back again.
    const tail = kind(page, '去掉附注行').locator('[data-change]')
    await tail.focus()
    await page.keyboard.press('Space')
    await expect(preview(page)).toContainText('责任编辑：李小满')
    await expect(preview(page).locator('mark')).toHaveText('责任编辑：李小满')
    await page.keyboard.press('Control+z')
    await expect(preview(page)).not.toContainText('责任编辑')

    // Looked up something elsewhere: it stands as it was left.
    await page.keyboard.press('Space')
    await expect(preview(page)).toContainText('责任编辑：李小满')
    await page.keyboard.press('Alt+2')
    await expect(preview(page)).toHaveCount(0)
    await page.keyboard.press('Control+o')
    await expect(preview(page)).toContainText('责任编辑：李小满')
    await kind(page, '去掉附注行').getByRole('button', { name: '去掉附注行全部照改' }).click()

    // A kind, and what is asked.
    await kind(page, '直引号改成“”').getByRole('button', { name: '直引号改成“”全部还原' }).click()
    await expect(preview(page)).toContainText('"今年卖粮不排队')
    await kind(page, '直引号改成“”').getByRole('button', { name: '直引号改成“”全部照改' }).click()
    await expect(preview(page)).toContainText('“今年卖粮不排队，当天就能拿到钱。”')
    await expect(preview(page)).toContainText('我县农户')
    await sheet(page).getByRole('textbox', { name: '我县换成' }).fill('青禾县')
    await sheet(page).getByRole('button', { name: '换成', exact: true }).click()
    await expect(preview(page)).toContainText('青禾县农户说：')

    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.sheet .headline')).toHaveText('秋粮收购忙')
    await expect(page.locator('.sheet .dateline')).toHaveText('本报讯（记者 张三）')
    await expect(page.getByRole('img', { name: /^照片：/ })).toHaveCount(3)
    await expect(page.locator('.sheet .caption').first()).toHaveText('图为收购现场。')
    await expect(page.locator('.sheet .credit').first()).toHaveText('史婉 摄')
    await expect(page.locator('.sheet .caption').nth(1)).toHaveText('运粮车排起长队。')
    await expect(page.locator('.sheet .credit').nth(1)).toHaveText('史婉 董自军 摄')
    expect(await countOf(page)).toBe(before + 1)
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => countOf(page)).toBe(before)
  })

  test('as text in GBK', async ({ page }) => {
    await startImport(page)
    await choose(
      page,
      '来稿.txt',
      iconv.encode(`秋粮收购忙\r\n　　${body}\r\n　　${more}\r\n（王倩茹）`, 'gbk'),
    )
    await expect(preview(page).locator('h2')).toHaveText('秋粮收购忙')
    await expect(preview(page).locator('.byline')).toHaveText('（王倩茹）')
    // It is text, and could be a page's.
    await page.getByRole('button', { name: '其实是一个版' }).click()
    await expect(page.getByRole('textbox', { name: '第 1 篇主题' })).toHaveValue('秋粮收购忙')
    await page.getByRole('button', { name: '其实是一篇稿' }).click()
    await expect(preview(page).locator('h2')).toHaveText('秋粮收购忙')
  })

  test('dropped on the window, wherever one is', async ({ page }) => {
    await page.keyboard.press('Alt+2')
    const data = await page.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], '来稿.txt', { type: 'text/plain' }))
      return transfer
    }, `秋粮收购忙\n${body}\n${more}`)
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    await expect(page.getByText('放开，读成来稿')).toBeVisible()
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    await expect(preview(page).locator('h2')).toHaveText('秋粮收购忙')
    await expect(page.getByText('放开，读成来稿')).toHaveCount(0)
  })

  for (const [name, html, lost] of [
    ['WeChat', wechatHtml, '网上的图，没有取'],
    ['Word', wordHtml, '在作者的电脑上，没有随文字来'],
  ] as const) {
    test(`pasted from ${name} runs nothing and fetches nothing`, async ({ page }) => {
      const fetched: string[] = []
      page.on('request', request => {
        if (!request.url().includes('127.0.0.1')) fetched.push(request.url())
      })
      await startImport(page)
      await paste(page, { 'text/html': html, 'text/plain': '秋粮收购忙' })
      await expect(preview(page).locator('h2')).toHaveText('秋粮收购忙')
      await expect(page.getByRole('region', { name: '读出的稿件' })).toContainText('共 1 图，取 0 图')
      await expect(page.getByRole('list', { name: '图片' })).toContainText(lost)
      await expect(preview(page)).toContainText(body)
      await expect(preview(page)).not.toContainText('隐藏的字')
      await expect(preview(page)).not.toContainText('批注')
      await accept(page).click()
      await expect(page.locator('.sheet .headline')).toHaveText('秋粮收购忙')
      expect(fetched).toEqual([])
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    })
  }

  const ole = () => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from('WordDocument', 'utf16le'), 1024)
    return bytes
  }
  for (const [name, file, bytes, says] of [
    ['a .doc that nothing here can convert', '来稿.doc', ole(), /另存为 \.docx/],
    ['a zip bomb', '来稿.docx', wordFile(`<!--${' '.repeat(12_000_000)}-->`), /大得不像一篇稿/],
    [
      'an external entity',
      '来稿.docx',
      wordFile('', {}, { document: '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>' }),
      /外部实体/,
    ],
    ['two hundred pages', '来稿.docx', wordFile(paragraphXml(body).repeat(2000)), /超过 6 万字/],
  ] as const) {
    test(`says in place why ${name} is refused`, async ({ page }) => {
      await startImport(page)
      await choose(page, file, bytes)
      await expect(page.getByRole('alert')).toContainText(says, { timeout: 20_000 })
      // And one can go on at once.
      await paste(page, { 'text/plain': `秋粮收购忙\n${body}\n${more}` })
      await expect(preview(page).locator('h2')).toHaveText('秋粮收购忙')
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  }

  test('of many changes stays quick to go through', async ({ page }) => {
    await startImport(page)
    const line = `农户说:"好,很好."${'秋粮入仓'.repeat(8)}。`
    await paste(page, { 'text/plain': `秋粮收购忙\n${`${line}\n`.repeat(800)}` })
    await expect(sheet(page).locator('h3')).toContainText(/改 \d{4} 处/)
    // What is not asked for is not there.
    expect(await sheet(page).locator('[data-change]').count()).toBeLessThan(100)
    await kind(page, '半角标点改成全角')
      .getByRole('button', { name: /再看 200 处/ })
      .click()
    await expect(kind(page, '半角标点改成全角').locator('[data-change]')).toHaveCount(212)
  })
})

test.describe('a paste into the open story', () => {
  const notice = (page: Page) => page.getByRole('complementary', { name: '粘贴' })
  const paragraphs = (page: Page) =>
    page.locator('.sheet > .ProseMirror > p, .sheet.ProseMirror > p, .sheet p')

  const newStory = async (page: Page) => {
    await blankStory(page)
    await caretAtEnd(page, 0)
  }

  test('from WeChat is cleaned, says so, and is taken back in part, whole, and by one undo', async ({
    page,
  }) => {
    await newStory(page)
    await page.keyboard.type('前文')
    await paste(page, { 'text/html': wechatHtml, 'text/plain': 'x' })
    await expect(paragraphs(page)).toContainText([
      '前文秋粮收购忙',
      `${body}“今年卖粮不排队，”农户沈长河说。`,
    ])
    await expect(page.locator('.sheet')).not.toContainText(/隐藏的字|阅读原文/)
    expect(await page.locator('.sheet [style], .sheet section, .sheet span:not(.dateline)').count()).toBe(0)
    await expect(notice(page)).toContainText(/粘贴时改了 \d+ 处，共 1 图，取 0 图/)
    await keepPicture(page, 'paste-notice')

    await page.keyboard.press('Control+Alt+v')
    const list = notice(page).getByRole('region', { name: '清洗单' })
    await expect(list.locator('[data-change]').first()).toBeFocused()
    await list.getByRole('button', { name: '直引号改成“”全部还原' }).click()
    await expect(paragraphs(page)).toContainText([/前文/, /"今年卖粮不排队/])
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await notice(page).getByRole('button', { name: '还原' }).click()
    await expect(paragraphs(page)).toContainText([/前文/, /　　入冬以来.*说\./])

    // What was typed stays; the paste is one step.
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
    await expect(paragraphs(page)).toHaveText(['前文'])
    await expect(notice(page)).toHaveCount(0)
  })

  test('from Word and from a PDF', async ({ page }) => {
    await newStory(page)
    await paste(page, { 'text/html': wordHtml, 'text/plain': 'x' })
    await expect(paragraphs(page)).toContainText(['秋粮收购忙', '本报讯（记者张三）', '一、', '他说“好”。'])
    await page.keyboard.press('Control+z')
    await expect(paragraphs(page)).toHaveText([''])
    await paste(page, { 'text/plain': pdfText })
    await expect(paragraphs(page)).toHaveText([pdfText.replaceAll('\n', '')])
    await expect(notice(page)).toContainText('粘贴时改了 3 处')
    // Writing behind it leaves it, writing in it lets it go.
    await page.keyboard.type('完')
    await expect(notice(page)).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('的')
    await expect(notice(page)).toHaveCount(0)
  })

  test('goes where the caret stands, though the editor has not been told of it yet', async ({ page }) => {
    await openStory(page, '小板凳')
    await page.locator('.sheet .headline').click()
    const last = paragraphs(page).last()
    const before = await last.textContent()
    // The caret is set and the paste comes in one task, as in a window that had no time in between.
    await last.evaluate(paragraph => {
      getSelection()!.selectAllChildren(paragraph)
      getSelection()!.collapseToEnd()
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '泉边新添了一条长凳。')
      paragraph
        .closest('.ProseMirror')!
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect(last).toHaveText(`${before}泉边新添了一条长凳。`)
    await expect(page.locator('.sheet .headline')).not.toContainText('长凳')
  })

  test('of our own comes as it was, with nothing to say', async ({ page }) => {
    await newStory(page)
    await page.keyboard.type('他说:"好".')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    const copied = await page.locator('.sheet p').first().innerText()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+v')
    await expect(page.locator('.sheet')).toContainText(copied)
    await expect(notice(page)).toHaveCount(0)
  })
})
