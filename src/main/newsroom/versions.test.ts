import { Node } from 'prosemirror-model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intact } from '../../shared/story/log/play-steps'
import { partsOf } from '../../shared/story/parts'
import { storySchema } from '../../shared/story/schema'
import { followSteps, startTrail } from '../../shared/story/trail/trail'
import type { Actor } from '../../shared/review/actor'
import { CollabWriter } from './collab-writer.testing'
import type { Newsroom } from './newsroom'
import { codeOf, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

async function writerOn(newsroom: Newsroom, actor: Actor) {
  const { id } = valueOf(await newsroom.stories.create(actor, { template: null, plan: {} }))
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(id)), actor.id, 'client')
  const send = async () => {
    while (await writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent))));
  }
  return { id, writer, send }
}

test('a submit, a review and a name are versions, and the beginning is the first', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await writerOn(newsroom, actor)
  writer.type(0.9, '冬灌开闸。')
  await send()
  valueOf(await newsroom.stories.plan(actor, { id, change: { state: 'editing' } }))
  // The same state again is no version.
  valueOf(await newsroom.stories.plan(actor, { id, change: { state: 'editing', note: '快' } }))
  writer.type(0.9, '又')
  await send()
  valueOf(await newsroom.versions.keep(actor, { storyId: id, name: ' 二稿 ' }))
  valueOf(await newsroom.stories.plan(actor, { id, change: { state: 'first' } }))
  const versions = valueOf(await newsroom.versions.list(id))
  expect(versions.map(({ name, kind, version }) => [name, kind, version])).toEqual([
    ['来稿', 'created', 0],
    ['编辑中', 'state', 1],
    ['二稿', 'named', 2],
    ['初审', 'state', 2],
  ])
})

test('two versions are compared by the steps between them', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await writerOn(newsroom, actor)
  for (const text of ['冬灌', '开闸', '了']) {
    writer.type(0.9, text)
    await send()
  }
  const { doc, steps } = valueOf(await newsroom.versions.between(id, 1, 3))
  const trail = intact(followSteps(startTrail(1, Node.fromJSON(storySchema, doc)), steps))
  expect(partsOf(trail.doc)).toEqual(partsOf(writer.doc))
  expect(valueOf(await newsroom.versions.between(id, 1, null))).toEqual({ doc, steps })
  expect(codeOf(await newsroom.versions.between(id, 2, 4))).toBe('version.unknown')
  expect(codeOf(await newsroom.versions.between(id, 4, null))).toBe('version.unknown')
  expect(codeOf(await newsroom.versions.between(id, 3, 1))).toBe('version.unknown')
})

test('an old text is put back as work of its own, and what came between stays in the log', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await writerOn(newsroom, actor)
  writer.type(0.9, '冬灌开闸。')
  await send()
  const old = writer.doc
  valueOf(await newsroom.versions.keep(actor, { storyId: id, name: '头一稿' }))
  writer.type(0.9, '写坏了')
  writer.split(0.9)
  await send()
  const spoilt = writer.doc
  const row = valueOf(await newsroom.versions.restore(actor, { storyId: id, version: 1 }))
  expect(row.version).toBe(writer.version + 1)
  expect(valueOf(await newsroom.authority.document(id)).doc.eq(old)).toBe(true)
  expect(valueOf(await newsroom.versions.list(id)).at(-1)).toMatchObject({
    name: '恢复到头一稿',
    kind: 'restored',
  })
  // Restored again, nothing differs: no step, but it is told.
  expect(valueOf(await newsroom.versions.restore(actor, { storyId: id, version: 1 })).version).toBe(
    row.version,
  )
  expect(valueOf(await newsroom.versions.timeline(id))).toMatchObject([
    { by: actor.id, fromVersion: 0, toVersion: row.version },
  ])
  // What stood there before is a version too, and comes back.
  const before = valueOf(await newsroom.versions.list(id)).at(-3)!
  expect(before).toMatchObject({ name: '恢复前', version: writer.version, by: actor.id })
  valueOf(await newsroom.versions.restore(actor, { storyId: id, version: before.version }))
  expect(valueOf(await newsroom.authority.document(id)).doc.eq(spoilt)).toBe(true)
  expect(valueOf(await newsroom.versions.list(id)).filter(({ name }) => name === '恢复前')).toHaveLength(1)
})

test.each([
  ['a version that is not there', { version: 99 }, 'version.unknown'],
  ['a story that is not there', { storyId: 'nothing' }, 'story.unknown'],
])('restoring fails for %s', async (_, wrong, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { id, writer, send } = await writerOn(newsroom, actor)
  writer.type(0.9, '冬灌')
  await send()
  expect(codeOf(await newsroom.versions.restore(actor, { storyId: id, version: 0, ...wrong }))).toBe(code)
})

test('every version of any story can be put back', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const edit = fc.record({
    where: fc.integer({ min: 0, max: 99 }),
    what: fc.constantFrom('字', '冬灌', '', '¶'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 12 }), async edits => {
      const { id, writer, send } = await writerOn(newsroom, actor)
      const docs = [writer.doc]
      for (const { where, what } of edits) {
        if (what === '¶') writer.split(where / 100)
        else writer.type(where / 100, what)
        await send()
        while (docs.length <= writer.version) docs.push(writer.doc)
      }
      const version = Math.floor(docs.length / 2)
      const { doc } = valueOf(await newsroom.versions.between(id, version, version))
      valueOf(await newsroom.versions.restore(actor, { storyId: id, version }))
      const now = valueOf(await newsroom.authority.document(id)).doc
      expect(now.eq(Node.fromJSON(storySchema, doc))).toBe(true)
    }),
    { numRuns: 40 },
  )
})
