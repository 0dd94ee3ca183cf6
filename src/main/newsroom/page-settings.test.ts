import { ems } from '../../shared/page/sizes'
import { expect, test } from 'vitest'
import { adFrameDefaults, storyFrameDefaults } from '../../shared/page/frame-defaults'
import type { Frame } from '../../shared/page/layout'
import { paperOf, papers as presets, type Paper } from '../../shared/page/paper'
import type { Actor } from '../../shared/review/actor'
import type { Newsroom } from './newsroom'
import { codeOf, eventsOf, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

const names = (papers: readonly Paper[]) => papers.map(paper => paper.name)
const own: Paper = {
  ...paperOf('tabloid-6x11'),
  id: 'own',
  name: '四开 5 栏 × 13 字',
  columns: 5,
  measure: ems(13),
}

test('papers are the presets, changed or taken off, and the newsroom’s own', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const { pageSettings } = newsroom
  expect(await pageSettings.papers()).toEqual(presets)
  expect(names(valueOf(await pageSettings.savePaper(actor, own)))).toEqual([...names(presets), own.name])
  const changed = { ...presets[1]!, lines: 81 }
  valueOf(await pageSettings.savePaper(actor, changed))
  valueOf(await pageSettings.removePaper(actor, presets[0]!.id))
  const expected = [changed, ...presets.slice(2), own]
  expect(await pageSettings.papers()).toEqual(expected)
  await newsroom.close()

  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(await again.pageSettings.papers()).toEqual(expected)
  valueOf(await again.pageSettings.removePaper(actor, own.id))
  // A preset that was taken off comes back when it is saved.
  valueOf(await again.pageSettings.savePaper(actor, presets[0]!))
  expect(await again.pageSettings.papers()).toEqual([presets[0], ...expected.slice(0, -1)])
})

test('the last paper stays', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  for (const { id } of presets.slice(1)) valueOf(await newsroom.pageSettings.removePaper(actor, id))
  expect(codeOf(await newsroom.pageSettings.removePaper(actor, presets[0]!.id))).toBe('paper.last')
  valueOf(await newsroom.pageSettings.removePaper(actor, 'none'))
  expect(await newsroom.pageSettings.papers()).toEqual([presets[0]])
})

test.each<readonly [string, Partial<Paper>, string]>([
  ['a name that is taken', { name: presets[2]!.name }, 'paper.name'],
  ['columns wider than the sheet', { columns: 9 }, 'paper.too-large'],
  ['lines below the sheet', { lines: 120 }, 'paper.too-large'],
])('a paper with %s is not kept', async (_, change, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  expect(codeOf(await newsroom.pageSettings.savePaper(actor, { ...own, ...change }))).toBe(code)
  expect(await newsroom.pageSettings.papers()).toEqual(presets)
})

/** An edition of one page with a story, its photo, a loose photo, a strap and an advertisement on it. */
async function fullPage(newsroom: Newsroom, actor: Actor): Promise<string> {
  const pages = [{ name: '要闻', paperId: 'tabloid-6x11', templateId: null }]
  const edition = valueOf(await newsroom.editions.create(actor, { date: '2026-11-25', number: 1, pages }))
  const source = { kind: 'story' as const, storyId: 's', photo: 0 }
  const shown = { crop: null, captionPlace: 'under' as const, facing: null }
  const place = { row: 20, columnSpan: 2, rowSpan: 20 }
  const frames: Frame[] = [
    {
      ...storyFrameDefaults,
      ...place,
      id: 'story',
      storyId: 's',
      column: 0,
      columns: 2,
      boxed: true,
      photos: [{ source, column: 0, columnSpan: 1, row: 0, rowSpan: 8, wrap: null, ...shown }],
    },
    {
      ...place,
      ...shown,
      id: 'photo',
      kind: 'photo',
      column: 2,
      source,
      ruleAbove: 'none',
      ruleRight: 'none',
    },
    { ...place, id: 'strap', kind: 'strap', column: 4, text: '抓党建', storyIds: ['s'] },
    {
      ...adFrameDefaults,
      ...place,
      id: 'ad',
      column: 4,
      row: 60,
      client: '云岭农商行',
      image: 'a'.repeat(64),
    },
  ]
  const ops = frames.map(frame => ({ op: 'add' as const, frame, before: null }))
  const change = { id: 'change-1', ops, undo: [], label: '上版', kind: 'do' as const, of: null }
  const pageId = edition.pages[0]!.id
  valueOf(await newsroom.pages.submit(actor, { pageId, changes: [change] }))
  return pageId
}

test('a template keeps the frames of a page without stories, photos and clients', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const pageId = await fullPage(newsroom, actor)
  const [template] = valueOf(await newsroom.pageSettings.saveTemplate(actor, { pageId, name: ' 头版 ' }))
  expect(template).toMatchObject({ name: '头版', layout: { paper: { id: 'tabloid-6x11' }, ignored: [] } })
  expect(template!.layout.frames).toMatchObject([
    { kind: 'masthead' },
    { kind: 'story', storyId: null, photos: [], boxed: true, columns: 2, row: 20 },
    { kind: 'photo', source: { kind: 'loose', photo: { image: null, caption: '' } } },
    { kind: 'strap', storyIds: [] },
    { kind: 'ad', client: '', image: null },
  ])
  const again = await newsroom.pageSettings.saveTemplate(actor, { pageId, name: '头版' })
  expect(codeOf(again)).toBe('template.name')
  expect(codeOf(await newsroom.pageSettings.saveTemplate(actor, { pageId, name: ' ' }))).toBe('template.name')
  expect(codeOf(await newsroom.pageSettings.saveTemplate(actor, { pageId: 'none', name: '二版' }))).toBe(
    'page.unknown',
  )
  await newsroom.close()
  const { newsroom: opened } = await temporaryNewsroom({ folder })
  expect(await opened.pageSettings.templates()).toEqual([template])
  expect(valueOf(await opened.pageSettings.removeTemplate(template!.id))).toEqual([])
})

test('what the paper makes of each fault is kept', async () => {
  const { newsroom, folder } = await temporaryNewsroom()
  expect(await newsroom.pageSettings.faultSettings()).toEqual({ severities: {} })
  const settings = { severities: { buttingHeads: 'off' as const, runt: 'error' as const } }
  const events = eventsOf(newsroom)
  await events.next()
  expect(valueOf(await newsroom.pageSettings.saveFaultSettings(settings))).toEqual(settings)
  expect((await events.next()).value).toEqual({ kind: 'pageSettings' })
  await events.return()
  await newsroom.close()
  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(await again.pageSettings.faultSettings()).toEqual(settings)
})
