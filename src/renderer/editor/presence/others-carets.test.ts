import { collab } from 'prosemirror-collab'
import { EditorState } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import { describe, expect, test } from 'vitest'
import type { CaretPlace } from '../../../shared/contract'
import { documentOf, emptyParts } from '../../../shared/story/parts'
import { caretLife, othersCarets, othersHere, sweepCarets, takeCaret } from './others-carets'

const doc = documentOf({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [{ kind: 'paragraph', text: '今年冬灌。' }],
})
const plugin = othersCarets(personId => ({ name: personId, colour: '#1d4e89' }))
const start = EditorState.create({ doc, plugins: [collab({ version: 7, clientID: 'me' }), plugin] })
const place = (change: Partial<CaretPlace> = {}): CaretPlace => ({
  windowId: 'w',
  personId: '程亦舟',
  storyId: 's',
  version: 7,
  anchor: 12,
  head: 12,
  ...change,
})
const carets = (state: EditorState) =>
  (plugin.props.decorations!.call(plugin, state) as DecorationSet).find().map(({ from, to }) => [from, to])
const took = (state: EditorState, ...places: CaretPlace[]) =>
  places.reduce((sum, one) => sum.apply(takeCaret(sum.tr, one)), state)

describe('the others’ carets', () => {
  test.each<[string, CaretPlace[], number[][]]>([
    ['stand where they are told', [place()], [[12, 12]]],
    ['and move', [place(), place({ anchor: 14, head: 14 })], [[14, 14]]],
    [
      'with what is selected',
      [place({ anchor: 12, head: 15 })],
      [
        [12, 15],
        [15, 15],
      ],
    ],
    [
      'of two windows',
      [place(), place({ windowId: 'v', anchor: 3, head: 3 })],
      [
        [3, 3],
        [12, 12],
      ],
    ],
    ['go when their window leaves', [place(), place({ storyId: null })], []],
    ['are not taken at another version', [place({ version: 8 })], []],
    ['stay inside the text', [place({ anchor: 9999, head: 9999 })], [[doc.content.size, doc.content.size]]],
  ])('%s', (_, places, expected) => {
    const found = carets(took(start, ...places)).toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
    expect(found).toEqual(expected.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!))
  })

  test('move along with the text, and past what this window has not sent yet', () => {
    const typed = start.apply(start.tr.insertText('云岭', 4))
    expect(carets(took(typed, place()))).toEqual([[14, 14]])
    const state = took(start, place())
    expect(carets(state.apply(state.tr.insertText('云岭', 4)))).toEqual([[14, 14]])
  })

  test('are forgotten when nothing is heard of them', () => {
    const state = took(start, place())
    expect(othersHere(state)).toEqual(['程亦舟'])
    expect(othersHere(state.apply(sweepCarets(state.tr, Date.now() + caretLife / 2)))).toEqual(['程亦舟'])
    expect(othersHere(state.apply(sweepCarets(state.tr, Date.now() + caretLife * 2)))).toEqual([])
  })
})
