import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importPage } from './page-text'

interface PrintedStory {
  readonly kicker: string
  readonly headline: string
  readonly byline: string
  readonly paragraphs: readonly { readonly text: string }[]
}

// A page that was really printed; its text is not ours to ship and lies beside the repository where it is.
const press = new URL('../../../../shared/press/', import.meta.url)
const there = existsSync(new URL('page-text.txt', press))
const why = there ? '' : ' (skipped: ../shared/press is not here)'

describe.skipIf(!there)(`a printed county page${why}`, () => {
  const page = () => {
    const result = importPage(readFileSync(new URL('page-text.txt', press)))
    if (!result.ok) throw new Error(result.failure.message)
    return result.value
  }
  const printed = () =>
    JSON.parse(readFileSync(new URL('lines.json', press), 'utf8')) as readonly PrintedStory[]

  it('gives its stories back whole', () => {
    const read = page().stories.map(
      ({ kicker, headline, deck, byline, dateline, paragraphs, crossheads }) => ({
        kicker,
        headline,
        deck,
        byline,
        crossheads,
        paragraphs: paragraphs.map((text, at) => (at === 0 ? `${dateline}\u3000${text}` : text)),
      }),
    )
    const expected = printed().map(({ kicker, headline, byline, paragraphs }) => ({
      kicker,
      headline,
      deck: null,
      byline,
      crossheads: [],
      paragraphs: paragraphs.map(paragraph => paragraph.text),
    }))
    expect(read).toEqual(expected)
  })

  it('finds the strap, the captions and the credits', () => {
    const { strap, stories, photos, leftover } = page()
    const captions = [...photos, ...stories.flatMap(story => story.photos)]
    // It is the last line above the two captions.
    const text = readFileSync(new URL('page-text.txt', press), 'utf8')
    expect(strap).toBe(text.trim().split(/\n+/).at(-3))
    expect(captions).toHaveLength(2)
    expect(captions.every(photo => /^\p{Script=Han}{2,3} 摄$/u.test(photo.credit))).toBe(true)
    expect(captions.every(photo => /^\p{Script=Han}[^ ]+。$/u.test(photo.caption))).toBe(true)
    // The one whose words stand in the second story is tied to it.
    expect(stories.map(story => story.photos.length)).toEqual([0, 1, 0])
    expect(stories.map(story => story.credits)).toEqual([[], [], [stories[2]?.byline]])
    expect(leftover).toEqual([])
  })

  it('lists what it did', () => {
    const kinds = new Set(page().changes.map(change => change.kind))
    for (const kind of [
      'line-joined',
      'turn-healed',
      'space-removed',
      'letter-space-closed',
      'strap-found',
      'headline-found',
      'dateline-found',
      'byline-found',
      'caption-found',
      'credit-found',
    ] as const) {
      expect(kinds).toContain(kind)
    }
  })
})
