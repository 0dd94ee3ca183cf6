import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { documentOf, emptyParts } from '../story/parts'
import { storySchema } from '../story/schema'
import { followStep, onWholeStory, pinned, wordsAt, type PinnedPlace } from './pinned-place'

const start = documentOf({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [
    { kind: 'paragraph', text: '今年的灌溉比去年提前五天。' },
    { kind: 'paragraph', text: '渠水昨日流到地头。' },
  ],
  byline: '（沈一禾）',
})

const placeOf = (doc: Node, text: string): number => {
  let found = -1
  doc.descendants((node, pos) => {
    if (found < 0 && node.isText && node.text!.includes(text)) found = pos + node.text!.indexOf(text)
  })
  if (found < 0) throw new Error(`no ${text}`)
  return found
}

const on = (text: string): PinnedPlace => {
  const from = placeOf(start, text)
  return pinned(start, from, from + text.length)!
}

/** A place after everything that a transform did, one step of the log after the other. */
function follow(place: PinnedPlace, tr: Transform): PinnedPlace {
  return tr.steps.reduce(
    (at, step, n) => followStep(at, step.getMap(), tr.docs[n]!, tr.docs[n + 1] ?? tr.doc),
    place,
  )
}

const put = (before: string, text: string) => (tr: Transform) =>
  void tr.insert(placeOf(tr.doc, before), storySchema.text(text))
const cut = (text: string) => (tr: Transform) =>
  void tr.delete(placeOf(tr.doc, text), placeOf(tr.doc, text) + text.length)
const replace = (text: string, by: string) => (tr: Transform) => {
  const from = placeOf(tr.doc, text)
  tr.replaceWith(from, from + text.length, storySchema.text(by))
}
const split = (before: string) => (tr: Transform) => void tr.split(placeOf(tr.doc, before))

describe('a note on 灌溉比去年 stands on', () => {
  test.each<[string, ((tr: Transform) => void)[], string]>([
    ['itself', [], '灌溉比去年'],
    ['itself when something is written before it', [put('今年', '据悉，')], '灌溉比去年'],
    ['itself when something is written right before it', [put('灌溉', '大')], '灌溉比去年'],
    ['itself when something is written right after it', [put('提前', '又')], '灌溉比去年'],
    ['what is written inside', [put('比去', '时间')], '灌溉时间比去年'],
    ['what is left when a piece goes', [cut('比去')], '灌溉年'],
    ['what is left when its beginning goes with others', [cut('年的灌溉')], '比去年'],
    ['both halves when its paragraph is parted', [split('比去')], '灌溉\n比去年'],
    ['the new text when it is written anew inside', [replace('溉比去', '水较上')], '灌水较上年'],
  ])('%s', (_, edits, expected) => {
    const tr = new Transform(start)
    for (const edit of edits) edit(tr)
    const { from, to, lost } = follow(on('灌溉比去年'), tr)
    expect([wordsAt(tr.doc, from, to), lost]).toEqual([expected, null])
  })
})

describe('when its text goes', () => {
  test('the note keeps the words, at the place where they stood', () => {
    const tr = new Transform(start)
    cut('比去')(tr)
    cut('今年的灌溉年提前')(tr)
    const place = follow(on('灌溉比去年'), tr)
    expect(place).toEqual({
      from: placeOf(tr.doc, '五天'),
      to: placeOf(tr.doc, '五天'),
      lost: { text: '灌溉年', size: 3 },
    })
  })

  test.each<[string, string, (tr: Transform) => void, string | null]>([
    ['put back where it was, it is on it again', '灌溉', put('比去', '灌溉'), '灌溉'],
    ['put back with more, it is on it again', '灌溉', put('比去', '灌溉渠'), '灌溉'],
    [
      'put in elsewhere and long enough to be known, it is on it there',
      '灌溉比去年',
      put('昨日', '的灌溉比去年少'),
      '灌溉比去年',
    ],
    ['a short word elsewhere is another word', '灌溉', put('昨日', '灌溉'), null],
    ['another word in its place is another word', '灌溉', put('比去', '冬灌'), null],
  ])('%s', (_, text, then, expected) => {
    const tr = new Transform(start)
    cut(text)(tr)
    then(tr)
    const { from, to, lost } = follow(on(text), tr)
    expect(lost === null ? wordsAt(tr.doc, from, to) : null).toBe(expected)
  })

  test('a text over two paragraphs comes back by an undo', () => {
    const from = placeOf(start, '五天')
    const to = placeOf(start, '昨日')
    const tr = new Transform(start)
    tr.delete(from, to)
    const gone = follow({ from, to, lost: null }, tr)
    expect(gone.lost?.text).toBe('五天。\n渠水')
    const back = new Transform(tr.doc)
    back.step(tr.steps[0]!.invert(start))
    expect(follow(gone, back)).toEqual({ from, to, lost: null })
  })
})

test.each<[string, number, number]>([
  ['nothing', 5, 5],
  ['backwards', 6, 5],
  ['beyond the end', 1, 9999],
  ['before the beginning', -1, 4],
  ['only borders', 0, 2],
])('no place is made of %s', (_, from, to) => {
  expect(pinned(start, from, to)).toBeNull()
})

test('a note on the whole story stays so', () => {
  const tr = new Transform(start)
  cut('灌溉')(tr)
  expect(follow(onWholeStory, tr)).toEqual(onWholeStory)
})

/** Random work: a place by share of the document, so that any document can take it. */
const anyEdit = fc.record({
  where: fc.integer({ min: 0, max: 9999 }).map(n => n / 10_000),
  size: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom('insert', 'delete', 'across', 'split', 'join', 'crosshead'),
})
type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never

function perform(tr: Transform, { where, size, kind }: Edit): void {
  const pos = Math.floor(where * tr.doc.content.size)
  const $pos = tr.doc.resolve(pos)
  const part = $pos.parent
  if (kind === 'across') tr.deleteRange(pos, Math.min(tr.doc.content.size, pos + size * 3))
  else if (!part.isTextblock) return
  else if (kind === 'insert') tr.insert(pos, storySchema.text('新添的字'.slice(0, 1 + (size % 4))))
  else if (kind === 'delete') tr.delete(pos, Math.min(pos + size, $pos.end()))
  else if (part.type !== storySchema.nodes.paragraph) return
  else if (kind === 'split') tr.split(pos)
  else if (kind === 'join' && tr.doc.resolve($pos.after()).nodeAfter?.type === part.type)
    tr.join($pos.after())
  else if (kind === 'crosshead') tr.setBlockType(pos, pos, storySchema.nodes.crosshead)
}

const edits = fc.array(anyEdit, { minLength: 1, maxLength: 25 })

describe('whatever is done to a story', () => {
  test('a note stands on all that is left of its text and on nothing before or after it', () => {
    // Letters that stand nowhere else, so that what is left can be told.
    const own = '甲乙丙丁戊己庚辛'
    const doc = documentOf({
      ...emptyParts,
      blocks: [
        { kind: 'paragraph', text: `渠水流到${own}地头。` },
        { kind: 'paragraph', text: '冬灌结束后转入春灌。' },
      ],
    })
    const from = placeOf(doc, own)
    fc.assert(
      fc.property(edits, some => {
        const tr = new Transform(doc)
        for (const edit of some) perform(tr, edit)
        tr.doc.check()
        const place = follow(pinned(doc, from, from + own.length)!, tr)
        expect(place.from).toBeGreaterThanOrEqual(0)
        expect(place.to).toBeLessThanOrEqual(tr.doc.content.size)
        const words = wordsAt(tr.doc, place.from, place.to)
        const left = [...wordsAt(tr.doc, 0, tr.doc.content.size)].filter(letter => own.includes(letter))
        expect([...words].filter(letter => own.includes(letter))).toEqual(left)
        // What was written inside is its own; nothing that stood before or after it is.
        expect([...words].filter(letter => !`${own}新添的字\n`.includes(letter))).toEqual([])
        expect(place.lost === null).toBe(place.from < place.to)
      }),
      { numRuns: 2000 },
    )
  })

  test('kept on the way and followed on, it stands where it would have without', () => {
    fc.assert(
      fc.property(edits, edits, (first, then) => {
        const one = new Transform(start)
        for (const edit of first) perform(one, edit)
        const two = new Transform(one.doc)
        for (const edit of then) perform(two, edit)
        const whole = new Transform(start)
        for (const step of [...one.steps, ...two.steps]) whole.step(step)
        const kept = JSON.parse(JSON.stringify(follow(on('灌溉比去年'), one))) as PinnedPlace
        expect(follow(kept, two)).toEqual(follow(on('灌溉比去年'), whole))
      }),
      { numRuns: 500 },
    )
  })
})
