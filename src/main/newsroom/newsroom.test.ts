import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { pageLayoutSchema } from '../../shared/page/layout'
import { findFaults } from '../../shared/page/faults/find-faults'
import { photosOf } from '../../shared/page/compose/photo'
import { CollabWriter } from './collab-writer.testing'
import { openNewsroom } from './newsroom'
import {
  codeOf,
  countedWorld,
  temporaryFolder,
  temporaryNewsroom,
  valueOf,
} from './temporary-newsroom.testing'

test('everything that was made is there after the newsroom was opened again', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom({ world: countedWorld() })
  const person = { id: null, name: '周岚', roles: ['editor' as const], colour: '#1F4E8C', retired: false }
  const editor = valueOf(await newsroom.people.save(actor, person))
  const made = valueOf(
    await newsroom.stories.create(actor, { template: '消息', plan: { slug: '灯', editorId: editor.id } }),
  )
  expect(made).toMatchObject({ number: 1, slug: '灯', genre: '消息', state: 'received', version: 0 })
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(made.id)), actor.id, 'a')
  writer.type(0, '水到地头')
  await writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent)))
  const budget = await newsroom.stories.budget(false)
  await newsroom.close()

  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(await again.stories.budget(false)).toEqual(budget)
  expect(await again.people.list()).toContainEqual(editor)
  expect(valueOf(await again.authority.document(made.id)).doc.toJSON()).toEqual(writer.doc.toJSON())
})

test('a new folder begins with the sample: a paper, its people, an edition laid out, stories and photos', async () => {
  const { newsroom, folder } = await temporaryNewsroom({ begin: 'sample' })
  const { paper, people, editions } = await newsroom.desk.open()
  expect(paper).toEqual({ name: '云岭报', timeZone: 'Asia/Shanghai' })
  expect(new Set(people.flatMap(person => person.roles)).size).toBe(6)
  const rows = await newsroom.stories.budget(false)
  expect(rows.length).toBeGreaterThanOrEqual(8)
  expect(new Set(rows.map(row => row.genre)).size).toBeGreaterThanOrEqual(6)
  expect(rows.map(row => row.number)).toEqual(rows.map((_, at) => at + 1))
  for (const row of rows)
    expect([row.headline === '', row.characters > 0, row.lines > 0]).toEqual([false, true, true])
  const [edition] = editions
  expect(edition!.pages.map(page => page.number)).toEqual([1, 2, 3, 4])
  const { states: pages } = valueOf(await newsroom.pages.open(edition!.id))
  expect(pages.map(page => page.pageId)).toEqual(edition!.pages.map(page => page.id))
  for (const [at, { layout, version }] of pages.entries()) {
    expect(version).toBe(0)
    expect(pageLayoutSchema.parse(layout)).toEqual(layout)
    const planned = new Set(rows.filter(row => row.page === at + 1).map(row => row.id))
    const begun = layout.frames.flatMap(frame =>
      frame.kind === 'story' && !frame.continues ? [frame.storyId] : [],
    )
    expect(begun.filter(id => id === null || !planned.has(id))).toEqual([])
    expect(begun.length).toBeGreaterThanOrEqual(3)
    for (const frame of layout.frames) {
      if (frame.kind !== 'ad') continue
      expect(valueOf(await newsroom.photos.read(frame.image ?? '', 'original')).type).toBe('image/jpeg')
    }
  }
  const parts = await newsroom.stories.parts(rows.map(row => row.id))
  const images = parts.flatMap(story => photosOf(story.parts).map(({ photo }) => photo.image))
  for (const image of images.filter(image => image !== null)) {
    expect(valueOf(await newsroom.photos.read(image, 'thumbnail')).type).toBe('image/jpeg')
  }
  // A folder is begun once.
  await newsroom.close()
  const { newsroom: again } = await temporaryNewsroom({ folder, begin: 'sample' })
  expect(await again.stories.budget(false)).toEqual(rows)
})

test('the sample edition is fit to print: nothing over, no hole, no fault that is not kept with a reason', async () => {
  const { newsroom } = await temporaryNewsroom({ begin: 'sample' })
  const [edition] = (await newsroom.desk.open()).editions
  const views = valueOf(await newsroom.pageViews.ofOneEdition(edition!.pages.map(page => page.id)))
  for (const view of views) {
    const fits = [...view.composed.frames.values()].flatMap(({ frameId, fit, hides }) => {
      const isWhole = !hides && (fit === null || (fit.overset.lines === 0 && fit.underset.lines <= 2))
      return isWhole ? [] : [frameId]
    })
    const faults = findFaults(view, { severities: {} }).filter(
      fault => fault.severity !== 'info' && fault.ignored === null,
    )
    const found = [...fits, ...faults.map(fault => `${fault.key} ${fault.message}`)]
    expect([view.page.number, found]).toEqual([view.page.number, []])
  }
})

test('the search index is rebuilt when derived.db was deleted, and follows what changes', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const source = '冬灌开闸\n本报讯（记者 沈一禾）清水河干渠今天开闸，全县36座泵站开机。\n（沈一禾）'
  const choices = { reverted: [], answers: {} }
  const order = { source, choices, name: '', editionId: null, page: null }
  const first = valueOf(await newsroom.intake.acceptStory(actor, order))
  valueOf(await newsroom.stories.create(actor, { template: null, plan: { slug: '另一篇' } }))
  const asked = ['冬灌', '沈一禾', '36座', '河干']
  for (const query of asked) expect([query, await newsroom.search.find(query)]).toEqual([query, [first.id]])
  await newsroom.close()
  rmSync(join(folder, 'derived.db'))

  const { newsroom: again } = await temporaryNewsroom({ folder })
  await again.search.settle()
  for (const query of asked) expect([query, await again.search.find(query)]).toEqual([query, [first.id]])
  valueOf(await again.stories.plan(actor, { id: first.id, change: { slug: '独一无二的简题' } }))
  expect(await again.search.find('独一无二')).toEqual([first.id])
  valueOf(await again.stories.trash(actor, [first!.id]))
  expect(await again.search.find('独一无二')).toEqual([first.id])
})

test('an index that a crash left behind catches up', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const plan = { slug: '旧题', editorId: actor.id }
  const { id } = valueOf(await newsroom.stories.create(actor, { template: null, plan }))
  await newsroom.search.settle()
  await newsroom.close()
  const file = new Sqlite(join(folder, 'newsroom.db'))
  file.exec("UPDATE story SET slug = '新题', revision = revision + 1")
  file.close()
  const { newsroom: again } = await temporaryNewsroom({ folder })
  await again.search.settle()
  expect(await again.search.find('新题')).toEqual([id])
  expect(await again.search.find('旧题')).toEqual([])
  await again.close()
  // A name that changed is no change of the story's row.
  const people = new Sqlite(join(folder, 'newsroom.db'))
  people.exec("UPDATE person SET name = '陆远'")
  people.close()
  const { newsroom: third } = await temporaryNewsroom({ folder })
  await third.search.settle()
  expect(await third.search.find('陆远')).toEqual([id])
})

test('a story is found by its editor’s name, and by the new one alone when he has another', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const [person] = await newsroom.people.list()
  const plan = { editorId: actor.id }
  const { id } = valueOf(await newsroom.stories.create(actor, { template: null, plan }))
  expect(await newsroom.search.find(person!.name)).toEqual([id])
  valueOf(await newsroom.people.save(actor, { ...person!, name: '陆远' }))
  expect(await newsroom.search.find('陆远')).toEqual([id])
  expect(await newsroom.search.find(person!.name)).toEqual([])
})

test('a second newsroom on the folder is refused', async () => {
  const { folder } = await temporaryNewsroom()
  expect(codeOf(await openNewsroom({ folder }))).toBe('store.in-use')
})

test('a folder that could not be filled is still new', async () => {
  const folder = temporaryFolder()
  let calls = 0
  const world = {
    now: () => new Date('2026-11-23T10:00:00.000Z'),
    newId: () => {
      // In the middle of the stories, as a crash would come.
      if (++calls > 30) throw new Error('power cut')
      return `id-${calls}`
    },
  }
  await expect(openNewsroom({ folder, begin: 'sample', world })).rejects.toThrow('power cut')
  const { newsroom } = await temporaryNewsroom({ folder, begin: 'empty' })
  expect(await newsroom.stories.budget(false)).toEqual([])
  expect((await newsroom.desk.open()).editions).toEqual([])
})
