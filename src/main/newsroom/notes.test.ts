import { Step } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { partsOf } from '../../shared/story/parts'
import { storySchema } from '../../shared/story/schema'
import type { Actor } from '../../shared/review/actor'
import { CollabWriter } from './collab-writer.testing'
import type { Newsroom } from './newsroom'
import { codeOf, countedWorld, eventsOf, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

async function written(newsroom: Newsroom, actor: Actor, text = '冬灌开闸放水') {
  const { id: storyId } = valueOf(await newsroom.stories.create(actor, { template: null, plan: {} }))
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(storyId)), actor.id, 'client')
  const send = async () => {
    while (await writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent))));
  }
  // Into the first part: positions are 1 and what follows.
  writer.type(0, text)
  await send()
  const note = (text: string, range: { from: number; to: number } | null, more = {}) =>
    newsroom.notes.write(actor, {
      id: `note ${text}`,
      storyId,
      audience: 'desk',
      version: writer.version,
      range,
      text,
      ...more,
    })
  return { storyId, writer, send, note }
}

/** Puts a step of somebody else on the log. */
async function logged(
  newsroom: Newsroom,
  actor: Actor,
  storyId: string,
  from: number,
  to: number,
  text: string,
) {
  const { version } = valueOf(await newsroom.authority.document(storyId))
  const content = text === '' ? {} : { slice: { content: [{ type: 'text', text }] } }
  const step = { stepType: 'replace', from, to, ...content }
  Step.fromJSON(storySchema, step)
  const sent = { id: storyId, version, clientId: `other ${version}`, sequence: 0, steps: [step] }
  expect(valueOf(await newsroom.authority.submit(actor, sent)).status).toBe('taken')
}

test('a note follows its text, is answered, settled, taken up again, and all of it is kept', async () => {
  const { newsroom, actor, folder } = await temporaryNewsroom({ world: countedWorld() })
  const { storyId, note } = await written(newsroom, actor)
  const events = eventsOf(newsroom)
  await events.next()
  const first = valueOf(await note('请核一下时间', { from: 3, to: 5 }))
  expect(first).toMatchObject({
    storyId,
    version: 1,
    notes: [{ audience: 'desk', quote: '开闸', place: { from: 3, to: 5, lost: null }, isSettled: false }],
  })
  expect((await events.next()).value).toEqual({ kind: 'notes', notes: first })
  const { id } = first.notes[0]!

  await logged(newsroom, actor, storyId, 1, 1, '今年')
  expect(valueOf(await newsroom.notes.of(storyId))).toMatchObject({
    version: 2,
    notes: [{ place: { from: 5, to: 7 } }],
  })
  await newsroom.notes.answer(actor, { id, text: '核过了' })
  await newsroom.notes.settle(actor, { id, isSettled: true })
  // Once more, because the answer got lost: it is settled once.
  await newsroom.notes.settle(actor, { id, isSettled: true })
  await newsroom.notes.settle(actor, { id, isSettled: false })
  await logged(newsroom, actor, storyId, 4, 8, '')
  await newsroom.close()

  const { newsroom: again } = await temporaryNewsroom({ folder })
  const [kept] = valueOf(await again.notes.of(storyId)).notes
  expect(kept).toMatchObject({
    quote: '开闸',
    place: { from: 4, to: 4, lost: { text: '开闸', size: 2 } },
    isSettled: false,
  })
  expect(kept!.entries.map(entry => [entry.kind, entry.text, entry.by])).toEqual([
    ['said', '请核一下时间', actor.id],
    ['said', '核过了', actor.id],
    ['settled', '', actor.id],
    ['reopened', '', actor.id],
  ])
  expect(kept!.entries.map(entry => entry.at)).toEqual(kept!.entries.map(entry => entry.at).toSorted())
})

test('a note written on an older version stands where its window saw it', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { storyId, note, writer } = await written(newsroom, actor)
  await logged(newsroom, actor, storyId, 1, 1, '今年')
  expect(writer.version).toBe(1)
  expect(valueOf(await note('时间', { from: 3, to: 5 })).notes).toMatchObject([
    { quote: '开闸', place: { from: 5, to: 7, lost: null } },
  ])
})

test('sent twice it is written once', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { note } = await written(newsroom, actor)
  await note('时间', { from: 3, to: 5 })
  expect(valueOf(await note('时间', { from: 3, to: 5 })).notes).toHaveLength(1)
})

test('the layout desk gets what is open and for it, of stories that are not in the trash', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { storyId, note } = await written(newsroom, actor)
  await note('给自己人', { from: 3, to: 5 })
  const told = valueOf(await note('照片请放大', null, { audience: 'layout' }))
  const { id } = told.notes[1]!
  expect(await newsroom.notes.forLayout()).toMatchObject([
    { id, storyId, quote: '', place: { from: 0, to: 0, lost: null } },
  ])
  valueOf(await newsroom.stories.trash(actor, [storyId]))
  expect(await newsroom.notes.forLayout()).toEqual([])
  valueOf(await newsroom.stories.restore(actor, [storyId]))
  expect(await newsroom.notes.forLayout()).toHaveLength(1)
  await newsroom.notes.settle(actor, { id, isSettled: true })
  expect(await newsroom.notes.forLayout()).toEqual([])
})

test('a note is no part of the text, of its counts or of its version', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { storyId, note } = await written(newsroom, actor)
  const before = valueOf(await newsroom.authority.open(storyId))
  await note('照片请放大', null, { audience: 'layout' })
  await note('时间', { from: 3, to: 5 })
  expect(valueOf(await newsroom.authority.open(storyId))).toEqual(before)
  expect(partsOf(valueOf(await newsroom.authority.document(storyId)).doc).kicker).toBe('冬灌开闸放水')
})

test('places are kept far on, so that a long story is followed once', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { storyId, note, writer, send } = await written(newsroom, actor)
  await note('时间', { from: 3, to: 5 })
  for (let n = 0; n < 450; n++) writer.type(0, '水')
  await send()
  const far = valueOf(await newsroom.notes.of(storyId))
  expect(far).toMatchObject({ version: 451, notes: [{ place: { from: 453, to: 455, lost: null } }] })
  expect(valueOf(await newsroom.notes.of(storyId))).toEqual(far)
})

test.each([
  ['of an unknown story', { storyId: 'none' }, 'story.unknown'],
  ['on a version that is not there yet', { version: 9 }, 'story.ahead'],
  ['on no text', { range: { from: 4, to: 4 } }, 'note.no-text'],
  ['beyond the text', { range: { from: 4, to: 4000 } }, 'note.no-text'],
])('no note is written %s', async (_, more, code) => {
  const { newsroom, actor } = await temporaryNewsroom()
  const { storyId, note } = await written(newsroom, actor)
  expect(codeOf(await note('时间', { from: 3, to: 5 }, more))).toBe(code)
  expect(valueOf(await newsroom.notes.of(storyId)).notes).toEqual([])
})

test('what nobody wrote cannot be answered or settled', async () => {
  const { newsroom, actor } = await temporaryNewsroom()
  expect(codeOf(await newsroom.notes.of('none'))).toBe('story.unknown')
  expect(codeOf(await newsroom.notes.answer(actor, { id: 'none', text: '？' }))).toBe('note.unknown')
  expect(codeOf(await newsroom.notes.settle(actor, { id: 'none', isSettled: true }))).toBe('note.unknown')
})
