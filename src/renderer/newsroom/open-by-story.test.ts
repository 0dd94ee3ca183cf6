import { describe, expect, test } from 'vitest'
import { OpenByStory } from './open-by-story'

interface Note {
  readonly storyId: string
  readonly text: string
}
type Event = { readonly kind: 'hello' } | { readonly kind: 'notes'; readonly note: Note }

const note = (storyId: string, text: string): Note => ({ storyId, text })
const hello: Event = { kind: 'hello' }
const told = (storyId: string, text: string): Event => ({ kind: 'notes', note: note(storyId, text) })

/** A newsroom that answers when it is told to. */
function newsroom() {
  const watchers: ((event: Event) => void)[] = []
  const asked: { answer(open: readonly Note[]): void; refuse(): void }[] = []
  const open: OpenByStory<Note, Event> = new OpenByStory<Note, Event>({
    read: () =>
      new Promise((answer, reject) => asked.push({ answer, refuse: () => reject(new Error('down')) })),
    watch: watcher => watchers.push(watcher),
    hear: event => {
      if (event.kind === 'notes') open.show(event.note.storyId, was => [...was, event.note])
    },
  })
  open.follow()
  return {
    open,
    asked,
    says: (event: Event) => watchers.forEach(watcher => watcher(event)),
    texts: (storyId: string | null) => open.of(storyId).map(({ text }) => text),
    /** Lets the newsroom's answers arrive. */
    settle: () => new Promise(resolve => setTimeout(resolve)),
  }
}

describe('what is open, by story', () => {
  test('is read once, however many look at it', async () => {
    const { open, asked, settle, texts } = newsroom()
    open.follow()
    expect(asked.length).toBe(1)
    asked[0]!.answer([note('a', '1'), note('b', '2'), note('a', '3')])
    await settle()
    expect([texts('a'), texts('b'), texts('c'), texts(null)]).toEqual([['1', '3'], ['2'], [], []])
  })

  test('follows what the newsroom tells, and goes when the last is settled', async () => {
    const { open, asked, settle, says, texts } = newsroom()
    asked[0]!.answer([note('a', '1')])
    await settle()
    says(told('a', '2'))
    expect(texts('a')).toEqual(['1', '2'])
    open.show('a', () => [])
    expect(texts('a')).toEqual([])
  })

  test('is asked for again where the answer was overtaken', async () => {
    const { asked, settle, says, texts } = newsroom()
    says(told('a', '1'))
    asked[0]!.answer([])
    await settle()
    expect([texts('a'), asked.length]).toEqual([['1'], 2])
    asked[1]!.answer([note('a', '1'), note('a', '2')])
    await settle()
    expect(texts('a')).toEqual(['1', '2'])
  })

  test('is read at the next hello where it could not be read', async () => {
    const { asked, settle, says, texts } = newsroom()
    asked[0]!.refuse()
    await settle()
    says(hello)
    asked[1]!.answer([note('a', '1')])
    await settle()
    expect(texts('a')).toEqual(['1'])
  })

  test('stays the same object until it changes, so that nothing is drawn for nothing', async () => {
    const { open, asked, settle } = newsroom()
    asked[0]!.answer([note('a', '1')])
    await settle()
    const [was, none] = [open.of('a'), open.of('b')]
    open.show('b', () => [])
    expect([open.of('a') === was, open.of('b') === none, open.of(null) === none]).toEqual([true, true, true])
  })
})
