import { describe, expect, it } from 'vitest'
import { emptyParts, type StoryParts } from '../../story/parts'
import { emptyLayout, storyFrameDefaults } from '../frame-defaults'
import type { PageLayout } from '../layout'
import { composedView, pageMaterialOf, type KnownEdition } from './page-material'
import { paperOf } from '../paper'

const paper = paperOf('tabloid-6x11')
const place = { column: 0, row: 10, columnSpan: 2, rowSpan: 20, columns: 2 }
const layoutOf = (...storyIds: string[]): PageLayout => ({
  ...emptyLayout(paper),
  frames: storyIds.map((storyId, at) => ({
    ...storyFrameDefaults,
    ...place,
    column: at * 2,
    id: storyId,
    storyId,
  })),
})
const parts = (headline: string): StoryParts => ({ ...emptyParts, headline })
const page = (number: number) => ({ id: `p${number}`, number, name: '要闻', credits: null })
const person = (name: string, ...roles: string[]) => ({ name, roles, retired: false })

const known: KnownEdition = {
  paperName: '云岭报',
  edition: { date: '2026-11-24', number: 1286, pages: [page(1), page(2), page(3)] },
  people: [person('周岚', 'editor'), person('何青', 'layout')],
  layouts: new Map([
    ['p1', layoutOf('a', 'b')],
    ['p2', layoutOf('c')],
  ]),
  stories: new Map(['a', 'b', 'c'].map(id => [id, parts(id)])),
}
const first = pageMaterialOf('p1', known)!

describe('the material of a page', () => {
  it('is its layout, its own stories, what it says of itself, and the pages that are known beside it', () => {
    expect(first).toEqual({
      layout: known.layouts.get('p1'),
      stories: new Map([
        ['a', parts('a')],
        ['b', parts('b')],
      ]),
      facts: {
        paperName: '云岭报',
        date: '2026-11-24',
        editionNumber: 1286,
        pageNumber: 1,
        pageCount: 3,
        pageName: '要闻',
        credits: [
          { role: '责编', name: '周岚' },
          { role: '版面', name: '何青' },
        ],
      },
      edition: {
        date: '2026-11-24',
        number: 1286,
        pages: [
          { number: 1, name: '要闻', layout: known.layouts.get('p1') },
          { number: 2, name: '要闻', layout: known.layouts.get('p2') },
        ],
      },
    })
  })

  it.each([
    ['a page whose layout has not come', 'p3'],
    ['a page of another edition', 'q1'],
  ])('is none of %s', (_, id) => {
    expect(pageMaterialOf(id, known)).toBeNull()
  })

  it('is the very one of before where nothing that it is made from has changed', () => {
    const view = composedView(first)
    const again: KnownEdition = {
      ...known,
      people: [...known.people, person('李小满', 'reporter')],
      layouts: new Map(known.layouts),
      stories: new Map([...known.stories, ['c', parts('c 新题')], ['d', parts('d')]]),
    }
    expect(pageMaterialOf('p1', again, view)).toBe(view)
  })

  it.each<[string, Partial<KnownEdition>, (keyof typeof first)[]]>([
    ['another text', { stories: new Map([...known.stories, ['a', parts('新题')]]) }, ['stories']],
    ['a story that has not come', { stories: new Map([['a', parts('a')]]) }, ['stories']],
    ['another name of the paper', { paperName: '云岭日报' }, ['facts']],
    ['a colleague who goes', { people: known.people.slice(1) }, ['facts']],
    ['another page beside it', { layouts: new Map([...known.layouts, ['p2', layoutOf('d')]]) }, ['edition']],
    [
      'a page beside it that cannot be read',
      { layouts: new Map([...known.layouts].slice(0, 1)) },
      ['edition'],
    ],
    ['another day', { edition: { ...known.edition, date: '2026-11-25' } }, ['facts', 'edition']],
    [
      'its own frames',
      { layouts: new Map([...known.layouts, ['p1', layoutOf('b')]]) },
      ['layout', 'stories', 'edition'],
    ],
  ])('changes for %s only what it touches', (_, change, touched) => {
    const next = pageMaterialOf('p1', { ...known, ...change }, first)!
    expect(Object.keys(first).filter(key => next[key as 'facts'] !== first[key as 'facts'])).toEqual(touched)
  })
})
