import { expect, test } from 'vitest'
import { codeOf, countedWorld, eventsOf, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

const cuts = [{ block: 1, start: 4, end: 9, text: '据了解，' }]

async function withStory() {
  const { newsroom, actor, folder } = await temporaryNewsroom({ world: countedWorld() })
  const story = valueOf(await newsroom.stories.create(actor, { template: null, plan: {} }))
  return { newsroom, actor, folder, storyId: story.id }
}

test('what is asked is open for everybody until somebody settles it, once', async () => {
  const { newsroom, actor, folder, storyId } = await withStory()
  const events = eventsOf(newsroom)
  await events.next()
  const request = valueOf(await newsroom.cutRequests.ask(actor, { storyId, pageId: null, lines: 2, cuts }))
  expect(request).toMatchObject({
    storyId,
    pageId: null,
    by: actor.id,
    lines: 2,
    cuts,
    state: 'open',
    settledBy: null,
  })
  expect((await events.next()).value).toEqual({ kind: 'cutRequest', request })
  expect(await newsroom.cutRequests.open()).toEqual([request])

  const { id } = request
  const settled = valueOf(await newsroom.cutRequests.settle(actor, { id, state: 'taken' }))
  expect(settled).toMatchObject({ state: 'taken', settledBy: actor.id, settledAt: expect.any(String) })
  expect((await events.next()).value).toEqual({ kind: 'cutRequest', request: settled })
  await events.return()
  // The same answer once more, because the first got lost.
  expect(valueOf(await newsroom.cutRequests.settle(actor, { id, state: 'taken' }))).toEqual(settled)
  expect(codeOf(await newsroom.cutRequests.settle(actor, { id, state: 'declined' }))).toBe('cut.settled')

  const second = valueOf(await newsroom.cutRequests.ask(actor, { storyId, pageId: null, lines: 1, cuts }))
  await newsroom.close()
  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(await again.cutRequests.open()).toEqual([second])
})

test.each([
  ['an unknown story', { storyId: 'none' }, 'story.unknown'],
  ['an unknown page', { pageId: 'none' }, 'page.unknown'],
  ['a passage of nothing', { cuts: [{ block: 0, start: 3, end: 3, text: '的' }] }, 'cut.empty'],
])('nothing is asked of %s', async (_, change, code) => {
  const { newsroom, actor, storyId } = await withStory()
  const order = { storyId, pageId: null, lines: 1, cuts }
  expect(codeOf(await newsroom.cutRequests.ask(actor, { ...order, ...change }))).toBe(code)
  expect(await newsroom.cutRequests.open()).toEqual([])
})

test('what nobody asked cannot be settled', async () => {
  const { newsroom, actor } = await withStory()
  expect(codeOf(await newsroom.cutRequests.settle(actor, { id: 'none', state: 'taken' }))).toBe('cut.unknown')
})
