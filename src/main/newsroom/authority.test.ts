import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { baseColumnOf } from '../../shared/budget/base-column'
import { defaultPaperId, paperOf } from '../../shared/page/paper'
import { intact, playLog } from '../../shared/story/log/play-steps'
import { emptyParts } from '../../shared/story/parts'
import type { Actor } from '../../shared/review/actor'
import { allPeople } from '../store/people'
import { openStore } from '../store/store'
import { Authority, type StepsSent } from './authority'
import { CollabWriter } from './collab-writer.testing'
import { EventHub } from './events'
import { foundEmpty } from './founding'
import type { Newsroom } from './newsroom'
import { insertStory } from './stories'
import {
  codeOf,
  countedWorld,
  eventsOf,
  temporaryFolder,
  temporaryNewsroom,
  valueOf,
} from './temporary-newsroom.testing'

async function newStory(newsroom: Newsroom, actor: Actor): Promise<string> {
  return valueOf(await newsroom.stories.create(actor, { template: null, plan: {} })).id
}

const submitTo = (newsroom: Newsroom, actor: Actor) => async (sent: StepsSent) =>
  valueOf(await newsroom.authority.submit(actor, sent))

async function writerOf(
  newsroom: Newsroom,
  actor: Actor,
  id: string,
  clientId: string,
): Promise<CollabWriter> {
  return new CollabWriter(valueOf(await newsroom.authority.open(id)), actor.id, clientId)
}

async function exchange(newsroom: Newsroom, actor: Actor, writers: readonly CollabWriter[]): Promise<void> {
  const submit = submitTo(newsroom, actor)
  for (const writer of writers) while (await writer.send(submit));
  for (const writer of writers) {
    writer.receive(valueOf(await newsroom.authority.stepsSince(writer.storyId, writer.version)))
  }
}

test('what is typed is in the document, the budget and the events', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const id = await newStory(newsroom, actor)
  const events = eventsOf(newsroom)
  expect((await events.next()).value).toEqual({ kind: 'hello' })
  const writer = await writerOf(newsroom, actor, id, 'a')
  writer.type(0, '冬灌开闸')
  await exchange(newsroom, actor, [writer])
  const { parts, version } = valueOf(await newsroom.authority.document(id))
  expect(version).toBe(1)
  expect(parts.kicker).toBe('冬灌开闸')
  expect((await events.next()).value).toMatchObject({
    kind: 'steps',
    id,
    steps: [{ version: 1, clientId: 'a' }],
  })
  expect((await events.next()).value).toMatchObject({
    kind: 'rows',
    rows: [{ id, version: 1, changedBy: actor.id }],
  })
  await events.return()
})

test('two writers who do not know of each other’s last words come to one document', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const edit = fc.record({
    writer: fc.nat(1),
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom('', '水', '县', '灯火', 'A1', '。'),
    split: fc.boolean(),
    exchange: fc.constantFrom('none', 'none', 'one', 'both'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 40 }), async edits => {
      const id = await newStory(newsroom, actor)
      const writers = [await writerOf(newsroom, actor, id, 'a'), await writerOf(newsroom, actor, id, 'b')]
      for (const { writer, where, text, split, exchange: how } of edits) {
        if (split) writers[writer]!.split(where)
        else writers[writer]!.type(where, text)
        if (how === 'one') await exchange(newsroom, actor, [writers[writer]!])
        if (how === 'both') await exchange(newsroom, actor, writers)
      }
      await exchange(newsroom, actor, writers)
      await exchange(newsroom, actor, writers)
      const { doc } = valueOf(await newsroom.authority.document(id))
      for (const writer of writers) expect(writer.doc.toJSON()).toEqual(doc.toJSON())
    }),
    { numRuns: 60 },
  )
})

test('a step sent twice is taken once, and the answer to the second brings it back', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const id = await newStory(newsroom, actor)
  const writer = await writerOf(newsroom, actor, id, 'a')
  writer.type(0, '水')
  const sent = writer.pending!
  expect(valueOf(await newsroom.authority.submit(actor, sent))).toMatchObject({ status: 'taken', version: 1 })
  // The acknowledgement was lost on its way: the window sends the same again.
  const again = valueOf(await newsroom.authority.submit(actor, sent))
  expect(again).toMatchObject({ status: 'behind', steps: [{ version: 1, clientId: 'a' }] })
  writer.type(0, '渠')
  await exchange(newsroom, actor, [writer])
  expect(valueOf(await newsroom.authority.document(id)).parts.kicker).toBe('渠水')
})

test('the same steps sent at the same moment are taken once', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const id = await newStory(newsroom, actor)
  const writer = await writerOf(newsroom, actor, id, 'a')
  writer.type(0, '水')
  const answers = await Promise.all([1, 2, 3].map(() => newsroom.authority.submit(actor, writer.pending!)))
  expect(answers.map(answer => valueOf(answer).status).toSorted()).toEqual(['behind', 'behind', 'taken'])
  expect(valueOf(await newsroom.authority.document(id)).version).toBe(1)
})

const insert = (from: number, content: unknown[]) => ({
  stepType: 'replace',
  from,
  to: from,
  slice: { content },
})
const good = insert(1, [{ type: 'text', text: '水' }])

const refused: readonly (readonly [why: string, change: Partial<StepsSent>, code: string])[] = [
  ['no such step', { steps: [{ stepType: 'format-disk' }] }, 'story.bad-steps'],
  ['no step at all', { steps: [{}] }, 'story.bad-steps'],
  ['positions that are words', { steps: [{ stepType: 'replace', from: 'a', to: 'b' }] }, 'story.bad-steps'],
  ['beyond the end', { steps: [insert(999, [{ type: 'text', text: 'x' }])] }, 'story.bad-steps'],
  ['before the beginning', { steps: [insert(-5, [{ type: 'text', text: 'x' }])] }, 'story.bad-steps'],
  ['half a position', { steps: [insert(1.5, [{ type: 'text', text: 'x' }])] }, 'story.bad-steps'],
  ['an unknown node', { steps: [insert(1, [{ type: 'script', text: 'x' }])] }, 'story.bad-steps'],
  ['empty text', { steps: [insert(1, [{ type: 'text', text: '' }])] }, 'story.bad-steps'],
  ['a second headline', { steps: [insert(2, [{ type: 'headline' }])] }, 'story.bad-steps'],
  [
    'a mark where none may be',
    { steps: [insert(1, [{ type: 'text', text: 'x', marks: [{ type: 'dateline' }] }])] },
    'story.bad-steps',
  ],
  ['an attribute of another kind', { steps: [insert(6, [photo({ width: 'wide' })])] }, 'story.bad-steps'],
  ['the second of two is bad', { steps: [good, insert(999, [])] }, 'story.bad-steps'],
  ['too long', { steps: [insert(1, [{ type: 'text', text: '长'.repeat(500_001) }])] }, 'story.too-long'],
  ['a version that nobody has', { version: 7 }, 'story.ahead'],
  ['a gap in the client’s numbers', { sequence: 3 }, 'story.out-of-order'],
  ['no such story', { id: 'none' }, 'story.unknown'],
]

function photo(attrs: Record<string, unknown>) {
  return { type: 'photo', attrs, content: [{ type: 'caption' }, { type: 'credit' }] }
}

test.each(refused)('refuses steps and keeps nothing: %s', async (_, change, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const id = await newStory(newsroom, actor)
  const sent = { id, version: 0, clientId: 'a', sequence: 0, steps: [good], ...change }
  expect(codeOf(await newsroom.authority.submit(actor, sent))).toBe(code)
  expect(valueOf(await newsroom.authority.open(id))).toMatchObject({ row: { version: 0 }, steps: [] })
  const taken = await newsroom.authority.submit(actor, {
    ...sent,
    id,
    version: 0,
    sequence: 0,
    steps: [good],
  })
  expect(valueOf(taken)).toMatchObject({ status: 'taken', version: 1 })
})

test('opening gives a document from 300 steps back or more, and every step since', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const id = await newStory(newsroom, actor)
  const writer = await writerOf(newsroom, actor, id, 'a')
  for (let step = 0; step < 950; step++) {
    writer.type(0, '水')
    if (step % 7 === 0) await exchange(newsroom, actor, [writer])
  }
  await exchange(newsroom, actor, [writer])
  const { row, snapshot, steps } = valueOf(await newsroom.authority.open(id))
  expect(row.version).toBe(950)
  expect(snapshot.version).toBeLessThanOrEqual(650)
  expect(snapshot.version).toBeGreaterThan(400)
  expect(steps.map(step => step.version)).toEqual(
    Array.from({ length: 950 - snapshot.version }, (_, at) => snapshot.version + at + 1),
  )
  expect(intact(playLog({ snapshot, steps })).doc.toJSON()).toEqual(writer.doc.toJSON())
})

const damages: readonly (readonly [what: string, sql: string])[] = [
  ['a letter of a step', `UPDATE step SET step = replace(step, '水', '火')`],
  ['who wrote it', `UPDATE step SET person_id = NULL`],
  ['when it was written', `UPDATE step SET at = '2020-01-01T00:00:00.000Z'`],
  ['a step that is gone', `DELETE FROM step WHERE version = 1`],
  ['the newest step is gone', `DELETE FROM step WHERE version = 2`],
  [
    'a letter of a snapshot',
    `UPDATE snapshot SET doc = replace(doc, 'kicker', 'headline') WHERE version = 0`,
  ],
  ['a snapshot that is gone', `DELETE FROM snapshot`],
]

test.each(damages)('sets a damaged story aside and opens the others: %s', async (_, sql) => {
  const first = await temporaryNewsroom()
  const id = await newStory(first.newsroom, first.actor)
  const writer = await writerOf(first.newsroom, first.actor, id, 'a')
  for (const letter of '水渠') {
    writer.type(0, letter)
    await exchange(first.newsroom, first.actor, [writer])
  }
  await first.newsroom.close()

  const file = new Sqlite(join(first.folder, 'newsroom.db'))
  file.exec(sql)
  file.close()

  const { newsroom, actor } = await temporaryNewsroom({ folder: first.folder })
  const other = await newStory(newsroom, actor)
  expect(codeOf(await newsroom.authority.open(id))).toBe('story.damaged')
  expect(codeOf(await newsroom.authority.document(id))).toBe('story.damaged')
  expect(valueOf(await newsroom.authority.open(other)).row.id).toBe(other)
  expect(await newsroom.stories.budget(false)).toHaveLength(2)
  expect(await newsroom.stories.parts([id, other])).toMatchObject([{ id: other }])
})

test('a full disk is told, what was stored stays, and storing goes on when there is room', async () => {
  const world = countedWorld()
  const store = valueOf(await openStore(temporaryFolder()))
  onTestFinished(() => store.close())
  const { tables } = store
  valueOf(await foundEmpty(tables, world))
  const actor = (await allPeople(tables))[0]!
  const { id } = await insertStory(
    tables,
    world,
    actor.id,
    emptyParts,
    {},
    baseColumnOf(paperOf(defaultPaperId)),
  )
  const authority = new Authority(tables, new EventHub(), world)
  // A limit of pages is as near to a full disk as SQLite offers without one.
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(tables)
  await sql`PRAGMA max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(tables)

  const long = insert(1, [{ type: 'text', text: '长'.repeat(20_000) }])
  const sent = { id, version: 0, clientId: 'a', sequence: 0, steps: [long] }
  expect(codeOf(await authority.submit(actor, sent))).toBe('store.full')
  expect(valueOf(await authority.open(id))).toMatchObject({ row: { version: 0 }, steps: [] })
  await sql`PRAGMA max_page_count = 1000000`.execute(tables)
  expect(valueOf(await authority.submit(actor, sent))).toMatchObject({ status: 'taken', version: 1 })
})
