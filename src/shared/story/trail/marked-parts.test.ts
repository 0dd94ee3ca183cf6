import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { intact } from '../log/play-steps'
import { documentOf, emptyParts } from '../parts'
import { storySchema } from '../schema'
import { lastHands } from './last-hands'
import { markedSide, markedText, type MarkedPart } from './marked-parts'
import { sittingsOf } from './sittings'
import { followSteps, startTrail, type TrailStep } from './trail'

const start = documentOf({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [
    { kind: 'paragraph', text: '今年冬灌比去年提前5天。' },
    { kind: 'paragraph', text: '十二万亩麦田喝上水。' },
  ],
})

const placeOf = (text: string, tr: Transform) => {
  let found = -1
  tr.doc.descendants((node, pos) => {
    if (found < 0 && node.isText && node.text!.includes(text)) found = pos + node.text!.indexOf(text)
  })
  return found
}

type Work = readonly [by: string, minute: number, work: (tr: Transform) => void]
const insert = (before: string, text: string) => (tr: Transform) =>
  void tr.insert(placeOf(before, tr), storySchema.text(text))
const remove = (text: string) => (tr: Transform) =>
  void tr.delete(placeOf(text, tr), placeOf(text, tr) + text.length)
const split = (before: string) => (tr: Transform) => void tr.split(placeOf(before, tr))

function logOf(...works: readonly Work[]): TrailStep[] {
  let doc = start
  return works.flatMap(([personId, minute, work], at) => {
    const tr = new Transform(doc)
    work(tr)
    doc = tr.doc
    const time = new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString()
    return tr.steps.map(step => {
      return { version: at + 1, step: step.toJSON() as Record<string, unknown>, personId, at: time }
    })
  })
}

const trailOf = (...works: readonly Work[]) => intact(followSteps(startTrail(0, start), logOf(...works)))

/** {+来}, {-去}, parts by |. */
const read = (parts: readonly MarkedPart[]) =>
  parts
    .filter(part => part.pieces.length > 0)
    .map(part =>
      part.pieces
        .map(({ text, mark }) => (mark === 'same' ? text : `{${mark === 'in' ? '+' : '-'}${text}}`))
        .join(''),
    )
    .join('|')

describe('two versions', () => {
  const works: Work[] = [
    ['甲', 0, insert('提前', '又')],
    ['乙', 1, remove('十二万亩')],
  ]
  test.each([
    ['old', '冬灌开闸|今年冬灌比去年提前5天。|{-十二万亩}麦田喝上水。'],
    ['new', '冬灌开闸|今年冬灌比去年{+又}提前5天。|麦田喝上水。'],
  ] as const)('%s side', (side, text) => {
    expect(read(markedSide(trailOf(...works), side))).toBe(text)
  })

  test.each<[string, Work[], string]>([
    ['in one', works, '冬灌开闸|今年冬灌比去年{+又}提前5天。|{-十二万亩}麦田喝上水。'],
    [
      'a replacement',
      [
        ['甲', 0, remove('去年')],
        ['甲', 0, insert('提前', '往年')],
      ],
      '冬灌开闸|今年冬灌比{-去}{+往}年提前5天。|十二万亩麦田喝上水。',
    ],
    [
      'at the end of a part',
      [['甲', 0, remove('5天。')]],
      '冬灌开闸|今年冬灌比去年提前{-5天。}|十二万亩麦田喝上水。',
    ],
    [
      'a whole text',
      [['甲', 0, remove('冬灌开闸')]],
      '{-冬灌开闸}|今年冬灌比去年提前5天。|十二万亩麦田喝上水。',
    ],
    [
      'a paragraph parted',
      [['甲', 0, split('提前')]],
      '冬灌开闸|今年冬灌比去年|提前5天。|十二万亩麦田喝上水。',
    ],
  ])('%s', (_, done, text) => {
    expect(read(markedText(trailOf(...done)))).toBe(text)
  })
})

test('who last touched each part', () => {
  const trail = trailOf(
    ['甲', 0, insert('提前', '又')],
    ['乙', 5, remove('十二万亩')],
    ['丙', 9, insert('又', '却')],
  )
  // kicker, headline, deck, two paragraphs, byline
  expect(lastHands(trail).map(hand => hand?.by ?? null)).toEqual([null, null, null, '丙', '乙', null])
})

test('sittings end with a pause or another hand', () => {
  const log = logOf(
    ['甲', 0, insert('提前', '又')],
    ['甲', 9, remove('十二万亩')],
    ['乙', 10, insert('提前', '却')],
    ['甲', 11, insert('提前', '再')],
    ['甲', 30, insert('提前', '说')],
  )
  expect(
    sittingsOf(log).map(({ by, fromVersion, toVersion, added, removed }) => [
      by,
      fromVersion,
      toVersion,
      added,
      removed,
    ]),
  ).toEqual([
    ['甲', 0, 2, 1, 4],
    ['乙', 2, 3, 1, 0],
    ['甲', 3, 4, 1, 0],
    ['甲', 4, 5, 1, 0],
  ])
})
