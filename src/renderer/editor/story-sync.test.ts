import { collab } from 'prosemirror-collab'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Step } from 'prosemirror-transform'
import { expect, it, vi } from 'vitest'
import type { Failure, LoggedStep } from '../../shared/contract'
import { storySchema } from '../../shared/story/schema'
import { p, stateOf, story } from './sheet.testing'
import { StorySync, type StoryLine } from './story-sync'

const at = '2026-11-24T10:00:00Z'

/** A log that takes steps at their version, tells nobody, and counts how often it was asked. */
class FakeNewsroom {
  readonly log: LoggedStep[] = []
  asked = 0
}

/** One window: an editor without a screen, and its line, which can be cut. */
class Window {
  state: EditorState
  readonly sync: StorySync
  readonly said: (string | null)[] = []
  readonly line: StoryLine & { up: boolean; seat: string; set(up: boolean): void }

  constructor(newsroom: FakeNewsroom, name: string) {
    this.state = stateOf(story({ headline: '题', blocks: [p('好|')] }), [collab({ clientID: name })])
    const watchers = new Set<(up: boolean) => void>()
    this.line = {
      up: true,
      seat: name,
      set(up) {
        this.up = up
        for (const watcher of watchers) watcher(up)
      },
      watch(watcher) {
        watchers.add(watcher)
        watcher(this.up)
        return () => watchers.delete(watcher)
      },
      async submit({ version, steps, clientId }) {
        newsroom.asked++
        if (version !== newsroom.log.length) return { status: 'behind', steps: newsroom.log.slice(version) }
        for (const step of steps)
          newsroom.log.push({ version: newsroom.log.length + 1, step, clientId, personId: this.seat, at })
        return { status: 'taken', version: newsroom.log.length, at }
      },
      stepsSince: async ({ version }) => newsroom.log.slice(version),
      failureOf: error => {
        throw error
      },
    }
    const view = {
      composing: false,
      dispatch: (tr: EditorState['tr']) => (this.state = this.state.apply(tr)),
    }
    Object.defineProperty(view, 'state', { get: () => this.state })
    const asView = () => view as unknown as EditorView
    const watcher = {
      saved: (one: string | null) => this.said.push(one),
      refused: (failure: Failure) => expect.unreachable(failure.message),
    }
    this.sync = new StorySync(this.line, 'story', name, () => name, asView, watcher, at)
  }

  /** Types as keys do: one step a letter, each offered to the newsroom. */
  type(text: string): void {
    for (const letter of text) {
      this.state = this.state.apply(this.state.tr.insertText(letter))
      void this.sync.send()
    }
  }

  get text(): string {
    return this.state.doc.textContent
  }
}

it('sends what was typed while the line was down as one, so that nobody’s words come into the middle of it', async () => {
  const newsroom = new FakeNewsroom()
  const [one, other] = [new Window(newsroom, '甲'), new Window(newsroom, '乙')]
  for (const window of [one, other]) window.line.set(false)
  one.type('甲写的。')
  other.type('乙写的。')
  await vi.waitFor(() => expect(other.said.at(-1)).toBe(null))
  expect(newsroom.asked).toBe(0)
  // Both come back at once, and are asked turn by turn.
  for (const window of [one, other]) window.line.set(true)
  await vi.waitFor(() => expect(one.sync.pending || other.sync.pending).toBe(false))
  one.sync.receive(newsroom.log)
  expect(one.text).toBe('题好甲写的。乙写的。')
  expect(other.text).toBe(one.text)
})

it('says that nothing is saved while the line is down, and when it was once it is back', async () => {
  const window = new Window(new FakeNewsroom(), '甲')
  window.line.set(false)
  window.type('写')
  await vi.waitFor(() => expect(window.said).toEqual([null]))
  expect(window.sync.pending).toBe(true)
  window.line.set(true)
  await vi.waitFor(() => expect(window.said.at(-1)).toBe(at))
})

it('sends nothing in the name of somebody else who sits there now', async () => {
  const newsroom = new FakeNewsroom()
  const window = new Window(newsroom, '甲')
  window.line.set(false)
  window.type('甲写的')
  window.line.seat = '乙'
  window.line.set(true)
  await window.sync.send()
  expect([newsroom.log, window.sync.pending, window.sync.isOwn]).toEqual([[], true, false])
  window.line.seat = '甲'
  await window.sync.send()
  expect(newsroom.log.map(one => one.personId)).toEqual(['甲', '甲', '甲'])
})

it('takes steps of others once, whichever way they come', () => {
  const newsroom = new FakeNewsroom()
  const window = new Window(newsroom, '甲')
  const step = Step.fromJSON(storySchema, stateOf(story({})).tr.insertText('新', 1).steps[0]!.toJSON())
  const logged = { version: 1, step: step.toJSON(), clientId: '乙', personId: '乙', at }
  window.sync.receive([logged])
  window.sync.receive([logged])
  expect(window.state.doc.textContent).toContain('新')
  expect(window.state.doc.textContent).not.toContain('新新')
})
