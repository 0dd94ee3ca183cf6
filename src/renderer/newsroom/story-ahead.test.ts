import { expect, test } from 'vitest'
import type { NewsroomEvent, OpenedStory } from '../../shared/contract'
import { StoryAhead } from './story-ahead'

const steps = (id: string): NewsroomEvent => ({ kind: 'steps', id, steps: [] })

test.each<[what: string, events: NewsroomEvent[], opened: string[], calls: string[]]>([
  ['the story that was asked for', [], ['a'], ['a']],
  ['another story', [], ['b'], ['a', 'b']],
  ['the story twice', [], ['a', 'a'], ['a', 'a']],
  ['a story that somebody has written in since', [steps('a')], ['a'], ['a', 'a']],
  ['the story while somebody writes in another', [steps('b')], ['a'], ['a']],
])('opening %s', async (_, events, opened, calls) => {
  const asked: string[] = []
  const ahead = new StoryAhead(id => {
    asked.push(id)
    return Promise.resolve({ row: { id } } as OpenedStory)
  })
  ahead.ask('a')
  for (const event of events) ahead.hear(event)
  for (const id of opened) expect((await ahead.opened(id)).row.id).toBe(id)
  expect(asked).toEqual(calls)
})

test('nothing that was asked for before the line was down is used', async () => {
  let calls = 0
  const ahead = new StoryAhead(id =>
    Promise.resolve({ row: { id }, calls: ++calls } as unknown as OpenedStory),
  )
  ahead.ask('a')
  ahead.forget()
  expect(await ahead.opened('a')).toMatchObject({ calls: 2 })
})

test('a story that could not be read ahead says so to whoever opens it', async () => {
  const ahead = new StoryAhead(() => Promise.reject(new Error('no')))
  ahead.ask('a')
  await expect(ahead.opened('a')).rejects.toThrow('no')
})
