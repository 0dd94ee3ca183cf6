import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { documentOf, emptyParts, partsOf, type StoryBlock, type StoryParts } from '../../shared/story/parts'
import { deletePartwise, spansParts } from './delete-parts'
import {
  backspaceAtStart,
  deleteAtEnd,
  enter,
  insertPhoto,
  removePhoto,
  storyKeys,
  toggleCrosshead,
  travel,
} from './part-keys'

const p = (text: string): StoryBlock => ({ kind: 'paragraph', text })
const crosshead = (text: string): StoryBlock => ({ kind: 'crosshead', text })
const photo = (caption: string, credit: string): StoryBlock => ({
  kind: 'photo',
  image: null,
  width: 0,
  height: 0,
  caption,
  credit,
})

const story = (some: Partial<StoryParts>): StoryParts => ({ ...emptyParts, ...some })

/** The story with `|` taken out, and where it stood; two of them span a selection. */
function stateOf(parts: StoryParts): EditorState {
  const doc = documentOf(parts)
  const carets: number[] = []
  doc.descendants((node, pos) => {
    for (let at = node.isText ? node.text!.indexOf('|') : -1; at >= 0; at = node.text!.indexOf('|', at + 1)) {
      carets.push(pos + at)
    }
  })
  const state = EditorState.create({ doc })
  const tr = state.tr
  for (const at of [...carets].reverse()) tr.delete(at, at + 1)
  const [anchor = 1, head] = carets
  return state.apply(
    tr.setSelection(TextSelection.create(tr.doc, anchor, head === undefined ? anchor : head - 1)),
  )
}

function run(command: Command, parts: StoryParts): { parts: StoryParts; caret: string; did: boolean } {
  let state = stateOf(parts)
  const did = command(state, tr => (state = state.apply(tr)))
  state.doc.check()
  return { parts: partsOf(state.doc), caret: caretName(state.doc, state.selection.head), did }
}

/** headline:2 for a caret after the second character of the headline. */
function caretName(doc: Node, pos: number): string {
  const $pos = doc.resolve(pos)
  return `${$pos.parent.type.name}:${$pos.parentOffset}`
}

describe('keys of the story sheet', () => {
  test.each<[string, Command, Partial<StoryParts>, Partial<StoryParts>, string]>([
    ['Enter leaves the kicker', enter, { kicker: '提前|' }, { kicker: '提前' }, 'headline:0'],
    ['Enter leaves the headline', enter, { headline: '冬灌|开闸' }, { headline: '冬灌开闸' }, 'deck:0'],
    ['Enter leaves the deck for the body', enter, { deck: '副|', blocks: [p('水')] }, {}, 'paragraph:0'],
    ['Enter in a caption goes to the credit', enter, { blocks: [photo('渠水|', '')] }, {}, 'credit:0'],
    [
      'Enter in a credit makes the paragraph below',
      enter,
      { blocks: [p('水'), photo('渠水', '江南 摄|')] },
      { blocks: [p('水'), photo('渠水', '江南 摄'), p('')] },
      'paragraph:0',
    ],
    [
      'Enter at the end of a crosshead opens a paragraph',
      enter,
      { blocks: [crosshead('水到|'), p('田')] },
      { blocks: [crosshead('水到'), p(''), p('田')] },
      'paragraph:0',
    ],
    [
      'Backspace at the start of a paragraph after the deck keeps both',
      backspaceAtStart,
      { deck: '副题', blocks: [p('|水'), p('田')] },
      { deck: '副题', blocks: [p('水'), p('田')] },
      'deck:2',
    ],
    [
      'Backspace turns a crosshead into text',
      backspaceAtStart,
      { blocks: [crosshead('|水到'), p('田')] },
      { blocks: [p('水到'), p('田')] },
      'paragraph:0',
    ],
    [
      'Backspace takes an empty paragraph away',
      backspaceAtStart,
      { blocks: [p('水'), crosshead('头'), p('|')] },
      { blocks: [p('水'), crosshead('头')] },
      'crosshead:1',
    ],
    [
      'Backspace after a photo does not take the photo',
      backspaceAtStart,
      { blocks: [p('水'), photo('图说', '摄'), p('|田')] },
      { blocks: [p('水'), photo('图说', '摄'), p('田')] },
      'credit:1',
    ],
    [
      'Backspace at the start of the byline stays out of the text',
      backspaceAtStart,
      { blocks: [p('水')], byline: '|（江）' },
      { byline: '（江）' },
      'paragraph:1',
    ],
    [
      'Delete at the end of the headline keeps the deck',
      deleteAtEnd,
      { headline: '题|', deck: '副' },
      { headline: '题', deck: '副' },
      'deck:0',
    ],
    ['Tab goes from the headline to the deck', travel(1), { headline: '题|', deck: '副' }, {}, 'deck:1'],
    [
      'Tab goes from any paragraph to the byline',
      travel(1),
      { blocks: [p('水'), p('田|')], byline: '（江）' },
      {},
      'byline:3',
    ],
    [
      'Shift Tab goes back to the start of the body',
      travel(-1),
      { blocks: [p('水'), p('田')], byline: '（江）|' },
      {},
      'paragraph:0',
    ],
    [
      'a paragraph becomes a crosshead',
      toggleCrosshead,
      { blocks: [p('水'), p('田|')] },
      { blocks: [p('水'), crosshead('田')] },
      'crosshead:1',
    ],
    [
      'the dateline does not go into a crosshead',
      toggleCrosshead,
      { dateline: '本报讯', blocks: [p('水|')] },
      { dateline: '', blocks: [crosshead('本报讯水')] },
      'crosshead:4',
    ],
    [
      'a photo stands after the paragraph that has the caret',
      insertPhoto(null, 0, 0),
      { blocks: [p('水|'), p('田')] },
      { blocks: [p('水'), photo('', ''), p('田')] },
      'caption:0',
    ],
    [
      'a photo put in from the headline stands after the first paragraph',
      insertPhoto(null, 0, 0),
      { headline: '题|', blocks: [p('水'), p('田')] },
      { blocks: [p('水'), photo('', ''), p('田')] },
      'caption:0',
    ],
    [
      'a photo goes whole and leaves a paragraph',
      removePhoto,
      { blocks: [photo('图|说', '摄')] },
      { blocks: [p('')] },
      'paragraph:0',
    ],
  ])('%s', (_name, command, given, expected, caret) => {
    const result = run(command, story(given))
    expect(result.did).toBe(true)
    expect(result.parts).toMatchObject(expected)
    expect(result.caret).toBe(caret)
  })

  test.each<[string, Command, Partial<StoryParts>]>([
    ['Enter inside a paragraph splits as usual', enter, { blocks: [p('水|田')] }],
    ['Backspace between two paragraphs joins as usual', backspaceAtStart, { blocks: [p('水'), p('|田')] }],
    ['a headline cannot become a crosshead', toggleCrosshead, { headline: '题|' }],
    ['there is no photo to take away', removePhoto, { blocks: [p('水|')] }],
  ])('%s', (_name, command, given) => {
    expect(run(command, story(given)).did).toBe(false)
  })

  test.each<[string, Partial<StoryParts>, Partial<StoryParts>]>([
    [
      'from headline into the body',
      { headline: '冬|灌', deck: '副', blocks: [p('水'), p('田|地')] },
      { headline: '冬', deck: '', blocks: [p('地')] },
    ],
    [
      'the whole story',
      { kicker: '|引', headline: '题', blocks: [p('水'), crosshead('头'), p('田')], byline: '（江）|' },
      { kicker: '', headline: '', blocks: [p('')], byline: '' },
    ],
    [
      'from a caption into the text below',
      { blocks: [p('水'), photo('图|说', '摄'), p('田|地')] },
      { blocks: [p('水'), photo('图', ''), p('地')] },
    ],
  ])('deletes part by part: %s', (_name, given, expected) => {
    const state = stateOf(story(given))
    expect(spansParts(state)).toBe(true)
    const next = state.apply(deletePartwise(state))
    next.doc.check()
    expect(partsOf(next.doc)).toMatchObject(expected)
  })

  test('Backspace over two paragraphs with a photo between them takes the photo too', () => {
    const result = run(
      storyKeys['Backspace'] as Command,
      story({ blocks: [p('水|来'), photo('图', '摄'), p('土|地')] }),
    )
    expect(result.parts.blocks.filter(block => block.kind === 'photo')).toEqual([])
  })
})
