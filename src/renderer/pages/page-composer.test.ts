import { describe, expect, it } from 'vitest'
import type { Edition } from '../../shared/contract'
import { applyOps } from '../../shared/page/changes/page-change'
import type { PageOp } from '../../shared/page/changes/page-op'
import { emptyLayout } from '../../shared/page/frame-defaults'
import type { PageLayout } from '../../shared/page/layout'
import type { KnownEdition } from '../../shared/page/view/page-material'
import { paperOf } from '../../shared/page/paper'
import { newStoryFrame } from '../../shared/page/edit/drop-story'
import { emptyParts, type StoryParts } from '../../shared/story/parts'
import { PageComposer } from './page-composer'

const paper = paperOf('tabloid-6x11')
const page = (number: number) => ({
  id: `p${number}`,
  editionId: 'e',
  number,
  name: '要闻',
  credits: null,
})
const edition: Edition = { id: 'e', number: 1, date: '2026-11-24', pages: [page(1), page(2)] }
const layoutOf = (...storyIds: string[]): PageLayout => ({
  ...emptyLayout(paper),
  frames: storyIds.map((id, at) =>
    newStoryFrame(paper, `f-${id}`, id, { column: at * 2, row: 0, columnSpan: 2, rowSpan: 30 }),
  ),
})
const parts = (text: string): StoryParts => ({
  ...emptyParts,
  headline: '一题',
  blocks: [{ kind: 'paragraph', text }],
})
const source: KnownEdition = {
  paperName: '云岭报',
  edition,
  people: [],
  layouts: new Map([
    ['p1', layoutOf('a', 'b')],
    ['p2', layoutOf('c')],
  ]),
  stories: new Map([
    ['a', parts('甲乙丙')],
    ['b', parts('丁戊己')],
    ['c', parts('庚辛壬')],
  ]),
}
const typed = (id: string, text: string): KnownEdition => {
  return { ...source, stories: new Map([...source.stories, [id, parts(text)]]) }
}

describe('the views of an edition', () => {
  it('keep a page for which nothing has changed', () => {
    const composer = new PageComposer()
    const first = composer.view('p1', source)
    expect(composer.view('p1', { ...source, people: [], stories: new Map(source.stories) })).toBe(first)
    expect(composer.view('p1', typed('c', '别的版的字'))).toBe(first)
  })

  it('set only the frame whose story has changed', () => {
    const composer = new PageComposer()
    const before = composer.view('p1', source)!.composed
    const after = composer.view('p1', typed('a', '甲乙丙丁'))!.composed
    expect(after.frames.get('f-a')).not.toBe(before.frames.get('f-a'))
    expect(after.frames.get('f-b')).toBe(before.frames.get('f-b'))
  })

  it('run a story on from one page to the next', () => {
    const long = parts('甲乙丙丁戊己庚辛壬癸'.repeat(80))
    const small = { column: 0, row: 0, columnSpan: 2, rowSpan: 20 }
    const head = newStoryFrame(paper, 'head', 'long', small)
    const rest = { ...newStoryFrame(paper, 'rest', 'long', small), continues: true }
    const running: KnownEdition = {
      ...source,
      stories: new Map([['long', long]]),
      layouts: new Map([
        ['p1', { ...emptyLayout(paper), frames: [head] }],
        ['p2', { ...emptyLayout(paper), frames: [rest] }],
      ]),
    }
    const composer = new PageComposer()
    const second = (from: KnownEdition) => composer.view('p2', from)?.composed.frames.get('rest')
    const before = second(running)
    expect(before?.jumps.from).toBe(1)
    const wider = { ...emptyLayout(paper), frames: [{ ...head, rowSpan: 24 }] }
    const after = second({ ...running, layouts: new Map([...running.layouts, ['p1', wider]]) })
    expect(after?.fit?.overset.lines).toBeLessThan(before?.fit?.overset.lines ?? 0)
  })

  it('are none while a layout has not come', () => {
    expect(new PageComposer().view('p1', { ...source, layouts: new Map() })).toBe(null)
  })

  it('know the edition’s other pages', () => {
    const view = new PageComposer().view('p1', source)
    expect(view?.edition?.pages.map(one => [one.number, one.layout])).toEqual([
      [1, source.layouts.get('p1')],
      [2, source.layouts.get('p2')],
    ])
  })
})

describe('a preview', () => {
  const wider: PageOp[] = [{ op: 'set', frameId: 'f-b', fields: { rowSpan: 20 } }]

  it('shows the ops, leaves the other frames and the page itself alone', () => {
    const composer = new PageComposer()
    const view = composer.view('p1', source)!
    const shown = composer.preview(view, 'p1', wider, source.stories)
    expect(shown.layout).toEqual(applyOps(view.layout, wider))
    expect(shown.composed.frames.get('f-a')).toBe(view.composed.frames.get('f-a'))
    expect(composer.view('p1', source)).toBe(view)
  })

  it('sets a story that comes from the tray with its text', () => {
    const composer = new PageComposer()
    const view = composer.view('p1', source)!
    const place = { column: 4, row: 0, columnSpan: 2, rowSpan: 30 }
    const ops: PageOp[] = [{ op: 'add', frame: newStoryFrame(paper, 'new', 'c', place), before: null }]
    const shown = composer.preview(view, 'p1', ops, source.stories)
    expect(shown.composed.frames.get('new')?.fit?.lines).toBeGreaterThan(0)
  })

  it('is the view itself where the ops do nothing', () => {
    const composer = new PageComposer()
    const view = composer.view('p1', source)!
    expect(composer.preview(view, 'p1', [{ op: 'remove', frameId: 'gone' }], source.stories)).toBe(view)
  })
})
