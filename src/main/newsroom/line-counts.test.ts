import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BudgetRow, Edition, NewsroomEvent } from '../../shared/contract'
import { baseColumnOf } from '../../shared/budget/base-column'
import { countLines } from '../../shared/budget/story-lines'
import { paperOf, papers, type Paper } from '../../shared/page/paper'
import { emptyParts, partsOf, type StoryParts } from '../../shared/story/parts'
import type { Actor } from '../../shared/review/actor'
import { CollabWriter } from './collab-writer.testing'
import type { Newsroom } from './newsroom'
import { eventsOf, temporaryFolder, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

const tabloid = paperOf('tabloid-6x11')
const broadsheet = paperOf('broadsheet-8x13')

const sentence = '清水河干渠一号闸门缓缓提起，渠水顺着斗渠流进麦田。今年冬灌比去年提前5天。'
const parts: StoryParts = {
  ...emptyParts,
  dateline: '本报讯',
  blocks: [5, 3, 1].map(times => ({ kind: 'paragraph', text: sentence.repeat(times) })),
  byline: '（沈一禾）',
}
const linesOn = (paper: Paper, of: StoryParts = parts) => countLines(of, baseColumnOf(paper)).lines

/** A newsroom with an edition for each list of papers, a page on each, the first the day after the others. */
async function newsroomOf(...editions: readonly (readonly Paper[])[]) {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const made: Edition[] = []
  for (const [at, of] of editions.entries()) {
    const pages = of.map(paper => ({ name: '', paperId: paper.id, templateId: null }))
    const order = { date: `2026-11-${20 + at}`, number: at + 1, pages }
    made.push(valueOf(await newsroom.editions.create(actor, order)))
  }
  const told: BudgetRow[][] = []
  const leave =
    newsroom.lineCounts && listen(newsroom, event => event.kind === 'rows' && told.push(event.rows))
  onTestFinished(leave)
  const write = async (editionId: string | null = null, page: number | null = null) =>
    valueOf(await newsroom.stories.addAll(actor, [{ parts, plan: { editionId, page } }]))[0]!
  const rows = async () => {
    await newsroom.lineCounts.settle()
    return newsroom.stories.budget(false)
  }
  return { newsroom, actor, folder, editions: made, told, write, rows }
}

function listen(newsroom: Newsroom, hear: (event: NewsroomEvent) => void): () => void {
  const end = new AbortController()
  void (async () => {
    for await (const event of eventsOf(newsroom, end.signal)) hear(event)
  })()
  return () => end.abort()
}

test('the papers of these tests take other numbers of lines', () => {
  expect(linesOn(broadsheet)).toBeLessThan(linesOn(tabloid))
})

test('a broadsheet newsroom counts every story in its own columns', async () => {
  const { editions, write } = await newsroomOf([broadsheet, broadsheet])
  const [edition] = editions
  for (const row of [await write(), await write(edition!.id), await write(edition!.id, 2)]) {
    expect(row.lines).toBe(linesOn(broadsheet))
    expect(row.baseColumn).toEqual(baseColumnOf(broadsheet))
  }
})

test('what is typed is counted in the columns of the story’s paper', async () => {
  const { newsroom, actor, editions, write } = await newsroomOf([broadsheet])
  const { id } = await write(editions[0]!.id, 1)
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(id)), actor.id, 'window')
  for (const text of ['水', sentence]) {
    writer.type(0.5, text)
    await writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent)))
    const [row] = await newsroom.stories.budget(false)
    expect(row!.lines).toBe(linesOn(broadsheet, partsOf(writer.doc)))
  }
})

test('a story that moves to an edition of another paper is counted there at once', async () => {
  const { newsroom, actor, editions, write } = await newsroomOf([tabloid], [broadsheet])
  const [small, large] = editions
  const row = await write(small!.id, 1)
  expect(row.lines).toBe(linesOn(tabloid))
  const move = async (editionId: string | null) =>
    valueOf(await newsroom.stories.plan(actor, { id: row.id, change: { editionId } }))
  expect((await move(large!.id)).lines).toBe(linesOn(broadsheet))
  expect((await move(null)).lines).toBe(linesOn(tabloid))
  const [kept] = await newsroom.stories.budget(false)
  expect(kept).toMatchObject({ lines: linesOn(tabloid), baseColumn: baseColumnOf(tabloid) })
})

test('a page of an edition may have columns of its own', async () => {
  const { newsroom, actor, editions, write } = await newsroomOf([tabloid, broadsheet])
  const row = await write(editions[0]!.id, 1)
  const counted = async (page: number | null) =>
    valueOf(await newsroom.stories.plan(actor, { id: row.id, change: { page } })).lines
  expect([await counted(2), await counted(null), await counted(9)]).toEqual([
    linesOn(broadsheet),
    linesOn(tabloid),
    linesOn(tabloid),
  ])
})

test.each([2, 45])('%i stories that move at once are all counted where they go', async count => {
  const { newsroom, actor, editions, rows } = await newsroomOf([tabloid], [broadsheet])
  const [small, large] = editions
  const plan = { editionId: small!.id, page: 1 }
  const made = valueOf(
    await newsroom.stories.addAll(
      actor,
      Array.from({ length: count }, () => ({ parts, plan })),
    ),
  )
  const changes = made.map(({ id }) => ({ id, change: { editionId: large!.id } }))
  valueOf(await newsroom.stories.planMany(actor, changes))
  expect((await rows()).map(row => row.lines)).toEqual(made.map(() => linesOn(broadsheet)))
})

test('what stays on its paper keeps its lines, its revision counted once', async () => {
  const { newsroom, actor, editions, write } = await newsroomOf([tabloid], [tabloid])
  const row = await write(editions[0]!.id, 1)
  const moved = valueOf(
    await newsroom.stories.plan(actor, { id: row.id, change: { editionId: editions[1]!.id } }),
  )
  expect(moved.revision).toBe(row.revision + 1)
  expect(moved.lines).toBe(row.lines)
})

test('when a page gets another paper its stories are counted anew, each told, nobody’s name on them', async () => {
  const { newsroom, actor, editions, told, write, rows } = await newsroomOf([tabloid, tabloid])
  const [edition] = editions
  const first = await write(edition!.id, 1)
  const second = await write(edition!.id, 2)
  const unplaced = await write()
  const ops = [{ op: 'paper' as const, paper: broadsheet }]
  const change = { id: 'c', ops, undo: [], label: '换规格', kind: 'do' as const, of: null }
  await newsroom.lineCounts.settle()
  told.length = 0
  valueOf(await newsroom.pages.submit(actor, { pageId: edition!.pages[1]!.id, changes: [change] }))
  const lines = new Map((await rows()).map(row => [row.id, row]))
  expect(lines.get(second.id)).toEqual({
    ...second,
    lines: linesOn(broadsheet),
    baseColumn: baseColumnOf(broadsheet),
    revision: second.revision + 1,
  })
  expect(lines.get(first.id)).toEqual(first)
  expect(lines.get(unplaced.id)).toEqual(unplaced)
  await expect.poll(() => told.flat().map(row => row.id)).toEqual([second.id])
})

test.each<[string, (newsroom: Newsroom, actor: Actor) => Promise<unknown>]>([
  [
    'another paper becomes the usual one',
    async ({ pageSettings }) => valueOf(await pageSettings.setUsualPaper(broadsheet.id)),
  ],
  [
    'the usual paper gets other columns',
    async ({ pageSettings }, actor) =>
      valueOf(await pageSettings.savePaper(actor, { ...broadsheet, id: tabloid.id, name: '本报' })),
  ],
  [
    'all but one paper are taken off',
    async ({ pageSettings }, actor) => {
      for (const { id } of papers.filter(paper => paper.id !== broadsheet.id)) {
        valueOf(await pageSettings.removePaper(actor, id))
      }
    },
  ],
])('stories without an edition are counted anew when %s', async (_, act) => {
  const { newsroom, actor, editions, write, rows } = await newsroomOf([tabloid])
  const unplaced = await write()
  const placed = await write(editions[0]!.id, 1)
  await act(newsroom, actor)
  const lines = new Map((await rows()).map(row => [row.id, row.lines]))
  expect(lines.get(unplaced.id)).toBe(linesOn(broadsheet))
  // Pages own their paper: what was made stays as it was.
  expect(lines.get(placed.id)).toBe(placed.lines)
})

test('the stories of an edition that is taken away are counted where they fall', async () => {
  const { newsroom, actor, editions, write, rows } = await newsroomOf([tabloid], [broadsheet])
  const planned = await Promise.all([write(editions[1]!.id), write(editions[1]!.id)])
  expect(planned.map(row => row.lines)).toEqual([linesOn(broadsheet), linesOn(broadsheet)])
  valueOf(await newsroom.editions.remove(actor, { id: editions[1]!.id }))
  expect((await rows()).map(row => row.lines)).toEqual([linesOn(tabloid), linesOn(tabloid)])
})

test('more stories than one event tells of are all counted', async () => {
  const { newsroom, actor, write, rows } = await newsroomOf([tabloid])
  valueOf(
    await newsroom.stories.addAll(
      actor,
      Array.from({ length: 55 }, () => ({ parts, plan: {} })),
    ),
  )
  const trashed = await write()
  valueOf(await newsroom.stories.trash(actor, [trashed.id]))
  valueOf(await newsroom.pageSettings.setUsualPaper(broadsheet.id))
  const counted = [...(await rows()), ...(await newsroom.stories.budget(true))]
  expect(counted).toHaveLength(56)
  expect(new Set(counted.map(row => row.lines))).toEqual(new Set([linesOn(broadsheet)]))
})

test('a newsroom that was counted at another measure counts itself anew when it opens', async () => {
  const folder = temporaryFolder()
  const { newsroom, actor } = await temporaryNewsroom({ folder })
  const page = { name: '', paperId: broadsheet.id, templateId: null }
  const edition = valueOf(
    await newsroom.editions.create(actor, { date: '2026-11-25', number: 1, pages: [page] }),
  )
  const plan = { editionId: edition.id, page: 1 }
  const [row] = valueOf(await newsroom.stories.addAll(actor, [{ parts, plan }]))
  await newsroom.close()
  const db = new Sqlite(join(folder, 'newsroom.db'))
  db.prepare('UPDATE story SET base_column = ?, lines = 99').run(JSON.stringify(baseColumnOf(tabloid)))
  db.close()
  const again = (await temporaryNewsroom({ folder })).newsroom
  await again.lineCounts.settle()
  expect(await again.stories.budget(false)).toEqual([{ ...row, revision: row!.revision + 1 }])
})
