import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LoggedPageChange, PageState } from '../../shared/contract'
import { applyOps, type PageChange } from '../../shared/page/changes/page-change'
import type { PageOp } from '../../shared/page/changes/page-op'
import { anyOps } from '../../shared/page/changes/random-ops.testing'
import { adFrameDefaults, headDefaults, storyFrameDefaults } from '../../shared/page/frame-defaults'
import { pageLayoutSchema, type PageLayout } from '../../shared/page/layout'
import { PageWindow } from '../../shared/page/log/page-window.testing'
import { hashOf } from '../store/hash'
import type { Actor } from '../../shared/review/actor'
import type { Newsroom } from './newsroom'
import { lineTo } from './page-line.testing'
import {
  actorOf,
  codeOf,
  countedWorld,
  eventsOf,
  temporaryNewsroom,
  valueOf,
} from './temporary-newsroom.testing'

/** A newsroom with an edition of one page. */
async function withPage(options: Parameters<typeof temporaryNewsroom>[0] = {}) {
  const opened = await temporaryNewsroom(options)
  const { newsroom, actor } = opened
  const edition = valueOf(
    await newsroom.editions.create(actor, {
      date: '2026-11-25',
      number: 1287,
      pages: [{ name: '要闻', paperId: 'tabloid-6x11', templateId: null }],
    }),
  )
  return { ...opened, edition, pageId: edition.pages[0]!.id }
}

const ad = (id: string, column = 0): PageOp => ({
  op: 'add',
  frame: { ...adFrameDefaults, id, column, row: 20, columnSpan: 1, rowSpan: 4 },
  before: null,
})
const move = (frameId: string, column: number): PageOp => ({ op: 'set', frameId, fields: { column } })
const change = (id: string, ...ops: PageOp[]): PageChange => ({
  id: `change-${id}`,
  ops,
  undo: [],
  label: '移动文框',
  kind: 'do',
  of: null,
})
const columns = (layout: PageLayout) =>
  Object.fromEntries(layout.frames.filter(one => one.kind === 'ad').map(one => [one.id, one.column]))

const stateOf = async (newsroom: Newsroom, pageId: string): Promise<PageState> =>
  valueOf(await newsroom.pages.state(pageId))

test('changes are taken in order, told to every window, and there after a restart', async () => {
  const { newsroom, actor, folder, edition, pageId } = await withPage({ world: countedWorld() })
  const events = eventsOf(newsroom)
  expect((await events.next()).value).toEqual({ kind: 'hello' })
  const first = valueOf(
    await newsroom.pages.submit(actor, { pageId, changes: [change('a', ad('a')), change('b', ad('b', 2))] }),
  )
  expect(first.map(({ version, by: who }) => [version, who])).toEqual([
    [1, actor.id],
    [2, actor.id],
  ])
  expect((await events.next()).value).toEqual({ kind: 'page', pageId, changes: first })
  const [third] = valueOf(
    await newsroom.pages.submit(actor, { pageId, changes: [change('c', move('a', 4))] }),
  )
  await events.return()
  expect(columns((await stateOf(newsroom, pageId)).layout)).toEqual({ a: 4, b: 2 })
  expect(valueOf(await newsroom.pages.changesSince(pageId, 1))).toEqual([first[1], third])
  await newsroom.close()

  const { newsroom: again } = await temporaryNewsroom({ folder })
  const [page] = valueOf(await again.pages.open(edition.id)).states
  expect([page!.version, columns(page!.layout)]).toEqual([3, { a: 4, b: 2 }])
  expect(valueOf(await again.pages.changesSince(pageId, 0))).toEqual([...first, third])
})

test('a change is taken once, however often and however mixed it is sent', async () => {
  const { newsroom, actor, pageId } = await withPage()
  const [one, two, three] = [change('1', ad('a')), change('2', move('a', 1)), change('3', move('a', 2))]
  const send = async (...changes: PageChange[]) =>
    valueOf(await newsroom.pages.submit(actor, { pageId, changes }))
  const versions = (logged: LoggedPageChange[]) => logged.map(({ version }) => version)
  expect(versions(await send(one))).toEqual([1])
  expect(versions(await send(one, two))).toEqual([1, 2])
  expect(versions(await send(two, one))).toEqual([2, 1])
  expect(versions(await send(three, three))).toEqual([3, 3])
  const both = await Promise.all([send(change('4', move('a', 5))), send(change('4', move('a', 5)))])
  expect(both.map(versions)).toEqual([[4], [4]])
  const { version, layout } = await stateOf(newsroom, pageId)
  expect([version, columns(layout)]).toEqual([4, { a: 5 }])
  const logged = valueOf(await newsroom.pages.changesSince(pageId, 0))
  expect(logged.map(one => one.change.id)).toEqual(['change-1', 'change-2', 'change-3', 'change-4'])
})

test('the same change on two pages is two changes', async () => {
  const { newsroom, actor, edition, pageId } = await withPage()
  const page = { name: '综合', paperId: 'tabloid-6x11', templateId: null }
  const more = valueOf(await newsroom.editions.addPage(actor, { editionId: edition.id, page }))
  const changes = [change('1', ad('a'))]
  for (const id of [pageId, more.pages[1]!.id]) {
    expect(valueOf(await newsroom.pages.submit(actor, { pageId: id, changes }))[0]!.version).toBe(1)
  }
})

test.each([['an unknown page', { pageId: 'none' }, 'page.unknown']])(
  'nothing is taken for %s',
  async (_, order, code) => {
    const { newsroom, actor, pageId } = await withPage()
    const sent = { pageId, changes: [change('1', ad('a'))] }
    expect(codeOf(await newsroom.pages.submit(actor, { ...sent, ...order }))).toBe(code)
    expect((await stateOf(newsroom, pageId)).version).toBe(0)
  },
)

test('a window that knows more than the newsroom is told so', async () => {
  const { newsroom, pageId } = await withPage()
  expect(codeOf(await newsroom.pages.changesSince(pageId, 1))).toBe('page.ahead')
  expect(codeOf(await newsroom.pages.changesSince('none', 0))).toBe('page.unknown')
  expect(codeOf(await newsroom.pages.open('none'))).toBe('edition.unknown')
})

test('what one person did last can be asked for', async () => {
  const { newsroom, actor, pageId } = await withPage()
  const person = { id: null, name: '何青', roles: ['layout' as const], colour: '#1F4E8C', retired: false }
  const saved = valueOf(await newsroom.people.save(actor, person))
  const other = await actorOf(newsroom, saved.id)
  for (const [at, hand] of [actor, other, actor, actor].entries()) {
    valueOf(await newsroom.pages.submit(hand, { pageId, changes: [change(`${at}`, ad(`f${at}`))] }))
  }
  const recent = async (hand: Actor, limit: number) =>
    valueOf(await newsroom.pages.recent(hand, pageId, limit)).map(one => one.version)
  expect(await recent(actor, 500)).toEqual([1, 3, 4])
  expect(await recent(actor, 2)).toEqual([3, 4])
  expect(await recent(other, 500)).toEqual([2])
})

test('a page opens from its last snapshot, and its whole log stays', async () => {
  const { newsroom, actor, folder, pageId } = await withPage()
  const changes = [
    change('add', ad('a')),
    ...Array.from({ length: 149 }, (_, at) => change(`${at}`, move('a', at % 6))),
  ]
  for (let at = 0; at < changes.length; at += 40) {
    valueOf(await newsroom.pages.submit(actor, { pageId, changes: changes.slice(at, at + 40) }))
  }
  const before = await stateOf(newsroom, pageId)
  await newsroom.close()
  const file = new Sqlite(join(folder, 'newsroom.db'))
  expect(file.prepare('SELECT version FROM page').pluck().get()).toBe(120)
  file.close()
  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(await stateOf(again, pageId)).toEqual(before)
  expect(valueOf(await again.pages.changesSince(pageId, 0)).map(one => one.change.id)).toEqual(
    changes.map(one => one.id),
  )
})

const damages: readonly (readonly [what: string, sql: string])[] = [
  [
    'a change that reads otherwise',
    "UPDATE page_change SET change = replace(change, '移动', '挪动') WHERE version = 2",
  ],
  ['a change of another hand', 'UPDATE page_change SET person_id = NULL WHERE version = 2'],
  ['a change of another time', "UPDATE page_change SET at = '2026-11-24' WHERE version = 2"],
  ['a change that is gone', 'DELETE FROM page_change WHERE version = 2'],
  ['a snapshot that reads otherwise', "UPDATE page SET layout = replace(layout, '四开', '对开')"],
  ['a snapshot that is no layout', "UPDATE page SET layout = '[]', layout_hash = NULL"],
]

test.each(damages)('%s is told of, and other pages go on', async (_, sql) => {
  const { newsroom, actor, folder, edition, pageId } = await withPage()
  const page = { name: '综合', paperId: 'tabloid-6x11', templateId: null }
  const more = valueOf(await newsroom.editions.addPage(actor, { editionId: edition.id, page }))
  const changes = [1, 2, 3].map(at => change(`${at}`, ad(`f${at}`)))
  valueOf(await newsroom.pages.submit(actor, { pageId, changes }))
  await newsroom.close()
  const file = new Sqlite(join(folder, 'newsroom.db'))
  file.exec(
    `PRAGMA foreign_keys = OFF; ${sql}${sql.includes('page_change') ? ` AND page_id = '${pageId}'` : ` WHERE id = '${pageId}'`}`,
  )
  file.close()
  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(codeOf(await again.pages.state(pageId))).toBe('page.damaged')
  expect(codeOf(await again.pages.submit(actor, { pageId, changes: [change('9', ad('z'))] }))).toBe(
    'page.damaged',
  )
  const { states, damaged } = valueOf(await again.pages.open(edition.id))
  expect(states.map(state => state.pageId)).toEqual([more.pages[1]!.id])
  expect(damaged.map(one => [one.pageId, one.failure.code])).toEqual([[pageId, 'page.damaged']])
})

/** Puts an edition with one page and its log into a folder, as rows. */
function putPage(folder: string, layout: object, layoutHash: string | null, log: readonly LogRow[]): void {
  const file = new Sqlite(join(folder, 'newsroom.db'))
  file.exec(`INSERT INTO person (id, name, roles, colour) VALUES ('p', '周岚', '["layout"]', '#1F4E8C');
    INSERT INTO edition VALUES ('e', 1286, '2026-11-24');`)
  file
    .prepare(
      `INSERT INTO page (id, edition_id, number, name, layout, version, layout_hash, changed_at)
       VALUES ('p1', 'e', 1, '要闻', ?, 0, ?, 'now')`,
    )
    .run(JSON.stringify(layout), layoutHash && Buffer.from(layoutHash, 'hex'))
  const add = file.prepare(`INSERT INTO page_change VALUES ('p1', ?, ?, 'p', ?, ?, ?)`)
  for (const [at, { change, hash }] of log.entries()) {
    add.run(at + 1, `change-${at + 1}`, loggedAt, JSON.stringify(change), hash)
  }
  file.close()
}

const loggedAt = '2026-11-24T10:00:00.000Z'

interface LogRow {
  readonly change: object
  readonly hash: Uint8Array
}

/** A folder that was a newsroom's, closed. */
async function folderOf(): Promise<string> {
  const { newsroom, folder } = await temporaryNewsroom()
  await newsroom.close()
  return folder
}

test('a page and its log as the first version wrote them are read, composed and gone on with', async () => {
  const folder = await folderOf()
  const head = { size: '一号', kickerSize: '四号', deckSize: '四号', align: 'centre', lines: null }
  const frame = {
    id: 'f',
    kind: 'story',
    storyId: 's1',
    column: 0,
    row: 10,
    columnSpan: 3,
    rowSpan: 30,
    columns: 3,
    boxed: false,
    tint: false,
    head,
    photos: [],
    looseness: 0,
    ruleAbove: 'none',
    ruleRight: 'none',
  }
  const rest = { kind: 'do', of: null }
  const set = (size: string) => [{ op: 'set', frameId: 'f', fields: { head: { ...head, size } } }]
  const ops = [{ op: 'add', frame, before: null }]
  const undo = [{ op: 'remove', frameId: 'f' }]
  const hex = (hash: string) => Buffer.from(hash, 'hex')
  // The hashes are those that it wrote, over its own words.
  putPage(
    folder,
    { paperId: 'tabloid-6x11', frames: [] },
    '63c9565b5f13ab996fe931024ac7f85ef9b9d430a3d74bfa4fba72ade0c82a29',
    [
      {
        change: { id: 'change-1', ops, undo, label: '上版', ...rest },
        hash: hex('6491c325c4c5799aafd7846ee8a5f2f030d02075dd4d4b671f8b19c63cb761ab'),
      },
      {
        change: { id: 'change-2', ops: set('小初'), undo: set('一号'), label: '改标题', ...rest },
        hash: hex('daf07977acc3ec2bfef1e108deeeffa77c5cd4075c67d2d03565e7207d3eea4d'),
      },
    ],
  )
  const { newsroom } = await temporaryNewsroom({ folder })
  const shown = async () => valueOf(await newsroom.pageViews.view('p1')).layout.frames[0]
  expect(await shown()).toEqual({
    ...storyFrameDefaults,
    ...frame,
    head: { ...headDefaults, ...head, size: '小初' },
  })
  const [, second] = valueOf(await newsroom.pages.changesSince('p1', 0))
  const back: PageChange = {
    ...second!.change,
    id: 'change-3',
    ops: second!.change.undo,
    kind: 'undo',
    of: 'change-2',
  }
  valueOf(await newsroom.pages.submit(await actorOf(newsroom, 'p'), { pageId: 'p1', changes: [back] }))
  expect(await shown()).toMatchObject({ head: { ...headDefaults, size: '一号' } })
})

test('a log that cannot be read is told of wherever its page is asked for', async () => {
  const folder = await folderOf()
  const unread = { id: 'change-1', format: 1000 }
  const hash = hashOf(null, 'p1', 1, 'change-1', 'p', loggedAt, JSON.stringify(unread))
  putPage(folder, { paperId: 'tabloid-6x11', frames: [] }, null, [{ change: unread, hash }])
  const { newsroom } = await temporaryNewsroom({ folder })
  const { pages, pageSettings, pageViews, signing, output, editions } = newsroom
  const actor = await actorOf(newsroom, 'p')
  const page = { name: '综合', paperId: 'tabloid-6x11', templateId: null }
  const more = valueOf(await editions.addPage(actor, { editionId: 'e', page })).pages[1]!.id
  const asked = {
    state: await pages.state('p1'),
    submit: await pages.submit(actor, { pageId: 'p1', changes: [change('9', ad('z'))] }),
    changesSince: await pages.changesSince('p1', 0),
    recent: await pages.recent(actor, 'p1', 10),
    view: await pageViews.view('p1'),
    together: await pageViews.ofOneEdition([more, 'p1']),
    sign: await signing.sign(actor, 'p1'),
    saveTemplate: await pageSettings.saveTemplate(actor, { pageId: 'p1', name: '四栏' }),
    proof: await output.pageProof('p1'),
    removeEdition: await editions.remove(actor, { id: 'e' }),
  }
  for (const [what, result] of Object.entries(asked))
    expect([what, codeOf(result)]).toEqual([what, 'page.damaged'])
  expect(asked.state).toMatchObject({ failure: { message: expect.stringContaining('已先搁置') as string } })
  expect((await pages.state(more)).ok).toBe(true)
})

const windowAt = async (newsroom: Newsroom, actor: Actor, place: PageWindow['place']) => {
  const window = new PageWindow(lineTo(newsroom, actor), place, actor.id)
  await window.open()
  return window
}

/** Somebody else of the newsroom. */
async function colleague(newsroom: Newsroom, actor: Actor): Promise<Actor> {
  const person = { id: null, name: '何青', roles: ['layout' as const], colour: '#1F4E8C', retired: false }
  return actorOf(newsroom, valueOf(await newsroom.people.save(actor, person)).id)
}

test('undoing one’s own change leaves the other’s alone', async () => {
  const { newsroom, actor, edition, pageId } = await withPage()
  const place = { editionId: edition.id, pageId }
  const mine = await windowAt(newsroom, actor, place)
  const theirs = await windowAt(newsroom, await colleague(newsroom, actor), place)
  const exchange = async () => {
    for (const window of [mine, theirs]) await window.settle()
    for (const window of [mine, theirs]) await window.back()
  }
  mine.change(ad('x', 1), ad('y', 1))
  await exchange()
  mine.change(move('x', 3), { op: 'set', frameId: 'y', fields: { label: '公益广告' } })
  theirs.change(move('y', 5))
  await exchange()
  mine.undo()
  await exchange()
  for (const { layout } of [mine, theirs, await stateOf(newsroom, pageId)]) {
    expect(columns(layout)).toEqual({ x: 1, y: 5 })
    expect(layout.frames.find(frame => frame.id === 'y')).toMatchObject({ label: '广告' })
  }
})

test('two hands with whatever they do come to one page, which is the fold of its log', async () => {
  const act = fc.oneof(
    { weight: 4, arbitrary: anyOps.map(ops => ({ does: 'change' as const, ops })) },
    { weight: 2, arbitrary: fc.constantFrom({ does: 'undo' as const }, { does: 'redo' as const }) },
    { weight: 3, arbitrary: fc.constantFrom({ does: 'turn' as const }, { does: 'catch up' as const }) },
    // The line goes, or an answer never comes: what was taken is sent again.
    { weight: 1, arbitrary: fc.constantFrom({ does: 'down' as const }, { does: 'lose' as const }) },
  )
  const { newsroom, actor } = await withPage()
  const actors = [actor, await colleague(newsroom, actor)]
  let rounds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), act), { maxLength: 30 }), async script => {
      const page = { name: '', paperId: 'tabloid-6x11', templateId: null }
      const made = valueOf(
        await newsroom.editions.create(actor, { date: day(++rounds), number: 2000 + rounds, pages: [page] }),
      )
      const place = { editionId: made.id, pageId: made.pages[0]!.id }
      const begun = await stateOf(newsroom, place.pageId)
      const windows = await Promise.all(actors.map(one => windowAt(newsroom, one, place)))
      let done = 0
      for (const [at, step] of script) {
        const window = windows[at]!
        if (step.does === 'change' && window.change(...step.ops)) done++
        if (step.does === 'undo') window.undo()
        if (step.does === 'redo') window.redo()
        if (step.does === 'turn') await window.turn()
        if (step.does === 'catch up') await window.back()
        if (step.does === 'down') window.line = 'down'
        if (step.does === 'lose') window.line = 'answers lost'
      }
      for (const window of windows) await window.back()
      // Who came first has not seen what the other delivered after him.
      for (const window of windows) await window.back()

      const log = valueOf(await newsroom.pages.changesSince(place.pageId, 0))
      const fold = log.reduce((layout, one) => applyOps(layout, one.change.ops), begun.layout)
      const now = await stateOf(newsroom, place.pageId)
      expect(now).toEqual({ pageId: place.pageId, version: log.length, layout: fold })
      for (const window of windows) {
        expect([window.pending, window.lost]).toEqual([0, []])
        expect(window.layout).toEqual(fold)
      }
      expect(new Set(log.map(one => one.change.id)).size).toBe(log.length)
      expect(log.filter(one => one.change.kind === 'do')).toHaveLength(done)
      expect(pageLayoutSchema.safeParse(now.layout).success).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const day = (after: number) => new Date(Date.UTC(2027, 0, 1) + after * 86_400_000).toISOString().slice(0, 10)
