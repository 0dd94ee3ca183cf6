import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import type { EditorState } from 'prosemirror-state'
import { describe, expect, it, test } from 'vitest'
import { draftParagraph, draftPicture, type Draft, type DraftPicture } from '../../shared/cleaning/draft'
import { emptyParts, partsOf, type StoryBlock, type StoryParts } from '../../shared/story/parts'
import { decided, done, keysOf, pasted, sheetOf } from './passage.testing'
import { caretName, p, photo } from './sheet.testing'
import { decidePassage, pastedPassage, pastePassage } from './pasted-passage'

const kept = ['a', 'b', 'c'].map(letter => letter.repeat(64))

/** Lines of a web page, an index for each picture; pictures of which nothing else is said came along. */
const page = (
  lines: readonly (string | number)[],
  pictures: readonly Partial<DraftPicture>[] = [{}, {}, {}],
): Draft => ({
  source: 'web',
  blocks: lines.map(line =>
    typeof line === 'number' ? { kind: 'image', picture: line } : draftParagraph(line),
  ),
  pictures: pictures.map((known, index) =>
    draftPicture({ image: known.lost ? null : kept[index]!, width: 90, height: 60, ...known }),
  ),
})
/** The body in short: a paragraph's text; 图 with caption/credit, 空 for one that is only announced. */
const told = (state: EditorState) =>
  partsOf(state.doc).blocks.map(block =>
    block.kind === 'photo'
      ? `${block.image === null ? '空' : '图'}:${block.caption}/${block.credit}`
      : block.text,
  )

const said = { caption: '总干渠放水。', credit: '史婉 摄' }
const lost = { lost: '网上的图，没有取' }

test.each<[string, readonly StoryBlock[], (string | number)[], Partial<DraftPicture>[], string[], string]>([
  [
    'stands between its texts',
    [p('前|后')],
    ['一', 0, '二,', 1, '三'],
    [{}, {}],
    ['前一', '图:/', '二，', '图:/', '三后'],
    'paragraph:1',
  ],
  ['alone parts a paragraph', [p('前|后')], [0], [{}], ['前', '图:/', '后'], 'paragraph:0'],
  ['alone goes before an empty paragraph', [p('|')], [0], [{}], ['图:/', ''], 'paragraph:0'],
  ['first goes before the paragraph', [p('|后')], [0, '一'], [{}], ['图:/', '一后'], 'paragraph:1'],
  ['first takes the place of an empty one', [p('|')], [0, '一'], [{}], ['图:/', '一'], 'paragraph:1'],
  ['last goes behind it', [p('前|'), p('又')], ['一', 0], [{}], ['前一', '图:/', '又'], 'paragraph:0'],
  ['last leaves room to go on', [p('前|')], ['一', 0], [{}], ['前一', '图:/', ''], 'paragraph:0'],
  [
    'takes the place of words',
    [p('前|中|后')],
    ['一', 0, '二'],
    [{}],
    ['前一', '图:/', '二后'],
    'paragraph:1',
  ],
  ['takes the place of paragraphs', [p('前|中'), p('中|后')], [0], [{}], ['前', '图:/', '后'], 'paragraph:0'],
  [
    'takes what stands under it',
    [p('|')],
    [0, '图为晒粮。李四摄', '一'],
    [{}],
    ['图:图为晒粮。/李四 摄', '一'],
    'paragraph:1',
  ],
  ['takes its file’s words', [p('|')], [0, '一'], [said], ['图:总干渠放水。/史婉 摄', '一'], 'paragraph:1'],
  [
    'is asked about a line that may be its caption',
    [p('|')],
    [0, '运粮车'],
    [{}],
    ['图:/', '运粮车'],
    'paragraph:3',
  ],
  [
    'that did not come is left out',
    [p('|')],
    ['一', 0, '二', 1, '三'],
    [{}, lost],
    ['一', '图:/', '二', '三'],
    'paragraph:1',
  ],
  [
    'that did not come is announced by its caption',
    [p('|')],
    [0, '一', 1, '图为晒粮。'],
    [{}, lost],
    ['图:/', '一', '空:图为晒粮。/', ''],
    'paragraph:0',
  ],
])('a picture %s', (_, before, lines, pictures, after, caret) => {
  const blocks = [...before]
  const state = pasted({ blocks }, page(lines, pictures))
  expect(told(state)).toEqual(after)
  expect(caretName(state.doc, state.selection.head)).toBe(caret)
  const { photos } = pastedPassage(state)!.cleaned
  expect(photos).toEqual({
    all: pictures.length,
    taken: pictures.filter(picture => !picture.lost).length,
  })
  // One undo, and nothing of it is left.
  let back = state
  undo(state, tr => (back = state.apply(tr)))
  expect(partsOf(back.doc)).toEqual(partsOf(sheetOf({ blocks }).doc))
  expect(pastedPassage(back)).toBeNull()
})

test.each<[string, Partial<StoryParts>, Partial<StoryParts>]>([
  ['a headline', { headline: '冬灌|' }, { headline: '冬灌开闸 放水' }],
  ['a caption', { blocks: [p(''), photo('|', '')] }, { blocks: [p(''), photo('开闸 放水', '')] }],
])('%s takes the words, and counts the pictures as left', (_, before, after) => {
  const state = pasted(before, page(['开闸', 0, '放水'], [{}]))
  expect(partsOf(state.doc)).toMatchObject(after)
  expect(pastedPassage(state)!.cleaned.photos).toEqual({ all: 1, taken: 0 })
})

describe('the 清洗单 of a passage with pictures', () => {
  const draft = page(
    ['来源：云岭发布', 0, '图为晒粮。李四摄', '他说:"好".'.padStart(40, '粮'), 1, '她说:"行".'],
    [{}, said],
  )
  const clean = [
    '前',
    '图:图为晒粮。/李四 摄',
    `${'粮'.repeat(33)}他说：“好”。`,
    '图:总干渠放水。/史婉 摄',
    '她说：“行”。后',
  ]
  const start = () => pasted({ blocks: [p('前|后')] }, draft)

  it('lists what was done to words and pictures alike', () => {
    expect(told(start())).toEqual(clean)
    expect(new Set(pastedPassage(start())!.cleaned.changes.map(change => change.kind))).toEqual(
      new Set([
        'caption-found',
        'credit-found',
        'credit-form',
        'caption-taken',
        'credit-taken',
        'note-removed',
        'mark-widened',
        'quote-curled',
      ]),
    )
  })

  test.each<[string, number, string]>([
    ['caption-found', 2, '图为晒粮。李四摄'],
    ['credit-form', 1, '图:图为晒粮。/李四摄'],
    ['caption-taken', 3, '图:/史婉 摄'],
    ['credit-taken', 3, '图:总干渠放水。/'],
    ['note-removed', 0, '前来源：云岭发布'],
    ['quote-curled', 4, '她说："行".后'],
  ])('gives %s back alone, and makes it again', (kind, at, line) => {
    const state = start()
    const back = decided(state, 'revert', keysOf(state, kind))
    expect(told(back)[at]).toBe(line)
    expect(told(back).filter(one => one.startsWith('图:'))).toHaveLength(2)
    expect(partsOf(decided(back, 'make', keysOf(back)).doc)).toEqual(partsOf(state.doc))
  })

  it('leaves what was written under a picture meanwhile', () => {
    let state = start()
    let caption = 0
    state.doc.descendants((node, pos) => {
      if (node.type.name === 'caption') caption = pos + 1 + node.content.size
    })
    state = state.apply(state.tr.insertText('渠边人笑。', caption))
    const back = decided(state, 'revert', keysOf(state))
    expect(told(back)).toContain('图:总干渠放水。渠边人笑。/')
    expect(told(decided(back, 'make', keysOf(back)))).toContain('图:总干渠放水。渠边人笑。/史婉 摄')
  })

  it('keeps a picture that was only announced once somebody has written under it', () => {
    const state = pasted({ blocks: [p('|')] }, page([0, '一', 1, '图为晒粮。'], [{}, lost]))
    expect(told(state)).toEqual(['图:/', '一', '空:图为晒粮。/', ''])
    let credit = 0
    state.doc.descendants((node, pos) => {
      if (node.type.name === 'credit') credit = pos + 1
    })
    const written = state.apply(state.tr.insertText('史婉 摄', credit))
    const back = decided(written, 'revert', keysOf(written, 'caption-found'))
    expect(told(back)).toContain('空:图为晒粮。/史婉 摄')
    // What stands is no cleaning of the passage any more: nothing else of it is taken back.
    expect(pastedPassage(back)).toBeNull()
  })

  it('does what is answered, and undoes it', () => {
    const state = pasted({ blocks: [p('|')] }, page([0, '运粮车排起长队', '我县开闸。'], [{}]))
    const answer = (to: EditorState, index: number, value: string | null) =>
      done(
        to,
        decidePassage(to, {
          kind: 'answer',
          key: pastedPassage(to)!.cleaned.questions[index]!.key,
          answer: value,
        }),
      )
    const captioned = answer(state, 0, 'caption')
    expect(told(captioned)).toEqual(['图:运粮车排起长队/', '我县开闸。'])
    expect(told(answer(captioned, 1, 'to:青禾县'))).toEqual(['图:运粮车排起长队/', '青禾县开闸。'])
    expect(told(answer(captioned, 0, null))).toEqual(['图:/', '运粮车排起长队', '我县开闸。'])
  })

  it('is let go when a picture is taken out', () => {
    const state = start()
    let at = -1
    state.doc.forEach((node, pos) => {
      if (at < 0 && node.type.name === 'photo') at = pos
    })
    const without = state.apply(state.tr.delete(at, at + state.doc.nodeAt(at)!.nodeSize))
    expect(pastedPassage(without)).toBeNull()
  })
})

test('whatever is pasted anywhere, taking all back and making it again leaves the same', () => {
  const line = fc.oneof(
    fc.constantFrom(0, 1, 2),
    fc
      .array(fc.constantFrom('秋粮', ' ', '　', '"', ',', '.', '图为', '史婉摄', '来源：云岭发布', '\n'), {
        maxLength: 8,
      })
      .map(words => words.join('')),
    fc.constant('入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'),
  )
  const pictures = fc.constantFrom<Partial<DraftPicture>[]>([{}, {}, {}], [said, lost, {}], [{}, lost, lost])
  const place = fc.constantFrom<StoryBlock[]>(
    [p('前|后')],
    [p('|')],
    [p('|后')],
    [p('前|'), p('又')],
    [p('前|中'), p('又|后')],
    [photo('', ''), p('前|')],
  )
  fc.assert(
    fc.property(fc.uniqueArray(line, { maxLength: 10 }), pictures, place, (lines, come, blocks) => {
      const before = sheetOf({ ...emptyParts, blocks })
      const tr = pastePassage(before, page(lines, come))
      fc.pre(tr !== null)
      const state = done(before, tr)
      fc.pre(pastedPassage(state) !== null)
      const keys = keysOf(state)
      const back = decided(state, 'revert', keys)
      expect(partsOf(decided(back, 'make', keys).doc)).toEqual(partsOf(state.doc))
      for (const key of keys.slice(0, 3)) {
        const one = decided(state, 'revert', [key])
        expect(partsOf(decided(one, 'make', [key]).doc)).toEqual(partsOf(state.doc))
      }
    }),
    { numRuns: 400 },
  )
})
