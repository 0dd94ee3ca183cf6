import { expect, test } from 'vitest'
import type { ImportedPage, ImportedStory } from '../../shared/contract'
import { chosenStories } from './chosen-stories'

const story = (headline: string): ImportedStory => ({
  kicker: null,
  headline,
  deck: null,
  dateline: null,
  paragraphs: [],
  crossheads: [],
  byline: null,
  credits: [],
  photos: [],
})

const change = (at: number | null) => ({ kind: 'line-joined' as const, before: '', after: '', story: at })

const page: ImportedPage = {
  strap: null,
  stories: [story('甲'), story('乙'), story('丙')],
  photos: [],
  leftover: [],
  changes: [change(0), change(1), change(2), change(null)],
}

test.each([
  [[], ['甲', '乙', '丙'], [0, 1, 2, null]],
  [[1], ['甲', '丙'], [0, 1, null]],
  [[0, 1, 2], [], [null]],
])('without %j', (left, headlines, stories) => {
  const chosen = chosenStories(page, new Set(left))
  expect(chosen.stories.map(one => one.headline)).toEqual(headlines)
  expect(chosen.changes.map(one => one.story)).toEqual(stories)
})
