import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform, type Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { intact } from '../log/play-steps'
import { documentOf, emptyParts, partsOf, type StoryParts } from '../parts'
import { storySchema } from '../schema'
import { acceptChanges, handOf, refusalSteps, wholeChanges } from './settle'
import {
  baseOf,
  followSteps,
  startTrail,
  trailFromJson,
  trailToJson,
  type Trail,
  type TrailStep,
} from './trail'

const { nodes, marks } = storySchema

const story: StoryParts = {
  ...emptyParts,
  headline: '冬灌开闸 麦田喝上越冬水',
  dateline: '本报讯',
  blocks: [
    { kind: 'paragraph', text: '今年冬灌比去年提前5天。' },
    { kind: 'crosshead', text: '水到地头' },
    { kind: 'photo', image: 'a'.repeat(64), width: 3, height: 2, caption: '开闸', credit: '江南 摄' },
    { kind: 'paragraph', text: '冬灌结束后转入春灌。' },
  ],
  byline: '（沈一禾）',
}
const start = documentOf(story)

const at = (n: number) => `2026-11-24T10:${String(n % 60).padStart(2, '0')}:00.000Z`

/** The log of what hands did to a story, one after the other. */
function logOf(doc: Node, edits: readonly { by: string; edit: (tr: Transform) => void }[], from = 0) {
  const log: TrailStep[] = []
  let current = doc
  for (const { by, edit } of edits) {
    const tr = new Transform(current)
    try {
      edit(tr)
      tr.doc.check()
    } catch {
      // What the schema does not allow, no hand could have done.
      continue
    }
    for (const step of tr.steps) {
      const version = from + log.length + 1
      log.push({ version, step: step.toJSON() as Record<string, unknown>, personId: by, at: at(version) })
    }
    current = tr.doc
  }
  return { log, doc: current }
}

const placeOf = (doc: Node, text: string): number => {
  let found = -1
  doc.descendants((node, pos) => {
    if (found < 0 && node.isText) {
      const offset = node.text!.indexOf(text)
      if (offset >= 0) found = pos + offset
    }
  })
  if (found < 0) throw new Error(`no ${text}`)
  return found
}

const insert = (before: string, text: string) => (tr: Transform) =>
  void tr.insert(placeOf(tr.doc, before), storySchema.text(text))
const remove = (text: string) => (tr: Transform) => {
  const from = placeOf(tr.doc, text)
  tr.delete(from, from + text.length)
}
const split = (before: string) => (tr: Transform) => void tr.split(placeOf(tr.doc, before))
const part = (inText: string, type: 'paragraph' | 'crosshead') => (tr: Transform) => {
  const pos = placeOf(tr.doc, inText)
  tr.setBlockType(pos, pos, nodes[type])
}
const picture = (image: string) => (tr: Transform) => {
  tr.doc.descendants((node, pos) => {
    if (node.type === nodes.photo) tr.setNodeAttribute(pos, 'image', image)
  })
}

const apply = (doc: Node, steps: readonly Step[]) =>
  steps.reduce((sum, step) => step.apply(sum).doc ?? sum, doc)

/** What a trail says: -deleted +inserted, by whom. Borders between parts are ¶. */
const told = (trail: Trail) =>
  wholeChanges(trail).map(change => {
    const text = (doc: Node, from: number, to: number) => doc.textBetween(from, to, '¶', '¶')
    const gone = text(baseOf(trail), change.fromA, change.toA)
    const come = text(trail.doc, change.fromB, change.toB)
    return `${handOf(change).by}${gone ? ` -${gone}` : ''}${come ? ` +${come}` : ''}`
  })

describe('a trail tells', () => {
  test.each<[string, { by: string; edit: (tr: Transform) => void }[], string[]]>([
    ['an insertion', [{ by: '甲', edit: insert('提前', '又') }], ['甲 +又']],
    ['a deletion', [{ by: '甲', edit: remove('比去年') }], ['甲 -比去年']],
    [
      'each hand by itself',
      [
        { by: '甲', edit: insert('提前', '又') },
        { by: '乙', edit: remove('春') },
      ],
      ['甲 +又', '乙 -春'],
    ],
    [
      'nothing where what was put in was taken out',
      [
        { by: '甲', edit: insert('提前', '又') },
        { by: '乙', edit: remove('又') },
      ],
      [],
    ],
    [
      'nothing where a deletion was typed back',
      [
        { by: '甲', edit: remove('提前') },
        { by: '乙', edit: insert('5天', '提前') },
      ],
      [],
    ],
    [
      'a replacement',
      [
        { by: '甲', edit: remove('今年') },
        { by: '甲', edit: insert('冬灌比', '本季') },
      ],
      ['甲 -今年 +本季'],
    ],
  ])('%s', (_, edits, expected) => {
    expect(told(intact(followSteps(startTrail(0, start), logOf(start, edits).log)))).toEqual(expected)
  })

  test.each<[string, (tr: Transform) => void]>([
    ['a paragraph parted', split('比去年')],
    ['a paragraph become a crosshead', part('冬灌结束', 'crosshead')],
    ['a crosshead become a paragraph', part('水到地头', 'paragraph')],
    ['another photo', picture('b'.repeat(64))],
    ['a dateline taken for text', tr => void tr.removeMark(0, tr.doc.content.size, marks.dateline)],
    [
      'two paragraphs joined',
      tr => {
        const pos = placeOf(tr.doc, '水到地头') - 1
        tr.setBlockType(pos + 1, pos + 1, nodes.paragraph).join(pos)
      },
    ],
    [
      'a photo gone',
      tr => {
        const pos = photoAt(tr.doc)
        tr.delete(pos, pos + tr.doc.nodeAt(pos)!.nodeSize)
      },
    ],
  ])('%s, and it can be agreed on or taken back', (_, edit) => {
    const { log, doc } = logOf(start, [{ by: '甲', edit }])
    const trail = intact(followSteps(startTrail(0, start), log))
    expect(wholeChanges(trail).length).toBeGreaterThan(0)
    expect(handOf(wholeChanges(trail)[0]!).by).toBe('甲')
    expect(
      partsOf(
        apply(
          doc,
          refusalSteps(trail, () => true),
        ),
      ),
    ).toEqual(story)
    const agreed = acceptChanges(trail, () => true)
    expect(agreed.changes.changes).toEqual([])
    expect(partsOf(baseOf(agreed))).toEqual(partsOf(doc))
  })
})

function photoAt(doc: Node): number {
  let found = 0
  doc.descendants((node, pos) => {
    if (node.type === nodes.photo) found = pos
  })
  return found
}

/** Random work of two hands: a place by share of the document, so that any document can take it. */
const anyEdit = fc.record({
  by: fc.constantFrom('甲', '乙'),
  where: fc.integer({ min: 0, max: 9999 }).map(n => n / 10_000),
  size: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom(
    'insert',
    'delete',
    'deleteAcross',
    'split',
    'join',
    'crosshead',
    'paragraph',
    'photo',
    'picture',
    'dateline',
  ),
  text: fc.constantFrom('水', '新字', '，', '冬灌'),
})

const performed =
  ({ where, size, kind, text }: { where: number; size: number; kind: string; text: string }) =>
  (tr: Transform) => {
    let pos = Math.floor(where * tr.doc.content.size)
    while (pos > 0 && !tr.doc.resolve(pos).parent.isTextblock) pos--
    const $pos = tr.doc.resolve(pos)
    switch (kind) {
      case 'insert':
        if ($pos.parent.isTextblock) tr.insert(pos, storySchema.text(text, $pos.marks()))
        return
      case 'delete':
        if ($pos.parent.isTextblock) tr.delete(pos, Math.min(pos + size, $pos.end()))
        return
      case 'deleteAcross':
        tr.deleteRange(pos, Math.min(tr.doc.content.size, pos + size * 4))
        return
      case 'split':
        if ($pos.parent.type === nodes.paragraph) tr.split(pos)
        return
      case 'join':
        if ($pos.depth === 1 && $pos.parent.type === nodes.paragraph) tr.join($pos.after())
        return
      case 'crosshead':
      case 'paragraph':
        if ($pos.depth === 1 && $pos.parent.type.isInGroup('block')) tr.setBlockType(pos, pos, nodes[kind])
        return
      case 'photo':
        if ($pos.depth === 1 && $pos.parent.type.isInGroup('block')) {
          tr.insert($pos.after(), nodes.photo.create(null, [nodes.caption.create(), nodes.credit.create()]))
        }
        return
      case 'picture':
        picture(text.repeat(3))(tr)
        return
      case 'dateline':
        if ($pos.parent.type === nodes.paragraph)
          tr.addMark(pos, Math.min(pos + size, $pos.end()), marks.dateline.create())
    }
  }

const anyEdits = fc.array(anyEdit, { minLength: 1, maxLength: 14 })
const edited = (
  doc: Node,
  edits: readonly { by: string; where: number; size: number; kind: string; text: string }[],
  from = 0,
) =>
  logOf(
    doc,
    edits.map(one => ({ by: one.by, edit: performed(one) })),
    from,
  )

describe('whatever two hands did', () => {
  test('refusing all gives what was agreed on, accepting all gives what stands', () => {
    fc.assert(
      fc.property(anyEdits, edits => {
        const { log, doc } = edited(start, edits)
        const trail = intact(followSteps(startTrail(0, start), log))
        expect(
          apply(
            doc,
            refusalSteps(trail, () => true),
          ).eq(start),
        ).toBe(true)
        const agreed = acceptChanges(trail, () => true)
        expect(baseOf(agreed).eq(doc)).toBe(true)
        expect(agreed.changes.changes).toHaveLength(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('some accepted, the rest refused: base and story meet', () => {
    fc.assert(
      fc.property(anyEdits, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (edits, taken) => {
        const { log, doc } = edited(start, edits)
        const trail = intact(followSteps(startTrail(0, start), log))
        const all = wholeChanges(trail)
        const isTaken = (change: { fromB: number; fromA: number }) =>
          taken[all.findIndex(one => one.fromB === change.fromB && one.fromA === change.fromA) % 20] ?? false
        const agreed = acceptChanges(trail, isTaken)
        baseOf(agreed).check()
        const after = apply(
          doc,
          refusalSteps(agreed, () => true),
        )
        expect(after.eq(baseOf(agreed))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('kept and read again, it follows the log as if it had never stopped', () => {
    fc.assert(
      fc.property(anyEdits, anyEdits, (first, then) => {
        const one = edited(start, first)
        const two = edited(one.doc, then, one.log.length)
        const trail = intact(followSteps(startTrail(0, start), one.log))
        const kept = trailFromJson(JSON.parse(JSON.stringify(trailToJson(trail))), one.doc)
        expect(trailToJson(intact(followSteps(kept, two.log)))).toEqual(
          trailToJson(intact(followSteps(trail, two.log))),
        )
      }),
      { numRuns: 500 },
    )
  })
})
