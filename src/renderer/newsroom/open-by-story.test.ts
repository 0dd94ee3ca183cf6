import { describe, expect, test } from 'vitest'
import { OpenByStory } from './open-by-story'

interface Note {
  readonly id: string
  readonly storyId: string
  readonly at: string
  readonly isSettled: boolean
  readonly revision: number
}
type Event = { readonly kind: 'hello' } | { readonly kind: 'note'; readonly note: Note }

/** A note of a story: `a1` is the first of story a, `a1!` the same settled. */
const note = (said: string): Note => ({
  id: said.slice(0, 2),
  storyId: said[0]!,
  at: `2026-11-24T10:00:0${said[1]}.000Z`,
  isSettled: said.endsWith('!'),
  revision: said.endsWith('!') ? 2 : 1,
})
const notes = (...said: readonly string[]): Note[] => said.map(note)
const hello: Event = { kind: 'hello' }
const told = (said: string): Event => ({ kind: 'note', note: note(said) })

/** A newsroom that answers when it is told to. */
function newsroom() {
  const watchers: ((event: Event) => void)[] = []
  const asked: { answer(open: readonly Note[]): void; refuse(): void }[] = []
  const open = new OpenByStory<Note, Event>({
    read: () =>
      new Promise((answer, reject) => asked.push({ answer, refuse: () => reject(new Error('down')) })),
    watch: watcher => watchers.push(watcher),
    toldBy: event => (event.kind === 'note' ? [event.note] : []),
    isNewer: (one, than) => one.revision > than.revision,
    isOpen: one => !one.isSettled,
    openedAt: one => one.at,
  })
  open.follow()
  return {
    open,
    asked,
    says: (event: Event) => watchers.forEach(watcher => watcher(event)),
    ids: (storyId: string | null) => open.of(storyId).map(({ id }) => id),
    /** Lets the newsroom's answers arrive. */
    settle: () => new Promise(resolve => setTimeout(resolve)),
  }
}

describe('what is open, by story', () => {
  test('is read once, however many look at it, and stands oldest first', async () => {
    const { open, asked, settle, ids } = newsroom()
    open.follow()
    expect(asked.length).toBe(1)
    asked[0]!.answer(notes('a3', 'b2', 'a1'))
    await settle()
    expect([ids('a'), ids('b'), ids('c'), ids(null)]).toEqual([['a1', 'a3'], ['b2'], [], []])
  })

  test('follows what the newsroom tells, and goes when the last is settled', async () => {
    const { open, asked, settle, says, ids } = newsroom()
    asked[0]!.answer(notes('a1'))
    await settle()
    says(told('a2'))
    expect(ids('a')).toEqual(['a1', 'a2'])
    open.show(notes('a1!', 'a2!'))
    expect(ids('a')).toEqual([])
  })

  test('is not brought back by an answer that was overtaken, nor by an event', async () => {
    const { asked, settle, says, ids } = newsroom()
    says(told('a1!'))
    says(told('a2'))
    asked[0]!.answer(notes('a1', 'a3'))
    await settle()
    expect(ids('a')).toEqual(['a2', 'a3'])
    says(told('a1'))
    expect([ids('a'), asked.length]).toEqual([['a2', 'a3'], 1])
  })

  test('is read at the next hello where it could not be read', async () => {
    const { asked, settle, says, ids } = newsroom()
    asked[0]!.refuse()
    await settle()
    says(hello)
    asked[1]!.answer(notes('a1'))
    await settle()
    expect(ids('a')).toEqual(['a1'])
  })

  test('that was settled while the line was down is gone after it', async () => {
    const { asked, settle, says, ids } = newsroom()
    asked[0]!.answer(notes('a1', 'a2'))
    await settle()
    says(hello)
    expect(ids('a')).toEqual(['a1', 'a2'])
    asked[1]!.answer(notes('a2'))
    await settle()
    expect(ids('a')).toEqual(['a2'])
  })

  test('stays the same object until it changes, so that nothing is drawn for nothing', async () => {
    const { open, asked, settle } = newsroom()
    asked[0]!.answer(notes('a1'))
    await settle()
    const [was, none] = [open.of('a'), open.of('c')]
    open.show(notes('b1', 'a1'))
    expect([open.of('a') === was, open.of('c') === none, open.of(null) === none]).toEqual([true, true, true])
  })
})
