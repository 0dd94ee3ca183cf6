import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { intact } from '../../shared/story/log/play-steps'
import type { NewsroomEvent } from '../../shared/contract'
import { partsOf } from '../../shared/story/parts'
import { storySchema } from '../../shared/story/schema'
import { handOf, wholeChanges } from '../../shared/story/trail/settle'
import { followSteps, trailFromJson } from '../../shared/story/trail/trail'
import type { Actor } from '../../shared/review/actor'
import { decisionsOf } from '../store/trails'
import { openStore } from '../store/store'
import { CollabWriter } from './collab-writer.testing'
import type { Newsroom } from './newsroom'
import { codeOf, eventsOf, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

async function written(newsroom: Newsroom, actor: Actor, text: string) {
  const { id } = valueOf(await newsroom.stories.create(actor, { template: null, plan: {} }))
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(id)), actor.id, 'client')
  const send = async () => {
    while (await writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent))));
  }
  writer.type(0.9, text)
  await send()
  return { id, writer, send }
}

/** The trail as a window makes it out, with the words of its changes. */
function told(newsroom: Newsroom, id: string) {
  return (async () => {
    const trail = valueOf(await newsroom.trails.open(id))!
    const { doc } = valueOf(await newsroom.authority.document(id))
    const own = trailFromJson(trail, doc)
    return wholeChanges(own).map(change => ({
      fromB: change.fromB,
      toB: change.toB,
      text: doc.textBetween(change.fromB, change.toB),
      by: handOf(change).by,
    }))
  })()
}

test('a trail tells what came after it began, and by whom', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await written(newsroom, actor, '冬灌开闸。')
  expect(valueOf(await newsroom.trails.open(id))).toBeNull()
  const begun = valueOf(await newsroom.trails.begin(actor, id))
  expect(begun).toMatchObject({ storyId: id, version: writer.version, changes: [], begunBy: actor.id })
  writer.type(0.9, '又')
  await send()
  expect(await told(newsroom, id)).toMatchObject([{ text: '又', by: actor.id }])
  // Begun again, it goes on.
  expect(valueOf(await newsroom.trails.begin(actor, id)).changes).toHaveLength(1)
})

test('what is agreed on moves into the base, with a record of it', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const { id, writer, send } = await written(newsroom, actor, '冬灌开闸。')
  valueOf(await newsroom.trails.begin(actor, id))
  writer.type(0.9, '又')
  await send()
  const [change] = await told(newsroom, id)
  const { fromB, toB } = change!
  const accepted = await newsroom.trails.accept(actor, {
    storyId: id,
    version: writer.version,
    changes: [{ fromB, toB }],
  })
  expect(valueOf(accepted).changes).toEqual([])
  const base = Node.fromJSON(storySchema, valueOf(accepted).base)
  expect(partsOf(base)).toEqual(partsOf(writer.doc))
  await newsroom.close()
  const store = valueOf(await openStore(folder))
  const decisions = await decisionsOf(store.tables, id)
  expect(decisions.map(({ kind, before, after, hand }) => ({ kind, before, after, hand }))).toEqual([
    { kind: 'begun', before: '', after: '', hand: null },
    { kind: 'accepted', before: '', after: '又', hand: actor.id },
  ])
  await store.close()
})

test('more than one call takes is agreed on in several, told at the same places', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await written(newsroom, actor, '一二三四五六七八')
  valueOf(await newsroom.trails.begin(actor, id))
  let start = 0
  writer.doc.descendants((node, pos) => {
    if (node.isText) start = pos
  })
  // A word apart from each other.
  for (const at of [7, 5, 3, 1]) writer.edit(writer.tr.insertText('新', start + at))
  await send()
  const places = (await told(newsroom, id)).map(({ fromB, toB }) => ({ fromB, toB }))
  expect(places).toHaveLength(4)
  const agree = (changes: typeof places) =>
    newsroom.trails.accept(actor, { storyId: id, version: writer.version, changes })
  expect(valueOf(await agree(places.slice(0, 2))).changes).toHaveLength(2)
  expect(valueOf(await agree(places.slice(2))).changes).toEqual([])
})

test.each<
  [
    string,
    (version: number) => Partial<{ by: string; storyId: string; version: number; fromB: number }>,
    string,
  ]
>([
  ['a story that is not there', () => ({ storyId: 'nothing' }), 'story.unknown'],
  ['an older version', version => ({ version: version - 1 }), 'trail.behind'],
  ['a change that is not there', () => ({ fromB: 1 }), 'trail.unknown-change'],
])('accepting fails for %s, and nothing is changed', async (_, wrong, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await written(newsroom, actor, '冬灌开闸。')
  valueOf(await newsroom.trails.begin(actor, id))
  writer.type(0.9, '又')
  await send()
  const [change] = await told(newsroom, id)
  const { fromB, ...rest } = {
    storyId: id,
    version: writer.version,
    fromB: change!.fromB,
    ...wrong(writer.version),
  }
  expect(
    codeOf(await newsroom.trails.accept(actor, { ...rest, changes: [{ fromB, toB: change!.toB }] })),
  ).toBe(code)
  expect(await told(newsroom, id)).toHaveLength(1)
})

test('without a trail nothing can be accepted, and ending does nothing', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer } = await written(newsroom, actor, '冬灌。')
  const sent = { storyId: id, version: writer.version, changes: [{ fromB: 1, toB: 2 }] }
  expect(codeOf(await newsroom.trails.accept(actor, sent))).toBe('trail.none')
  valueOf(await newsroom.trails.end(actor, id))
})

test('windows are told, in the order of the log', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await written(newsroom, actor, '冬灌开闸。')
  const stop = new AbortController()
  const seen: NewsroomEvent[] = []
  const listening = (async () => {
    for await (const event of eventsOf(newsroom, stop.signal)) {
      seen.push(event)
      if (event.kind === 'trail' && event.trail === null) return
    }
  })()
  valueOf(await newsroom.trails.begin(actor, id))
  writer.type(0.9, '又')
  await send()
  valueOf(await newsroom.trails.end(actor, id))
  await listening
  stop.abort()
  const kinds = seen
    .filter(event => event.kind === 'trail' || event.kind === 'steps')
    .map(event => event.kind)
  expect(kinds).toEqual(['trail', 'steps', 'trail'])
  expect(valueOf(await newsroom.trails.open(id))).toBeNull()
})

test('a trail that lies far behind follows the log after a restart', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom()
  const { id, writer, send } = await written(newsroom, actor, '冬灌开闸。')
  const begun = valueOf(await newsroom.trails.begin(actor, id))
  for (let n = 0; n < 230; n++) writer.type(0.5 + (n % 50) / 100, n % 7 === 0 ? '' : '字')
  await send()
  const before = valueOf(await newsroom.trails.open(id))
  await newsroom.close()
  const again = await temporaryNewsroom({ folder })
  const after = valueOf(await again.newsroom.trails.open(id))
  expect(after).toEqual(before)
  // The same as a window makes of the log from the beginning.
  const steps = valueOf(await again.newsroom.authority.stepsSince(id, begun.version))
  const own = intact(followSteps(trailFromJson(begun, Node.fromJSON(storySchema, begun.base)), steps))
  expect(own.changes.changes.map(change => change.toJSON())).toEqual(after!.changes)
})
