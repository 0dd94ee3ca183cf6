import { redo, undo, undoDepth } from 'prosemirror-history'
import type { EditorState } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { intact } from '../../shared/story/log/play-steps'
import type { LoggedStep, OpenedStory } from '../../shared/contract'
import { documentOf, emptyParts, partsOf } from '../../shared/story/parts'
import { storySchema } from '../../shared/story/schema'
import { openState } from './open-story'

const start = documentOf({ ...emptyParts, headline: '题', blocks: [{ kind: 'paragraph', text: '水' }] })

/** A story whose log holds these insertions, each `[person, second, text]` at the paragraph's end. */
function opened(...typed: readonly (readonly [string, number, string])[]): OpenedStory {
  const tr = new Transform(start)
  const steps = typed.map(([personId, second, text], index): LoggedStep => {
    const end = tr.doc.content.size - 3
    tr.insert(end, storySchema.text(text))
    return {
      version: index + 1,
      step: tr.steps.at(-1)!.toJSON() as Record<string, unknown>,
      clientId: 'gone',
      personId,
      at: new Date(Date.UTC(2026, 10, 24, 10, 0, second)).toISOString(),
    }
  })
  return {
    row: {} as OpenedStory['row'],
    snapshot: { version: 0, doc: start.toJSON() as Record<string, unknown> },
    steps,
  }
}

const body = (state: EditorState) => {
  const first = partsOf(state.doc).blocks[0]
  return first?.kind === 'paragraph' ? first.text : ''
}

describe('openState', () => {
  it('tells of a log that cannot be followed', () => {
    const [first, , third] = opened(['me', 0, '到'], ['me', 5, '田'], ['me', 9, '头']).steps
    const log = { ...opened(), steps: [first!, third!] }
    expect(openState(log, 'me', 'new', [])).toEqual({ ok: false, damage: { version: 2, why: 'missing' } })
  })

  it('gives the story back with its undo history', () => {
    let state = intact(openState(opened(['me', 0, '到'], ['me', 5, '田']), 'me', 'new', []))
    expect(body(state)).toBe('水到田')
    expect(undoDepth(state)).toBe(2)
    undo(state, tr => (state = state.apply(tr)))
    expect(body(state)).toBe('水到')
    undo(state, tr => (state = state.apply(tr)))
    expect(body(state)).toBe('水')
    redo(state, tr => (state = state.apply(tr)))
    expect(body(state)).toBe('水到')
  })

  it('takes what was typed in one go back in one go', () => {
    const state = intact(openState(opened(['me', 0, '到'], ['me', 0, '田']), 'me', 'new', []))
    expect(undoDepth(state)).toBe(1)
  })

  it("never undoes another person's words", () => {
    let state = intact(openState(opened(['me', 0, '到'], ['you', 5, '田'], ['me', 9, '头']), 'me', 'new', []))
    while (undo(state, tr => (state = state.apply(tr)))) continue
    expect(body(state)).toBe('水田')
  })

  it('puts the caret where the undone words were', () => {
    let state = intact(openState(opened(['me', 0, '到'], ['me', 5, '田']), 'me', 'new', []))
    undo(state, tr => (state = state.apply(tr)))
    expect(state.selection.$from.parent.type.name).toBe('paragraph')
  })
})
