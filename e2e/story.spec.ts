import type { WebSocketRoute } from '@playwright/test'
import { expect, keepPicture, test } from './door'
import { blankStory, openStory, sheet, sheetText } from './sheet'

test.describe('the story sheet', () => {
  test('types into the galley at every keystroke and keeps it', async ({ page, reopen }) => {
    await openStory(page, '小板凳')
    const body = page.locator(`${sheet} p`).last()
    await body.click()
    await page.keyboard.press('End')
    await page.keyboard.type('泉边新添了一条长凳。')
    await expect(page.locator('[data-lines="小样"]')).toContainText('长凳')
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
    await keepPicture(page, 'story')

    const again = await reopen()
    await expect(again.locator(sheet)).toContainText('泉边新添了一条长凳。')
    // Undo goes on after closing and opening.
    await again.locator(`${sheet} p`).last().click()
    await again.keyboard.press('Control+z')
    await expect(again.locator(sheet)).not.toContainText('泉边新添了一条长凳。')
    await again.keyboard.press('Control+y')
    await expect(again.locator(sheet)).toContainText('泉边新添了一条长凳。')
  })

  test('travels between the parts by Enter, Tab and Backspace', async ({ page }) => {
    await openStory(page, '城区供热管网')
    const part = () =>
      page.evaluate(async () => {
        // The browser tells of a caret that it moved itself a task later; no hand is as quick as this test.
        await new Promise(settled => requestAnimationFrame(() => setTimeout(settled, 20)))
        const node = getSelection()?.anchorNode
        const element = node instanceof Element ? node : node?.parentElement
        return element?.closest('[data-part]')?.getAttribute('data-part')
      })
    await page.locator(`${sheet} .headline`).click()
    expect(await part()).toBe('主题')
    await page.keyboard.press('Enter')
    expect(await part()).toBe('副题')
    await page.keyboard.type('比去年早三天')
    await page.keyboard.press('Tab')
    expect(await part()).toBe('正文')
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+Home')
    expect(await part()).toBe('引题')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await part()).toBe('副题')
    await page.keyboard.press('Home')
    expect(await part()).toBe('副题')
    await page.keyboard.press('Backspace')
    expect(await part()).toBe('主题')
    await expect(page.locator(`${sheet} .deck`)).toHaveText('比去年早三天')
  })

  test('pastes a draft as paragraphs, and as one line into the headline', async ({ page }) => {
    await page.getByRole('button', { name: /新稿/ }).first().click()
    await page.getByRole('menuitem', { name: /消息/ }).first().click()
    const paste = (text: string) =>
      page.locator(sheet).evaluate((element, words) => {
        const data = new DataTransfer()
        data.setData('text/plain', words)
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      }, text)
    await page.locator(`${sheet} .headline`).click()
    await paste('渠水进了田\n冬麦喝得饱')
    await expect(page.locator(`${sheet} .headline`)).toHaveText('渠水进了田 冬麦喝得饱')
    const paragraphs = page.locator(`${sheet} p`)
    await paragraphs.last().click()
    await page.keyboard.press('End')
    await paste('　　第一段来了。\r\n\r\n　　第二段来了。')
    await expect(paragraphs.last()).toHaveText('第二段来了。')
    expect(await page.locator(sheet).innerText()).not.toContain('\u3000第')
  })

  test('takes words from an input method', async ({ page }) => {
    await openStory(page, '小板凳')
    await page.locator(`${sheet} p`).last().click()
    await page.keyboard.press('End')
    const session = await page.context().newCDPSession(page)
    for (const text of ['q', 'qu', 'qushui', '渠水']) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    await session.send('Input.insertText', { text: '渠水长流' })
    await expect(page.locator(`${sheet} p`).last()).toContainText('渠水长流')
    await expect(page.locator(`${sheet} p`).last()).not.toContainText('qu')
    await expect(page.locator('[data-lines="小样"]')).toContainText('长流')
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
  })

  test('makes a dateline of 本报讯 and a space', async ({ page }) => {
    await blankStory(page)
    await page.locator(`${sheet} p`).first().click()
    await page.keyboard.type('本报讯（记者 沈一禾） 入冬以来')
    await expect(page.locator(`${sheet} .dateline`)).toHaveText('本报讯（记者 沈一禾）')
    await expect(page.locator(`${sheet} p`).first()).toHaveText('本报讯（记者 沈一禾）入冬以来')
  })

  test('deletes over parts without melting them', async ({ page }) => {
    await openStory(page, '城区供热管网')
    await page.locator(sheet).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(page.locator(`${sheet} .headline`)).toHaveText('')
    await expect(page.locator(`${sheet} p`)).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(page.locator(`${sheet} .headline`)).toHaveText('城区供热管网昨日完成冷态试运行')
  })

  test('two windows on one story keep in step', async ({ page, anotherWindow }) => {
    await openStory(page, '小板凳')
    const other = await anotherWindow()
    await openStory(other, '小板凳')
    await page.locator(`${sheet} .deck`).click()
    await other.locator(`${sheet} p`).last().click()
    await other.keyboard.press('End')
    await Promise.all([page.keyboard.type('甲窗写的副题'), other.keyboard.type('乙窗写的末句。')])
    for (const window of [page, other]) {
      await expect(window.locator(`${sheet} .deck`)).toContainText('甲窗写的副题')
      await expect(window.locator(`${sheet} p`).last()).toContainText('乙窗写的末句。')
    }
    expect(await sheetText(page)).toBe(await sheetText(other))
  })

  test('says how a galley of a given depth stands, and where to cut', async ({ page }) => {
    await openStory(page, '夜间门诊')
    await page.getByRole('button', { name: '小样尺寸' }).click()
    await page.getByLabel('每栏行数').fill('40')
    await page.getByLabel('每栏行数').press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-fit]')).toContainText('溢')
    await expect(page.getByRole('region', { name: '最省删法' })).toContainText(/删 \d+ 字，收 \d 行/)
    await page.getByRole('region', { name: '最省删法' }).getByRole('button', { name: '看' }).first().click()
    await keepPicture(page, 'overset')
    await expect(page.locator('.line-mark')).toHaveCount(0)
    await page.getByRole('checkbox', { name: '标出挤、松、孤字、孤行' }).check()
    await expect(page.locator('.line-mark.squeezed').first()).toBeVisible()
    await expect(page.locator('.line-mark.stretched').first()).toBeVisible()
  })

  test('stands under the name of whoever sits at the desk', async ({ page, reopen }) => {
    await page.getByRole('button', { name: '谁在用' }).click()
    await page.getByRole('menuitem', { name: /柳叶/ }).click()
    await expect(page.getByRole('button', { name: '谁在用' })).toContainText('柳叶')
    await openStory(page, '小板凳')
    await page.locator(`${sheet} .deck`).click()
    await page.keyboard.type('校对改过')
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '稿库' }).click()
    await expect(page.getByRole('row', { name: /小板凳/ })).toContainText('柳叶')
    const again = await reopen()
    await openStory(again, '小板凳')
    await expect(again.locator(`${sheet} .deck`)).toContainText('校对改过')
  })

  test('finds a story by one character and opens it', async ({ page }) => {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('textbox', { name: '找稿件、作者、正文' })
    const hits = page.getByRole('listbox', { name: '结果' })
    await field.fill('渠')
    await expect(hits.getByRole('option').first()).toContainText(/消息|通讯|副刊/)
    await field.fill('越冬水')
    await expect(hits).toContainText('冬灌开闸')
    await page.keyboard.press('Enter')
    await expect(page.locator(`${sheet} .headline`)).toContainText('冬灌开闸')
  })

  test('takes a photo into the story, and refuses what is none', async ({ page }) => {
    await openStory(page, '小板凳')
    await page.locator(`${sheet} p`).first().click()
    const photos = page.locator(`${sheet} figure.photo`)
    const before = await photos.count()
    const choose = async (name: string, mimeType: string, buffer: Buffer) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page
          .getByRole('toolbar', { name: '写稿' })
          .getByRole('button', { name: '图片', exact: true })
          .click(),
      ])
      await chooser.setFiles({ name, mimeType, buffer })
    }
    await choose('a.jpg', 'image/jpeg', Buffer.from('no picture'))
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(photos).toHaveCount(before)
    const onePixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await choose('b.png', 'image/png', Buffer.from(onePixel, 'base64'))
    await expect(photos).toHaveCount(before + 1)
    await page.keyboard.type('渠边的老柳')
    await expect(photos.first().locator('.caption')).toHaveText('渠边的老柳')
  })

  test('loses nothing when the newsroom is killed', async ({ page, reopen }) => {
    await openStory(page, '小板凳')
    await page.locator(`${sheet} .deck`).click()
    await page.keyboard.type('停电前写下的话')
    await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
    const again = await reopen('kill')
    await openStory(again, '小板凳')
    await expect(again.locator(`${sheet} .deck`)).toHaveText('停电前写下的话')
  })

  test('keeps what is typed while the line is cut, and sends it when the line is back', async ({
    page,
    anotherWindow,
  }) => {
    let line: WebSocketRoute | undefined
    let cut = false
    const window = await anotherWindow()
    await window.routeWebSocket('**/rpc', socket => {
      if (cut) return void socket.close()
      line = socket
      socket.connectToServer()
    })
    await window.reload()
    await openStory(window, '小板凳')
    cut = true
    await line?.close()
    await expect(window.locator('[data-saved]')).toHaveAttribute('data-saved', 'offline')
    await window.locator(`${sheet} .deck`).click()
    await window.keyboard.type('断线时写的话')
    await expect(window.locator(`${sheet} .deck`)).toHaveText('断线时写的话')
    await keepPicture(window, 'line-cut')
    // Meanwhile somebody else works on the same story.
    await openStory(page, '小板凳')
    await page.locator(`${sheet} .kicker`).click()
    await page.keyboard.type('别人写的引题')
    cut = false
    await expect(window.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
    for (const one of [page, window]) {
      await expect(one.locator(`${sheet} .deck`)).toHaveText('断线时写的话')
      await expect(one.locator(`${sheet} .kicker`)).toHaveText('别人写的引题')
    }
  })
})
