import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedPage } from '../../../shared/contract/imported-page'
import { importedPageSchema } from '../../../shared/contract/imported-page'
import { cases } from '../../../shared/random.testing'
import { printedPage, type FaultRates } from './page-printer.testing'
import { importPage, readPageText } from './page-text'

const clean: FaultRates = { lostBlanks: 0, turns: 3, falseTurns: 30, loose: 1, spaces: 50 }
const rough: FaultRates = { lostBlanks: 10, turns: 6, falseTurns: 50, loose: 4, spaces: 50 }

/** What share of the stories, and of each of their parts, comes out exactly as it went in. */
function shares(rates: FaultRates) {
  const count = { stories: 0, found: 0, paragraphs: 0, whole: 0, titles: 0, datelines: 0, bylines: 0 }
  // Fixed seed: a share over many pages is what is held, and it must not depend on luck.
  for (const page of fc.sample(printedPage(rates), { seed: 20251103, numRuns: cases(3000, 300) })) {
    const read = readPageText(page.text).stories
    for (const [at, story] of page.stories.entries()) {
      count.stories++
      count.paragraphs += story.paragraphs.length
      const own = read.length === page.stories.length ? read[at] : undefined
      if (own === undefined) continue
      const texts = new Set(own.paragraphs)
      count.found++
      count.whole += story.paragraphs.filter(text => texts.has(text)).length
      if (own.kicker === story.kicker && own.headline === story.headline && own.deck === null) count.titles++
      if (own.dateline === story.dateline) count.datelines++
      if (own.byline === story.byline) count.bylines++
    }
  }
  return {
    stories: count.found / count.stories,
    paragraphs: count.whole / count.paragraphs,
    titles: count.titles / count.stories,
    datelines: count.datelines / count.stories,
    bylines: count.bylines / count.stories,
  }
}

/*
 * A hundred percent is not to be had: where a sentence ends a full line and the column turns there, nothing in
 * the text says whether the paragraph ends too. The tolerance is what is left of such places in random text,
 * which has more of them than a page has, and no sense to tell by.
 */
describe('readPageText on invented pages', () => {
  it.each([
    ['with the faults that a printed page has', clean, { stories: 0.98, paragraphs: 0.97, parts: 0.98 }],
    ['with many more', rough, { stories: 0.96, paragraphs: 0.92, parts: 0.95 }],
  ] as const)('recovers them %s', (_name, rates, least) => {
    const share = shares(rates)
    expect(share.stories).toBeGreaterThan(least.stories)
    expect(share.paragraphs).toBeGreaterThan(least.paragraphs)
    expect(share.titles).toBeGreaterThan(least.parts)
    expect(share.datelines).toBeGreaterThan(least.parts)
    expect(share.bylines).toBeGreaterThan(least.parts)
  })
})

const hanOf = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).toSorted().join('')

/** Every text of a page once: a byline that is also a credit stands in both. */
function everyText(page: ImportedPage): string {
  const stories = page.stories.flatMap(story => [
    story.kicker,
    story.headline,
    story.deck,
    story.dateline,
    story.byline,
    ...story.paragraphs,
    ...story.crossheads.map(crosshead => crosshead.text),
    ...story.credits.filter(credit => story.byline?.includes(credit) !== true),
    ...story.photos.flatMap(photo => [photo.caption, photo.credit]),
  ])
  const photos = page.photos.flatMap(photo => [photo.caption, photo.credit])
  return [page.strap, ...stories, ...photos, ...page.leftover].join('\n')
}

const damage = fc.constantFrom('cut', 'double', 'swap', 'insert', 'join')
const junkWords =
  '（|）|“|”|。|，|12.5%|Wi-Fi|摄|史婉 摄|（王倩茹）|本报讯|责任编辑：|——|𠮷|々|本版图片均由'.split('|')
const junkMarks = ['\n', '\n\n', ' ', '　', '\r\n', '\t', '\f', '\u200b', '\u202e', '\ufeff', '\0', '\ud800']
const junk = fc.constantFrom(...junkWords, ...junkMarks)

/** A page's text with pieces cut out, doubled, moved, and junk put in. */
const damagedText = fc
  .tuple(printedPage(rough), fc.array(fc.tuple(damage, fc.nat(), fc.nat(60), junk), { maxLength: 24 }))
  .map(([page, hits]) =>
    hits.reduce((text, [how, where, length, extra]) => {
      const at = text.length === 0 ? 0 : where % text.length
      const piece = text.slice(at, at + length)
      const rest = text.slice(0, at) + text.slice(at + length)
      if (how === 'cut') return rest
      if (how === 'double') return text.slice(0, at) + piece + text.slice(at)
      if (how === 'swap') return piece + rest
      if (how === 'join') return text.slice(0, at) + piece.replaceAll('\n', '') + text.slice(at + length)
      return text.slice(0, at) + extra + text.slice(at)
    }, page.text),
  )

describe('readPageText on damaged pages', () => {
  it('loses no Han character and invents none', () => {
    fc.assert(
      fc.property(damagedText, text => {
        const page = readPageText(text)
        expect(hanOf(everyText(page))).toBe(hanOf(text))
        expect(importedPageSchema.parse(page)).toEqual(page)
        for (const change of page.changes)
          expect(change.story ?? 0).toBeLessThan(Math.max(1, page.stories.length))
      }),
      { numRuns: cases(3000, 100) },
    )
  })

  it('reads any text', () => {
    const any = fc.array(fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 60 })
    fc.assert(
      fc.property(any, parts => {
        const text = parts.join('')
        expect(hanOf(everyText(readPageText(text)))).toBe(hanOf(text))
        expect(typeof importPage(text).ok).toBe('boolean')
      }),
      { numRuns: cases(3000, 100) },
    )
  })

  const many = cases(20_000, 2000)
  it.each([
    ['one very long line', '青禾县的菜地里，'.repeat(many)],
    ['very many lines of one character', '青\n'.repeat(many)],
    ['very many titles', '青禾县的菜地\n\n'.repeat(many)],
    ['very many captions', '菜农采摘西红柿。 史婉 摄\n\n'.repeat(many)],
    ['very many bylines', '（王倩茹）\n\n'.repeat(many)],
    [
      'very many short stories',
      '青禾县种菜忙\n\n本报讯　近日，青禾县种菜忙。\n（王倩茹）\n\n'.repeat(many / 4),
    ],
    ['very many brackets', '（“'.repeat(many * 5)],
    ['very many spaces between Han', '青 '.repeat(many * 5)],
    ['very many spaces', `青${' '.repeat(many * 10)}禾`],
  ])('comes to an end on %s', (_name, text) => {
    expect(hanOf(everyText(readPageText(text)))).toBe(hanOf(text))
  })
})
