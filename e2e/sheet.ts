import { expect, type Page } from '@playwright/test'

/** The story sheet's editor. */
export const sheet = '.sheet .ProseMirror'

/** Opens a story from the list and waits until its sheet stands. */
export async function openStory(page: Page, name: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(name) }).click()
  await expect(page.locator(`${sheet} .headline`)).toContainText(name)
}

/** Begins a story without anything in it and waits until its sheet stands. */
export async function blankStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: /新稿/ }).first().click()
  await page.getByRole('menuitem', { name: /空白/ }).first().click()
  await expect(page.locator(`${sheet} .headline`)).toHaveText('')
}

/** Waits until the newsroom has everything that was typed. */
export const saved = (page: Page) =>
  expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')

/** The story as its sheet shows it, without what only this window sees: others' carets and marks. */
export const sheetText = (page: Page): Promise<string> =>
  page.locator(sheet).evaluate(root => {
    const copy = root.cloneNode(true) as HTMLElement
    for (const mark of copy.querySelectorAll('.other-caret, .ProseMirror-widget')) mark.remove()
    return copy.innerText
  })
