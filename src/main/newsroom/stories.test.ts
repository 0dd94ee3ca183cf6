import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BudgetRow, ImportedPage, StoryPlan } from '../../shared/contract'
import { emptyParts } from '../../shared/story/parts'
import { CollabWriter } from './collab-writer.testing'
import {
  codeOf,
  countedWorld,
  eventsOf,
  temporaryFolder,
  temporaryNewsroom,
  valueOf,
} from './temporary-newsroom.testing'

test('numbers are given once and never again', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const make = async () => valueOf(await newsroom.stories.create(actor, { template: null, plan: {} }))
  const [first, second] = [await make(), await make()]
  valueOf(await newsroom.stories.trash(actor, [second.id]))
  expect([first.number, second.number, (await make()).number]).toEqual([1, 2, 3])
  const many = await Promise.all(Array.from({ length: 5 }, make))
  expect(many.map(row => row.number).toSorted()).toEqual([4, 5, 6, 7, 8])
})

test('every template makes a story of its kind', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  expect(newsroom.stories.templates.length).toBeGreaterThan(3)
  for (const { name, genre, parts } of newsroom.stories.templates) {
    const row = valueOf(await newsroom.stories.create(actor, { template: name, plan: {} }))
    expect([name, row.genre]).toEqual([name, genre])
    const [made] = await newsroom.stories.parts([row.id])
    expect(made!.parts.dateline).toBe(parts.dateline)
  }
})

test.each([
  ['an unknown template', { template: '没有' }, 'story.template'],
  ['an unknown editor', { plan: { editorId: 'nobody' } }, 'person.unknown'],
  ['an unknown edition', { plan: { editionId: 'none' } }, 'edition.unknown'],
])('nothing is made of %s', async (_, change, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  expect(codeOf(await newsroom.stories.create(actor, { template: null, plan: {}, ...change }))).toBe(code)
  expect(await newsroom.stories.budget(false)).toEqual([])
})

test('a plan changes what it names and nothing else', async () => {
  const { newsroom, actor } = await temporaryNewsroom({ world: countedWorld() })
  const plan = { slug: '灯', plannedLines: 40, note: '等图' }
  const row = valueOf(await newsroom.stories.create(actor, { template: null, plan }))
  const change = { slug: '那盏灯', plannedLines: null, note: undefined }
  const planned = valueOf(await newsroom.stories.plan(actor, { id: row.id, change }))
  const { changedAt } = planned
  expect(planned).toEqual({ ...row, slug: '那盏灯', plannedLines: null, changedAt, revision: 1 })
  expect(changedAt > row.changedAt).toBe(true)
  expect(await newsroom.stories.budget(false)).toEqual([planned])
  expect(codeOf(await newsroom.stories.plan(actor, { id: 'none', change: {} }))).toBe('story.unknown')
})

test('trash and restore move all or none, and twice is once', async () => {
  const { newsroom, actor } = await temporaryNewsroom({ world: countedWorld() })
  const made = [1, 2, 3].map(() => newsroom.stories.create(actor, { template: null, plan: {} }))
  const ids = (await Promise.all(made)).map(row => valueOf(row).id)
  expect(codeOf(await newsroom.stories.trash(actor, [...ids, 'none']))).toBe('story.unknown')
  expect(await newsroom.stories.budget(true)).toEqual([])
  const [trashed] = valueOf(await newsroom.stories.trash(actor, [ids[0]!, ids[0]!]))
  valueOf(await newsroom.stories.trash(actor, ids.slice(0, 2)))
  const trash = await newsroom.stories.budget(true)
  expect(trash.map(row => row.id)).toEqual(ids.slice(0, 2))
  expect(trash[0]!.trashedAt).toBe(trashed!.trashedAt)
  expect((await newsroom.stories.budget(false)).map(row => row.id)).toEqual(ids.slice(2))
  valueOf(await newsroom.stories.restore(actor, ids))
  expect((await newsroom.stories.budget(false)).map(row => row.id)).toEqual(ids)
})

test('every stored change of a row counts its revision up, and the row that is told of is the row as it is', async () => {
  const { newsroom, actor } = await temporaryNewsroom({ world: countedWorld() })
  const paperId = 'tabloid-6x11'
  const pages = [{ name: '要闻', paperId, templateId: null }]
  const edition = valueOf(await newsroom.editions.create(actor, { date: '2026-11-25', number: 1287, pages }))
  const events = eventsOf(newsroom)
  onTestFinished(async () => void (await events.return()))
  await events.next()
  const told = async (): Promise<BudgetRow> => {
    for (;;) {
      const event = (await events.next()).value!
      if (event.kind === 'rows') return event.rows[0]!
    }
  }
  const { id } = valueOf(await newsroom.stories.create(actor, { template: null, plan: {} }))
  const plan = (change: Partial<StoryPlan>) => newsroom.stories.plan(actor, { id, change })
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(id)), actor.id, 'editor')
  const type = () => {
    writer.type(0, '水到地头')
    return writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent)))
  }
  const acts = [
    async () => undefined,
    () => plan({ editionId: edition.id }),
    // The same again is written again.
    () => plan({ editionId: edition.id }),
    type,
    () => newsroom.stories.trash(actor, [id]),
    () => newsroom.stories.restore(actor, [id]),
    () => newsroom.editions.remove(actor, { id: edition.id }),
  ]
  for (const [revision, act] of acts.entries()) {
    await act()
    const row = await told()
    expect(row.revision).toBe(revision)
    expect(valueOf(await newsroom.authority.open(id)).row).toEqual(row)
  }
})

test('plans of many stories are changed all or none, and what is submitted keeps a version of each', async () => {
  const { newsroom, actor } = await temporaryNewsroom({ world: countedWorld() })
  const blank = () => ({ parts: emptyParts, plan: {} })
  const rows = valueOf(await newsroom.stories.addAll(actor, [blank(), blank(), blank()]))
  const change = { editorId: actor.id, state: 'first' as const, deadline: '2026-11-23T12:00:00.000Z' }
  const changes = rows.map(({ id }) => ({ id, change }))
  const refused = await newsroom.stories.planMany(actor, [...changes, { id: 'none', change }])
  expect(codeOf(refused)).toBe('story.unknown')
  expect(await newsroom.stories.budget(false)).toEqual(rows)
  const planned = valueOf(await newsroom.stories.planMany(actor, changes))
  expect(planned).toEqual(await newsroom.stories.budget(false))
  for (const row of planned) {
    expect(row).toMatchObject({ ...change, revision: 1 })
    expect(valueOf(await newsroom.versions.list(row.id)).map(version => version.name)).toEqual([
      '来稿',
      '初审',
    ])
  }
  // Each back to what it was.
  const back = rows.map(({ id, editorId, state, deadline }) => ({
    id,
    change: { editorId, state, deadline },
  }))
  const before = valueOf(await newsroom.stories.planMany(actor, back))
  expect(before.map(row => row.state)).toEqual(rows.map(row => row.state))
})

const imported: ImportedPage = {
  strap: '抓春耕',
  stories: [
    {
      kicker: '引题',
      headline: '主题',
      deck: null,
      dateline: '本报讯（记者 张三）',
      paragraphs: ['第一段。', '第二段。'],
      crossheads: [{ text: '小标题', before: 1 }],
      byline: null,
      credits: [],
      photos: [{ caption: '图说', credit: '史婉 摄' }],
    },
    {
      kicker: null,
      headline: '另一篇',
      deck: null,
      dateline: null,
      paragraphs: ['正文。'],
      crossheads: [],
      byline: '（王倩茹）',
      credits: [],
      photos: [],
    },
  ],
  photos: [{ caption: '无主的图', credit: '' }],
  leftover: [],
  changes: [],
}

test('imported stories come in whole, with the photos that belong to none', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const rows = valueOf(await newsroom.intake.acceptPage(actor, { imported, editionId: null, page: 2 }))
  expect(rows).toMatchObject([
    { genre: '消息', headline: '主题', author: '记者 张三', page: 2, note: '专题栏头：抓春耕', photos: 1 },
    { genre: '通讯', headline: '另一篇', author: '王倩茹', photos: 0 },
    { genre: '图片新闻', headline: '', photos: 1, photosWithoutCredit: 1 },
  ])
  const [first] = await newsroom.stories.parts([rows[0]!.id])
  expect(first!.parts).toMatchObject({
    kicker: '引题',
    dateline: '本报讯（记者 张三）',
    blocks: [
      { kind: 'paragraph', text: '第一段。' },
      { kind: 'crosshead', text: '小标题' },
      { kind: 'paragraph', text: '第二段。' },
      { kind: 'photo', caption: '图说', credit: '史婉 摄' },
    ],
  })
})

test('whom a text names stands in its row, and is read again from texts of before', async () => {
  const folder = temporaryFolder()
  const { newsroom, actor } = await temporaryNewsroom({ folder })
  const [row] = valueOf(await newsroom.intake.acceptPage(actor, { imported, editionId: null, page: 2 }))
  const people = [
    { name: '张三', post: '记者', writes: true, pictures: false },
    { name: '史婉', post: '', writes: false, pictures: true },
  ]
  expect(row!.people).toMatchObject(people)
  await newsroom.close()
  const db = new Sqlite(join(folder, 'newsroom.db'))
  db.exec('UPDATE story SET people = NULL')
  db.close()
  const again = await temporaryNewsroom({ folder })
  const rows = await again.newsroom.stories.budget(false)
  expect(rows.find(one => one.id === row!.id)!.people).toMatchObject(people)
})

test('of an import that cannot be taken whole nothing is taken', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const order = { imported, page: null }
  expect(codeOf(await newsroom.intake.acceptPage(actor, { ...order, editionId: 'none' }))).toBe(
    'edition.unknown',
  )
  expect(await newsroom.stories.budget(false)).toEqual([])
})
