/// <reference lib="dom" />
/** Chromium's own setter: the same text in CSS columns, and its line ends on the printed page. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import type { LineEnds } from '../src/shared/typeset'

const address = 'http://localhost/bench'
const css = `
  body { margin: 0; font: 15px "Noto Serif SC", "Noto Serif CJK SC", serif; line-break: strict; text-align: justify;
    text-spacing-trim: normal; text-wrap: pretty; hanging-punctuation: none }
  p { margin: 0; text-indent: 2em; line-height: 1.4 }
`

/** A browser page whose clock is fine-grained (isolated), with `script` loaded. */
export async function openChromium(script: string): Promise<{ browser: Browser; page: Page } | undefined> {
  const path = process.env.DAYANG_CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(path)) return undefined
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.route('**/*', route =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
      body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style><body></body></html>`,
    }),
  )
  await page.goto(address)
  await page.addScriptTag({ content: script })
  return { browser, page }
}

/** Line ends of many texts at once, as Chromium breaks them. */
export async function chromiumLineEnds(
  page: Page,
  asked: readonly { text: string; indentEm: number; measureEm: number }[],
): Promise<number[][]> {
  return page.evaluate(all => {
    const host = document.createElement('div')
    document.body.append(host)
    const found = all.map(({ text, indentEm, measureEm }) => {
      const p = document.createElement('p')
      p.style.width = `${measureEm}em`
      p.style.textIndent = `${indentEm}em`
      p.textContent = text
      host.append(p)
      const node = p.firstChild as Text
      const range = document.createRange()
      const ends: number[] = []
      let top = NaN
      for (let i = 0; i < text.length; i++) {
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const rect = range.getBoundingClientRect()
        if (rect.height === 0) continue
        if (!Number.isNaN(top) && rect.top > top + 8) ends.push(i)
        top = rect.top
      }
      ends.push(text.length)
      p.remove()
      return ends
    })
    host.remove()
    return found
  }, asked)
}

/** Answers `LineEnds` from what was asked before: scoring is synchronous, a browser is not. */
export function answered(
  asked: readonly { text: string; indentEm: number; measureEm: number }[],
  ends: readonly (readonly number[])[],
): LineEnds {
  const key = (text: string, indentEm: number, measureEm: number) => `${indentEm}/${measureEm}/${text}`
  const map = new Map(asked.map((a, i) => [key(a.text, a.indentEm, a.measureEm), ends[i] ?? []]))
  return (text, indentEm, measureEm) => map.get(key(text, indentEm, measureEm)) ?? []
}
