import { expect, keepPicture, test } from './door'

test('a new edition starts from the last one and its pages can be named', async ({ page, reopen }) => {
  await page.getByRole('button', { name: '选期' }).click()
  await page.getByRole('menuitem', { name: '新出一期…' }).click()
  const form = page.getByRole('form', { name: '新出一期' })
  await expect(form.getByLabel('日期')).toHaveValue('2026-11-25')
  await expect(form.getByLabel('总期号')).toHaveValue('1287')
  await expect(form.getByLabel('三版版名')).toHaveValue('副刊')

  // A day that is taken is refused before anything is sent.
  await form.getByLabel('日期').fill('2026-11-24')
  await expect(form.getByRole('alert')).toHaveText('这一天已经有一期了，换个日期。')
  await form.getByLabel('日期').fill('2026年11月26日')
  await expect(form.getByRole('alert')).toHaveCount(0)
  await form.getByRole('button', { name: '去掉四版' }).click()
  await form.getByLabel('三版版名').fill('专版')
  await keepPicture(page, 'edition-new')
  await form.getByRole('button', { name: '出这一期（3 版）' }).click()

  await expect(page.getByRole('button', { name: '选期' })).toContainText('11月26日 周四 · 第1287期')
  const drawer = page.getByRole('region', { name: '期和版' })
  await drawer.getByRole('button', { name: '改三版' }).click()
  await drawer.getByLabel('报眉署名').fill('责编 程亦舟 版面')
  await expect(drawer.getByRole('alert')).toHaveText('岗位和姓名要成对，如 责编 周岚。')
  await drawer.getByLabel('报眉署名').fill('责编 程亦舟 版面 何青')
  await drawer.getByRole('button', { name: '存', exact: true }).click()
  await expect(drawer.getByText('责编 程亦舟　版面 何青', { exact: true })).toBeVisible()

  // Its pages bear the day and the people.
  await drawer.getByRole('button', { name: '看', exact: true }).nth(2).click()
  const sheet = page.locator('[data-lines="版样"]')
  await expect(sheet).toContainText('2026年11月26日　星期四')
  await expect(sheet).toContainText('责编 程亦舟　版面 何青')

  const again = await reopen()
  await again.getByRole('button', { name: '选期' }).click()
  await expect(again.getByRole('menuitem', { name: '11月26日 周四 · 第1287期' })).toBeVisible()
})

test('pages are added and taken away from the end, an edition with stories stays', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('期和版')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('region', { name: '期和版' })
  await drawer.getByRole('button', { name: '加一版' }).click()
  await expect(drawer.getByText('2026-11-24 · 5 版')).toBeVisible()
  await drawer.getByRole('button', { name: '撤', exact: true }).last().click()
  await page.getByRole('button', { name: '撤掉', exact: true }).click()
  await expect(drawer.getByText('2026-11-24 · 4 版')).toBeVisible()
  // The last page has stories on it.
  await drawer.getByRole('button', { name: '撤', exact: true }).last().click()
  await page.getByRole('button', { name: '撤掉', exact: true }).click()
  await expect(drawer.getByRole('alert')).toContainText('稿')
  await expect(drawer.getByText('2026-11-24 · 4 版')).toBeVisible()
})

test('a paper is changed beside a page of it, and new editions can take it', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('版面规格')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('region', { name: '版面规格' })
  await drawer
    .getByRole('listitem')
    .filter({ hasText: '四开 6 栏' })
    .getByRole('button', { name: '照样新做' })
    .click()
  await drawer.getByLabel('名字').fill('四开 5 栏 × 13 字')
  await drawer.getByLabel('基本栏', { exact: true }).fill('7')
  await expect(drawer.getByRole('alert')).toContainText('比纸宽')
  await expect(drawer.getByRole('button', { name: '存', exact: true })).toBeDisabled()
  await drawer.getByLabel('基本栏', { exact: true }).fill('5')
  await drawer.getByLabel('每栏', { exact: true }).fill('13')
  await expect(drawer.getByRole('alert')).toHaveCount(0)
  // 13 characters and a gutter of one: three base columns set as two give whole characters, four as three do not.
  const table = drawer.getByRole('table')
  await expect(table.getByRole('row', { name: /^三分二/ })).toContainText('整字')
  await expect(table.getByRole('row', { name: /^四分三/ })).not.toContainText('整字')
  await expect(drawer.locator('[data-painted="yes"]')).toBeVisible()
  await keepPicture(page, 'paper-form')
  await drawer.getByRole('button', { name: '存', exact: true }).click()
  await expect(drawer.getByRole('listitem').filter({ hasText: '四开 5 栏 × 13 字' })).toBeVisible()

  await page.getByRole('button', { name: '选期' }).click()
  await page.getByRole('menuitem', { name: '新出一期…' }).click()
  await page.getByRole('combobox', { name: '一版规格' }).click()
  await expect(page.getByTitle('四开 5 栏 × 13 字')).toBeVisible()
})
