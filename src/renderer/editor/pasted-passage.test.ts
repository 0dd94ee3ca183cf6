import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import type { EditorState } from 'prosemirror-state'
import { describe, expect, it, test } from 'vitest'
import { partsOf, type StoryParts } from '../../shared/story/parts'
import { draftOfText } from '../../shared/cleaning/draft'
import { decided, done, keysOf, pasted as pastedDraft, sheetOf } from './passage.testing'
import { caretName, crosshead, p, photo } from './sheet.testing'
import { decidePassage, pastedPassage, pastePassage, showPassage } from './pasted-passage'

const pasted = (some: Partial<StoryParts>, text: string) => pastedDraft(some, draftOfText(text))
const undone = (state: EditorState) => {
  let next = state
  undo(state, tr => (next = state.apply(tr)))
  return next
}
const revert = (state: EditorState, keys: readonly string[]) => decided(state, 'revert', keys)
const make = (state: EditorState, keys: readonly string[]) => decided(state, 'make', keys)

describe('a passage', () => {
  test.each<[string, Partial<StoryParts>, string, Partial<StoryParts>, string]>([
    [
      'goes in where the caret stands',
      { blocks: [p('开闸|放水。')] },
      '他说:"好".',
      { blocks: [p('开闸他说：“好”。放水。')] },
      'paragraph:9',
    ],
    [
      'parts the paragraph where it has several',
      { blocks: [p('前|后')] },
      '　　一,二\r\n\r\n　　三',
      { blocks: [p('前一，二'), p('三后')] },
      'paragraph:1',
    ],
    [
      'takes the place of what is selected',
      { blocks: [p('前|中|后')] },
      '乙',
      { blocks: [p('前乙后')] },
      'paragraph:2',
    ],
    [
      'of broken lines is joined',
      { blocks: [p('|')] },
      '入冬以来，云岭县各乡镇抢抓农时，组织农\n户收割晾晒，延长粮食收购时间，方便农户\n就近卖粮，县粮食部门增设收购点十二个，\n已收购秋粮十二万吨。',
      {
        blocks: [
          p(
            '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间，方便农户就近卖粮，县粮食部门增设收购点十二个，已收购秋粮十二万吨。',
          ),
        ],
      },
      'paragraph:67',
    ],
    [
      'is one line in a headline',
      { headline: '冬灌|' },
      '开闸\n放水',
      { headline: '冬灌开闸 放水' },
      'headline:7',
    ],
    [
      'is one line in a crosshead',
      { blocks: [p(''), crosshead('一|')] },
      '二\n三',
      { blocks: [p(''), crosshead('一二 三')] },
      'crosshead:4',
    ],
    [
      'is one line in a caption',
      { blocks: [p(''), photo('|', '')] },
      '渠\n水',
      { blocks: [p(''), photo('渠 水', '')] },
      'caption:3',
    ],
    [
      'keeps the head and the body apart',
      { headline: '冬|灌', blocks: [p('开|闸')] },
      '新',
      { headline: '冬新', blocks: [p('闸')] },
      'headline:2',
    ],
  ])('%s', (_, before, text, after, caret) => {
    const state = pasted(before, text)
    expect(partsOf(state.doc)).toMatchObject(after)
    expect(caretName(state.doc, state.selection.head)).toBe(caret)
    // One undo, and nothing of it is left.
    const back = undone(state)
    expect(partsOf(back.doc)).toEqual(partsOf(sheetOf(before).doc))
    expect(pastedPassage(back)).toBeNull()
  })

  it('is nothing where there are no words', () => {
    expect(pastePassage(sheetOf({}), draftOfText(' \n　'))).toBeNull()
  })

  it('gives its changes back alone, by kind and all, and makes them again', () => {
    const text = '　　他说:"好".\n　　她说:"行".'
    const clean = ['前他说：“好”。', '她说：“行”。后']
    const texts = (state: EditorState) =>
      partsOf(state.doc).blocks.map(block => 'text' in block && block.text)
    let state = pasted({ blocks: [p('前|后')] }, text)
    expect(texts(state)).toEqual(clean)
    state = revert(state, keysOf(state, 'quote-curled').slice(0, 1))
    expect(texts(state)).toEqual(['前他说："好".', '她说：“行”。后'])
    state = revert(state, keysOf(state))
    expect(texts(state)).toEqual(['前　　他说:"好".', '　　她说:"行".后'])
    state = make(state, keysOf(state))
    expect(texts(state)).toEqual(clean)
    // Each of them a step back.
    expect(texts(undone(state))).toEqual(['前　　他说:"好".', '　　她说:"行".后'])
  })

  it('gives broken lines back as they came', () => {
    const text =
      '入冬以来，云岭县各乡镇抢抓农时，组织农\n户收割晾晒，延长粮食收购时间，方便农户\n就近卖粮，县粮食部门增设收购点十二个，\n已收购秋粮十二万吨。'
    const state = pasted({ blocks: [p('前|后')] }, text)
    const back = revert(state, keysOf(state, 'line-joined'))
    expect(partsOf(back.doc).blocks.map(block => 'text' in block && block.text)).toEqual(
      `前${text}后`.split('\n'),
    )
    expect(partsOf(make(back, keysOf(back)).doc)).toEqual(partsOf(state.doc))
  })

  it('is followed while others write elsewhere, and let go when somebody writes in it', () => {
    let state = pasted({ headline: '冬灌', blocks: [p('前|后')] }, '他说:好。')
    state = state.apply(state.tr.insertText('又', 3))
    state = revert(state, keysOf(state))
    expect(partsOf(state.doc)).toMatchObject({ headline: expect.stringContaining('又') })
    expect(partsOf(state.doc).blocks).toEqual([p('前他说:好。后')])
    const { from } = pastedPassage(state)!
    state = state.apply(state.tr.insertText('又', from + 1))
    expect(pastedPassage(state)).toBeNull()
    expect(decidePassage(state, { kind: 'undo' })).toBeNull()
  })

  it('opens its list, closes it and is put away', () => {
    let state = pasted({}, '他说:好。')
    state = done(state, showPassage(state, 'open'))
    expect(pastedPassage(state)?.isOpen).toBe(true)
    state = done(state, showPassage(state, 'gone'))
    expect([pastedPassage(state), showPassage(state, 'open')]).toEqual([null, null])
  })
})

test('whatever is pasted anywhere, taking all back and making it again leaves the same', () => {
  const word = fc.constantFrom(
    '秋粮',
    ' ',
    '　',
    '\n',
    '"',
    ',',
    '.',
    '(',
    ')',
    'GDP',
    '12',
    '...',
    '--',
    '\u200b',
    '。',
    '\t',
  )
  const passage = fc.array(word, { minLength: 1, maxLength: 30 }).map(words => words.join(''))
  const place = fc.constantFrom<Partial<StoryParts>>(
    { blocks: [p('前|后')] },
    { blocks: [p('前|中'), p('又|后')] },
    { headline: '冬|灌', blocks: [p('水')] },
    { headline: '冬|灌', blocks: [p('水|来')] },
    { blocks: [p('水'), photo('|', ''), p('田')] },
  )
  fc.assert(
    fc.property(passage, place, (text, where) => {
      const before = sheetOf(where)
      const tr = pastePassage(before, draftOfText(text))
      fc.pre(tr !== null)
      const state = done(before, tr)
      fc.pre(pastedPassage(state) !== null)
      const keys = keysOf(state)
      const back = revert(state, keys)
      const passageBack = pastedPassage(back)!
      expect(back.doc.textBetween(passageBack.from, passageBack.to, '\n')).toBe(passageBack.text)
      expect(partsOf(make(back, keys).doc)).toEqual(partsOf(state.doc))
    }),
    { numRuns: 500 },
  )
})
