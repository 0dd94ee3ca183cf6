import fc from 'fast-check'
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import type { LoggedStep, StoryNote, StoryNotes } from '../../../shared/contract'
import { followStep } from '../../../shared/text-place/pinned-place'
import { loggedMeta } from '../../../shared/story/log/log-client'
import { documentOf, emptyParts } from '../../../shared/story/parts'
import { storySchema } from '../../../shared/story/schema'
import { revision } from '../revision/revision-state'
import { beginNote, currentNote, draftIn, lookAt, noteMarks, notesIn, setDraft, setNotes } from './note-marks'

const doc = documentOf({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [
    { kind: 'paragraph', text: '今年的灌溉比去年提前五天。' },
    { kind: 'paragraph', text: '渠水昨日流到地头。' },
  ],
})

const at = (text: string, of = doc): number => {
  let found = -1
  of.descendants((node, pos) => {
    if (node.isText && found < 0 && node.text!.includes(text)) found = pos + node.text!.indexOf(text)
  })
  return found
}

const note = (text: string, more: Partial<StoryNote> = {}): StoryNote => ({
  id: text,
  storyId: 's',
  audience: 'desk',
  quote: text,
  place: { from: at(text), to: at(text) + text.length, lost: null },
  isSettled: false,
  entries: [{ id: 'e', by: 'p', at: '2026-11-24T10:00:00.000Z', kind: 'said', text: '请核' }],
  ...more,
})

/** The newsroom's log: it follows the notes as the service does. */
class Log {
  readonly steps: LoggedStep[] = []
  doc = doc
  notes: StoryNotes = { storyId: 's', version: 0, notes: [note('灌溉比去年'), note('昨日')] }

  take(window: Window): void {
    const sent = sendableSteps(window.state)
    if (!sent || sent.version !== this.steps.length) return
    for (const step of sent.steps) {
      const after = step.apply(this.doc).doc!
      const [map, before] = [step.getMap(), this.doc]
      const notes = this.notes.notes.map(one => ({
        ...one,
        place: followStep(one.place, map, before, after),
      }))
      this.doc = after
      this.steps.push({
        version: this.steps.length + 1,
        step: step.toJSON() as Record<string, unknown>,
        clientId: window.me,
        personId: window.me,
        at: '2026-11-24T10:05:00.000Z',
      })
      this.notes = { storyId: 's', version: this.steps.length, notes }
    }
  }
}

class Window {
  state: EditorState

  constructor(readonly me: string) {
    const own = revision(
      () => me,
      () => ({ colour: '', title: me }),
    )
    const plugins = [collab({ version: 0, clientID: me }), own, noteMarks(() => '')]
    this.state = EditorState.create({ doc, plugins })
  }

  apply(tr: Transaction): this {
    this.state = this.state.apply(tr)
    return this
  }

  catchUp(log: Log, upTo = log.steps.length): this {
    const fresh = log.steps.slice(getVersion(this.state), upTo)
    if (fresh.length === 0) return this
    const tr = receiveTransaction(
      this.state,
      fresh.map(one => Step.fromJSON(storySchema, one.step)),
      fresh.map(one => one.clientId),
    )
    return this.apply(tr.setMeta(loggedMeta, fresh))
  }

  insert(before: string, text: string): this {
    return this.apply(this.state.tr.insertText(text, at(before, this.state.doc)))
  }

  delete(text: string): this {
    const from = at(text, this.state.doc)
    return this.apply(this.state.tr.delete(from, from + text.length))
  }

  select(text: string): this {
    const from = at(text, this.state.doc)
    return this.apply(
      this.state.tr.setSelection(TextSelection.create(this.state.doc, from, from + text.length)),
    )
  }

  get words(): string[] {
    return notesIn(this.state).map(({ place }) => this.state.doc.textBetween(place.from, place.to))
  }
}

const told = (log: Log) => new Window('周岚').apply(setNotes(new Window('周岚').state.tr, log.notes))

describe('notes in a window', () => {
  test('stand at their text while it is written, unsent work included', () => {
    const window = told(new Log()).insert('今年', '据悉，').insert('去年', '前年和')
    expect(window.words).toEqual(['灌溉比前年和去年', '昨日'])
  })

  test('told at a version that the window does not have yet, they wait for it', () => {
    const log = new Log()
    const theirs = new Window('陆远').insert('今年', '据悉，')
    log.take(theirs)
    const mine = new Window('周岚')
    mine.apply(setNotes(mine.state.tr, log.notes))
    expect(mine.words).toEqual([])
    mine.catchUp(log)
    expect(mine.words).toEqual(['灌溉比去年', '昨日'])
  })

  test('told at a version that is past, they are not taken', () => {
    const log = new Log()
    const old = log.notes
    const mine = new Window('周岚').insert('今年', '据悉，')
    log.take(mine)
    mine.catchUp(log)
    mine.apply(setNotes(mine.state.tr, old))
    expect(mine.words).toEqual([])
  })

  test('a note that is being written moves with its text, and goes when it is dropped', () => {
    const window = new Window('周岚').select('灌溉')
    expect(beginNote('layout')(window.state, tr => window.apply(tr))).toBe(true)
    window.insert('今年', '据悉，')
    const draft = draftIn(window.state)!
    expect([draft.audience, draft.quote]).toEqual(['layout', '灌溉'])
    expect(window.state.doc.textBetween(draft.place.from, draft.place.to)).toBe('灌溉')
    expect(draftIn(window.apply(setDraft(window.state.tr, null)).state)).toBeNull()
  })

  test('nothing selected, it is on the whole story', () => {
    const window = new Window('周岚')
    beginNote('desk')(window.state, tr => window.apply(tr))
    expect(draftIn(window.state)).toMatchObject({ quote: '', place: { from: 0, to: 0 } })
  })

  test('one can be looked at', () => {
    const window = told(new Log())
    expect(currentNote(window.apply(lookAt(window.state.tr, '昨日')).state)).toBe('昨日')
  })

  test('are drawn while open; where the text has gone a mark stays', () => {
    const log = new Log()
    log.notes = { ...log.notes, notes: [note('灌溉'), note('昨日', { isSettled: true })] }
    const window = told(log)
    const marks = () => {
      const plugin = window.state.plugins.find(one =>
        (one as unknown as { key: string }).key.startsWith('notes$'),
      )!
      const set = plugin.props.decorations!.call(plugin, window.state) as unknown as {
        find(): { from: number; to: number }[]
      }
      return set.find().map(({ from, to }) => window.state.doc.textBetween(from, to))
    }
    expect(marks()).toEqual(['灌溉'])
    window.delete('的灌溉比')
    expect(marks()).toEqual([''])
    window.apply(lookAt(window.state.tr, '昨日'))
    expect(marks()).toEqual(['', '昨日'])
  })
})

test('whatever two windows write and however it is sent, both have every note where the newsroom has it', () => {
  const edit = fc.record({
    window: fc.nat(1),
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.nat(9),
    kind: fc.constantFrom('insert', 'delete', 'split', 'send', 'read', 'notes'),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), edits => {
      const log = new Log()
      const windows = [new Window('甲'), new Window('乙')]
      for (const window of windows) window.apply(setNotes(window.state.tr, log.notes))
      for (const { window: which, where, size, kind } of edits) {
        const window = windows[which]!
        const { state } = window
        const pos = Math.floor(where * state.doc.content.size)
        const $pos = state.doc.resolve(pos)
        if (kind === 'send') log.take(window)
        else if (kind === 'read') window.catchUp(log)
        else if (kind === 'notes') window.apply(setNotes(state.tr, log.notes))
        else if (!$pos.parent.isTextblock) continue
        else if (kind === 'insert')
          window.apply(state.tr.insertText('新添的字'.slice(0, 1 + (size % 4)), pos))
        else if (kind === 'delete') window.apply(state.tr.delete(pos, Math.min($pos.end(), pos + size)))
        else if ($pos.parent.type === storySchema.nodes.paragraph) window.apply(state.tr.split(pos))
      }
      for (const _ of [1, 2]) {
        for (const window of windows) {
          window.catchUp(log)
          log.take(window)
        }
      }
      for (const window of windows) {
        window.catchUp(log)
        expect(window.state.doc.eq(log.doc)).toBe(true)
        expect(notesIn(window.state).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          log.notes.notes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        )
      }
    }),
    { numRuns: 500 },
  )
})
