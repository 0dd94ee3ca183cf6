import { expect, type Page } from '@playwright/test'

/** The story sheet's editor. */
export const sheet = '.sheet .ProseMirror'

/** Opens a story from the list and waits until its sheet stands. */
export async function openStory(page: Page, name: string): Promise<void> {
  const row = page.getByRole('option', { name: new RegExp(name) })
  // The list makes only the rows that it shows, round the story that is open.
  await page.getByRole('listbox', { name: '稿件', exact: true }).hover()
  await expect(async () => {
    if ((await row.count()) === 0) await page.mouse.wheel(0, -2000)
    await expect(row).toHaveCount(1, { timeout: 1000 })
  }).toPass()
  await row.click()
  await expect(page.locator(`${sheet} .headline`)).toContainText(name)
}

/** Begins a story without anything in it and waits until its sheet stands, the caret in the headline. */
export async function blankStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: /新稿/ }).first().click()
  await page.getByRole('menuitem', { name: /空白/ }).first().click()
  await expect(page.locator(`${sheet} .headline`)).toHaveText('')
  await expect(page.locator(`${sheet} .headline`)).toHaveClass(/here/)
  await expect(page.locator(sheet)).toBeFocused()
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

/** An end of some words of the sheet, or of a paragraph (counted from 0; −1 is the last). */
type Edge = { readonly edge: 'start' | 'end' } & ({ readonly words: string } | { readonly paragraph: number })

/**
 * Selects as a hand does, and waits until the editor has read it. While the editor takes the keys, or the steps of
 * another window, it may put its own selection back: then it is selected once more.
 */
async function select(page: Page, anchor: Edge, focus: Edge): Promise<void> {
  await page.locator(sheet).evaluate(
    async (root, edges) => {
      const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
      const textsIn = (element: Element): Node[] => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const found: Node[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (!node.parentElement!.closest('.other-caret, .ProseMirror-widget')) found.push(node)
        return found
      }
      const placeOf = (one: Edge): [Node, number] => {
        if ('words' in one) {
          const node = textsIn(root).find(text => text.textContent?.includes(one.words))
          if (!node) throw new Error(`no ${one.words}`)
          const at = node.textContent!.indexOf(one.words)
          return [node, one.edge === 'start' ? at : at + one.words.length]
        }
        const paragraph = [...root.querySelectorAll('p')].at(one.paragraph)!
        const texts = textsIn(paragraph)
        if (texts.length === 0) return [paragraph, 0]
        return one.edge === 'start' ? [texts[0]!, 0] : [texts.at(-1)!, texts.at(-1)!.textContent!.length]
      }
      ;(root as HTMLElement).focus()
      for (let tries = 0; tries < 50; tries++) {
        // What taking the keys sets in motion is over.
        await pause(40)
        const [from, to] = [placeOf(edges[0]), placeOf(edges[1])]
        const selection = getSelection()!
        selection.setBaseAndExtent(...from, ...to)
        await pause(40)
        const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
        const isRead = anchorNode === from[0] && anchorOffset === from[1]
        if (isRead && focusNode === to[0] && focusOffset === to[1]) return
      }
      throw new Error('The editor does not keep what is selected')
    },
    [anchor, focus] as const,
  )
}

export const selectWords = (page: Page, words: string): Promise<void> => selectAcross(page, words, words)

/** Selects from the first of some words to the last of others, which may stand in another part. */
export const selectAcross = (page: Page, from: string, to: string): Promise<void> =>
  select(page, { words: from, edge: 'start' }, { words: to, edge: 'end' })

export const caretBefore = (page: Page, words: string): Promise<void> =>
  select(page, { words, edge: 'start' }, { words, edge: 'start' })

/** Puts the caret at the end of a paragraph: the key End would go to the end of a line. −1 is the last. */
export const caretAtEnd = (page: Page, paragraph: number): Promise<void> =>
  select(page, { paragraph, edge: 'end' }, { paragraph, edge: 'end' })
