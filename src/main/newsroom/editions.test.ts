import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Edition, NewPage, NewsroomEvent } from '../../shared/contract'
import { storyFrameDefaults } from '../../shared/page/frame-defaults'
import { paperOf } from '../../shared/page/paper'
import type { Actor } from '../../shared/review/actor'
import type { Newsroom } from './newsroom'
import { codeOf, eventsOf, temporaryFolder, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

const page = (name: string, change: Partial<NewPage> = {}): NewPage => ({
  name,
  paperId: 'tabloid-6x11',
  templateId: null,
  ...change,
})

const four = ['要闻', '综合', '副刊', '专版'].map(name => page(name))

async function withEdition(): Promise<{ newsroom: Newsroom; actor: Actor; edition: Edition }> {
  const { newsroom, actor } = await temporaryNewsroom()
  const order = { date: '2026-11-25', number: 1287, pages: four }
  return { newsroom, actor, edition: valueOf(await newsroom.editions.create(actor, order)) }
}

/** Puts a new story on a page. */
async function place(newsroom: Newsroom, actor: Actor, pageId: string, storyId?: string): Promise<string> {
  const id = storyId ?? valueOf(await newsroom.stories.create(actor, { template: null, plan: {} })).id
  const frame = { ...storyFrameDefaults, id: `frame-${id}`, storyId: id, column: 0, row: 20 }
  const change = {
    id: `change-${id}-${pageId}`,
    ops: [{ op: 'add' as const, frame: { ...frame, columnSpan: 2, rowSpan: 20, columns: 2 }, before: null }],
    undo: [],
    label: '上版',
    kind: 'do' as const,
    of: null,
  }
  valueOf(await newsroom.pages.submit(actor, { pageId, changes: [change] }))
  return id
}

async function takeOff(newsroom: Newsroom, actor: Actor, pageId: string, storyId: string): Promise<void> {
  const ops = [{ op: 'remove' as const, frameId: `frame-${storyId}` }]
  const change = { id: `off-${storyId}`, ops, undo: [], label: '撤稿', kind: 'do' as const, of: null }
  valueOf(await newsroom.pages.submit(actor, { pageId, changes: [change] }))
}

test('an edition is made with its pages: 报头 on the first, 报眉 on the others', async () => {
  const { newsroom, edition } = await withEdition()
  expect(edition).toMatchObject({ number: 1287, date: '2026-11-25' })
  expect(edition.pages.map(({ number, name, credits }) => [number, name, credits])).toEqual([
    [1, '要闻', null],
    [2, '综合', null],
    [3, '副刊', null],
    [4, '专版', null],
  ])
  expect(await newsroom.editions.list()).toEqual([edition])
  const { states } = valueOf(await newsroom.pages.open(edition.id))
  const paper = paperOf('tabloid-6x11')
  for (const [at, { layout, version }] of states.entries()) {
    const [kind, rowSpan] = at === 0 ? ['masthead', paper.mastheadLines] : ['folio', paper.folioLines]
    expect([version, layout.paper]).toEqual([0, paper])
    expect(layout.frames).toEqual([
      { id: expect.any(String), kind, column: 0, row: 0, columnSpan: paper.columns, rowSpan },
    ])
  }
})

test('a page can begin from a template, on the template’s paper and without its stories', async () => {
  const { newsroom, actor, edition } = await withEdition()
  const [first] = edition.pages
  await place(newsroom, actor, first!.id)
  const [template] = valueOf(
    await newsroom.pageSettings.saveTemplate(actor, { pageId: first!.id, name: '头版' }),
  )
  const pages = [
    page('要闻', { templateId: template!.id }),
    page('二版', { templateId: template!.id, paperId: 'tabloid-7x10' }),
  ]
  const order = { date: '2026-11-26', number: 1288, pages }
  const made = valueOf(await newsroom.editions.create(actor, order))
  const { states } = valueOf(await newsroom.pages.open(made.id))
  expect(states.map(({ layout }) => layout.paper.id)).toEqual(['tabloid-6x11', 'tabloid-6x11'])
  expect(states.map(({ layout }) => layout.frames.map(frame => frame.kind))).toEqual([
    ['masthead', 'story'],
    ['folio', 'story'],
  ])
  const ids = states.flatMap(({ layout }) => layout.frames.map(frame => frame.id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const { layout } of states) expect(layout.frames[1]).toMatchObject({ storyId: null, columnSpan: 2 })
})

const createFaults: readonly (readonly [what: string, change: object, code: string])[] = [
  ['a number that is taken', { number: 1287 }, 'edition.number'],
  ['a day that is taken', { date: '2026-11-25' }, 'edition.date'],
  ['an unknown paper', { pages: [page('要闻'), page('二版', { paperId: 'none' })] }, 'paper.unknown'],
  ['an unknown template', { pages: [page('要闻', { templateId: 'none' })] }, 'template.unknown'],
]

test.each(createFaults)('no edition is made with %s', async (_, change, code) => {
  const { newsroom, actor, edition } = await withEdition()
  const order = { date: '2026-11-26', number: 1288, pages: [page('要闻')], ...change }
  expect(codeOf(await newsroom.editions.create(actor, order))).toBe(code)
  expect(await newsroom.editions.list()).toEqual([edition])
})

test('date and number can be changed to those that are free, its own among them', async () => {
  const { newsroom, actor, edition } = await withEdition()
  const { id } = edition
  const other = { date: '2026-11-26', number: 1288, pages: [page('要闻')] }
  valueOf(await newsroom.editions.create(actor, other))
  const change = async (date: string, number: number) =>
    codeOf(await newsroom.editions.change({ id, date, number }))
  expect(await change('2026-11-26', 1287)).toBe('edition.date')
  expect(await change('2026-11-25', 1288)).toBe('edition.number')
  expect(await change('2026-11-25', 1290)).toBeUndefined()
  expect(await change('2026-11-27', 1290)).toBeUndefined()
  expect(codeOf(await newsroom.editions.change({ id: 'none', date: '2026-12-01', number: 1 }))).toBe(
    'edition.unknown',
  )
  expect((await newsroom.editions.list()).map(({ date, number }) => [date, number])).toEqual([
    ['2026-11-27', 1290],
    ['2026-11-26', 1288],
  ])
})

test('an edition goes only when no story stands on its pages; what was planned for it stays', async () => {
  const { newsroom, actor, edition } = await withEdition()
  const storyId = await place(newsroom, actor, edition.pages[1]!.id)
  valueOf(await newsroom.stories.plan(actor, { id: storyId, change: { editionId: edition.id, page: 2 } }))
  const refused = await newsroom.editions.remove(actor, { id: edition.id })
  expect(codeOf(refused)).toBe('edition.not-empty')
  expect(!refused.ok && refused.failure.message).toContain('1 篇')

  await takeOff(newsroom, actor, edition.pages[1]!.id, storyId)
  const events = eventsOf(newsroom)
  expect((await events.next()).value).toEqual({ kind: 'hello' })
  valueOf(await newsroom.editions.remove(actor, { id: edition.id }))
  expect(await newsroom.editions.list()).toEqual([])
  const [row] = await newsroom.stories.budget(false)
  expect(row).toMatchObject({ id: storyId, editionId: null, page: 2 })
  const told: NewsroomEvent[] = []
  for (let at = 0; at < 2; at++) told.push((await events.next()).value as NewsroomEvent)
  await events.return()
  expect(told).toEqual([
    { kind: 'rows', rows: [row] },
    { kind: 'editions', editions: [], changed: edition.id },
  ])
  expect(codeOf(await newsroom.pages.state(edition.pages[0]!.id))).toBe('page.unknown')
  // The number is free again.
  valueOf(await newsroom.editions.create(actor, { date: '2026-11-25', number: 1287, pages: [page('要闻')] }))
})

test('a photo of a story keeps a page from going, as its text does', async () => {
  const { newsroom, actor, edition } = await withEdition()
  const storyId = await place(newsroom, actor, edition.pages[0]!.id)
  const source = { kind: 'story' as const, storyId, photo: 0 }
  const shown = {
    crop: null,
    captionPlace: 'under' as const,
    facing: null,
    ruleAbove: 'none' as const,
    ruleRight: 'none' as const,
  }
  const frame = {
    id: 'p',
    kind: 'photo' as const,
    source,
    column: 0,
    row: 9,
    columnSpan: 2,
    rowSpan: 9,
    ...shown,
  }
  const change = {
    id: 'change-photo',
    ops: [{ op: 'add' as const, frame, before: null }],
    undo: [],
    label: '放图',
    kind: 'do' as const,
    of: null,
  }
  const last = edition.pages[3]!.id
  valueOf(await newsroom.pages.submit(actor, { pageId: last, changes: [change] }))
  expect(codeOf(await newsroom.editions.removePage({ pageId: last }))).toBe('page.not-empty')
})

test('pages come and go at the end; stories planned for one that went keep their plan', async () => {
  const { newsroom, actor, edition } = await withEdition()
  const { id: editionId } = edition
  const row = valueOf(await newsroom.stories.create(actor, { template: null, plan: { editionId, page: 4 } }))
  const remove = (at: number) => newsroom.editions.removePage({ pageId: edition.pages[at]!.id })
  expect(codeOf(await remove(1))).toBe('page.not-last')
  expect(valueOf(await remove(3)).pages.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(await newsroom.stories.budget(false)).toEqual([row])
  await place(newsroom, actor, edition.pages[2]!.id, row.id)
  expect(codeOf(await remove(2))).toBe('page.not-empty')
  await takeOff(newsroom, actor, edition.pages[2]!.id, row.id)
  valueOf(await remove(2))
  valueOf(await remove(1))
  expect(codeOf(await remove(0))).toBe('page.only')
  expect(codeOf(await remove(3))).toBe('page.unknown')
  const grown = valueOf(await newsroom.editions.addPage(actor, { editionId, page: page('广告') }))
  expect(grown.pages.map(({ number, name }) => [number, name])).toEqual([
    [1, '要闻'],
    [2, '广告'],
  ])
  expect(codeOf(await newsroom.editions.addPage(actor, { editionId: 'none', page: page('') }))).toBe(
    'edition.unknown',
  )
})

test('an edition takes no more pages than can be printed', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const pages = Array.from({ length: 64 }, () => page(''))
  const made = valueOf(await newsroom.editions.create(actor, { date: '2026-11-25', number: 1, pages }))
  const more = await newsroom.editions.addPage(actor, { editionId: made.id, page: page('') })
  expect(codeOf(more)).toBe('edition.full')
})

test('a page takes another name and people of its own, and gives them back', async () => {
  const { newsroom, edition } = await withEdition()
  const pageId = edition.pages[2]!.id
  const credits = [{ role: '责编', name: '程亦舟' }]
  const change = async (name: string, who: typeof credits | null) =>
    valueOf(await newsroom.editions.changePage({ pageId, name, credits: who })).pages[2]
  expect(await change('文化', credits)).toMatchObject({ name: '文化', credits })
  expect(valueOf(await newsroom.pageViews.view(pageId)).facts).toMatchObject({ pageName: '文化', credits })
  expect(await change('文化', null)).toMatchObject({ credits: null })
  expect(codeOf(await newsroom.editions.changePage({ pageId: 'none', name: '', credits: null }))).toBe(
    'page.unknown',
  )
})

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

test.skipIf(!hasPoppler)('a page proof holds the page’s stories as text', async () => {
  const { newsroom } = await temporaryNewsroom({ begin: 'sample' })
  const [edition] = await newsroom.editions.list()
  const proof = valueOf(await newsroom.output.pageProof(edition!.pages[0]!.id))
  expect(proof.name).toBe('云岭报 2026年11月24日 1版 要闻.pdf')
  expect(proof.missingGlyphs).toEqual([])
  const file = join(temporaryFolder(), 'page.pdf')
  writeFileSync(file, proof.bytes)
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
  const rows = (await newsroom.stories.budget(false)).filter(row => row.page === 1)
  for (const { headline } of rows) expect(text).toContain(headline.replaceAll(/\s/g, ''))
  expect(codeOf(await newsroom.output.pageProof('none'))).toBe('page.unknown')
})
