import fc from 'fast-check'
import { Node, Schema, type NodeSpec } from 'prosemirror-model'
import { Step, Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { documentOf, emptyParts } from './parts'
import { storySchema } from './schema'

/** The schema as the first newsrooms had it: no 提要, 编者按, 相关链接. Their logs are steps on it. */
function firstSchema(): Schema {
  const nodes: Record<string, NodeSpec> = {}
  storySchema.spec.nodes.forEach((name, spec) => {
    if (!['summary', 'editorNote', 'related'].includes(name)) nodes[name] = spec
  })
  nodes['doc'] = { ...nodes['doc'], content: 'kicker headline deck block+ byline' }
  return new Schema({ nodes, marks: storySchema.spec.marks })
}

/** Does one edit of a kind that desks do, where it can be done at that share of the document. */
function edit(tr: Transform, kind: string, where: number, length: number, words: string): void {
  const { nodes, marks } = tr.doc.type.schema
  const from = Math.round(where * tr.doc.content.size)
  const to = Math.min(tr.doc.content.size, from + length)
  const $from = tr.doc.resolve(from)
  const part = $from.parent
  switch (kind) {
    case 'type':
      if (part.isTextblock) tr.insert(from, tr.doc.type.schema.text(words, $from.marks()))
      return
    case 'delete':
      tr.deleteRange(from, to)
      return
    case 'split':
      if (part.type.name === 'paragraph') tr.split(from)
      return
    case 'part':
      if (part.type.name === 'paragraph') tr.setBlockType(from, from, nodes['crosshead']!)
      else if (part.type.name === 'crosshead') tr.setBlockType(from, from, nodes['paragraph']!)
      return
    case 'dateline':
      if (part.type.name === 'paragraph') tr.addMark($from.start(), from, marks['dateline']!.create())
      return
    case 'photo':
      if ($from.depth === 1 && part.type.isInGroup('block'))
        tr.insert(
          $from.after(),
          nodes['photo']!.create(null, [nodes['caption']!.create(), nodes['credit']!.create()]),
        )
  }
}

test('every step of a log of before the parts that came later applies as it did', () => {
  const before = firstSchema()
  const edits = fc.array(
    fc.record({
      kind: fc.constantFrom('type', 'type', 'delete', 'split', 'part', 'dateline', 'photo'),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      words: fc.constantFrom('冬灌', '“水”', '𠮷'),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(edits, all => {
      const first = documentOf({
        ...emptyParts,
        headline: '冬灌开闸',
        dateline: '本报讯',
        blocks: [
          { kind: 'paragraph', text: '渠水进田。' },
          { kind: 'crosshead', text: '水到地头' },
          { kind: 'paragraph', text: '人在渠头。' },
        ],
        byline: '（沈一禾）',
      }).toJSON() as object
      const tr = new Transform(Node.fromJSON(before, first))
      for (const { kind, where, length, words } of all) edit(tr, kind, where, length, words)

      let now = Node.fromJSON(storySchema, first)
      for (const step of tr.steps) {
        const applied = Step.fromJSON(storySchema, step.toJSON()).apply(now)
        expect(applied.failed).toBeNull()
        now = applied.doc!
      }
      now.check()
      expect(now.toJSON()).toEqual(tr.doc.toJSON())
    }),
  )
})

test('a document of the first schema is one of this schema', () => {
  const doc = documentOf({ ...emptyParts, headline: '题' }).toJSON() as object
  for (const schema of [firstSchema(), storySchema])
    expect(() => Node.fromJSON(schema, doc).check()).not.toThrow()
})
