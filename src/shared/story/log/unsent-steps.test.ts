import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { documentOf, emptyParts } from '../parts'
import { resumedText, wordsOf, type UnsentSteps } from './unsent-steps'

const doc = documentOf({ ...emptyParts, headline: '题', blocks: [{ kind: 'paragraph', text: '水' }] })

let bodyEnd = 0
doc.descendants((node, at) => {
  if (node.type.name === 'paragraph') bodyEnd = at + 1 + node.content.size
})

/** The steps of some edits, each made on what came before. */
function stepsOf(...edits: readonly ((tr: Transaction) => Transaction)[]): Record<string, unknown>[] {
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, bodyEnd) })
  return edits.flatMap(edit => {
    const tr = edit(state.tr)
    state = state.apply(tr)
    return tr.steps.map(step => step.toJSON() as Record<string, unknown>)
  })
}

const unsent = (steps: Record<string, unknown>[]): UnsentSteps => ({
  storyId: 'story',
  clientId: 'gone',
  personId: '甲',
  version: 7,
  sequence: 3,
  steps,
})

describe('the words of steps', () => {
  it.each<[string, Record<string, unknown>[], string]>([
    [
      'letters written on end stand together',
      stepsOf(...[...'渠水到'].map(letter => (tr: Transaction) => tr.insertText(letter))),
      '渠水到',
    ],
    [
      'what is written elsewhere begins a line',
      stepsOf(
        tr => tr.insertText('首', 1),
        tr => tr.insertText('末'),
      ),
      '首\n末',
    ],
    [
      'what is taken out again stays among them',
      stepsOf(
        tr => tr.insertText('错', 1),
        tr => tr.delete(1, 2),
      ),
      '错',
    ],
    ['mere borders are none', stepsOf(tr => tr.split(tr.selection.from)), ''],
    [
      'what is no step is passed over',
      [{ stepType: 'leap' }, ...stepsOf(tr => tr.insertText('字', 1))],
      '字',
    ],
  ])('%s', (_, steps, words) => {
    expect(wordsOf(steps)).toBe(words)
  })
})

describe('the text of a window that died', () => {
  it('is what it showed', () => {
    const steps = stepsOf(
      tr => tr.insertText('渠', 1),
      tr => tr.insertText('到'),
    )
    const text = resumedText(unsent(steps), doc.toJSON() as Record<string, unknown>)
    expect(text.ok && text.value.state.doc.textContent).toBe('渠题水到')
  })

  it.each<[string, Record<string, unknown>[], Record<string, unknown>, string]>([
    ['no story', [], { type: 'letter' }, 'unreadable'],
    [
      'another story than it was',
      [{ stepType: 'replace', from: 400, to: 401 }],
      doc.toJSON() as Record<string, unknown>,
      'unfitting',
    ],
  ])('cannot be told on %s', (_, steps, on, why) => {
    expect(resumedText(unsent(steps), on)).toEqual({ ok: false, damage: { version: 7, why } })
  })
})
