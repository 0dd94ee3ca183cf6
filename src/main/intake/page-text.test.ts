import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPageText } from './page-text'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/**
 * Pages of invented papers. What each is there for:
 * titles-before: strap and captions first, kicker, headline and deck over their story, bylines under the
 * headline, crossheads, 新华社 and 记者 datelines, a quotation that runs over paragraphs, 责任编辑 at the end.
 * titles-after: bylines run in, datelines in other forms, briefs, a headline in two lines, a credit for the page.
 * one-story: no dateline, typed indents, no empty line between paragraphs, a letter-spaced headline.
 */
const pages = ['titles-before', 'titles-after', 'one-story']

describe('readPageText', () => {
  const ends = [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const
  it.each(pages.flatMap(page => ends.map(([name, end]) => [page, name, end] as const)))(
    'reads %s (%s)',
    (name, _ends, end) => {
      const { changes, ...page } = readPageText(fixture(`${name}.txt`).replaceAll('\n', end))
      expect(page).toEqual(JSON.parse(fixture(`${name}.json`)))
      expect(changes.length).toBeGreaterThan(0)
    },
  )
})
