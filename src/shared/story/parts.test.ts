import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { documentOf, emptyParts, partsOf, type StoryBlock, type StoryParts } from './parts'

const text = fc.string({
  unit: fc.constantFrom('县', '水', '，', '。', '5', 'a', '“', '𠮷', '　'),
  maxLength: 30,
})
const block: fc.Arbitrary<StoryBlock> = fc.oneof(
  text.map((words): StoryBlock => ({ kind: 'paragraph', text: words })),
  text.map((words): StoryBlock => ({ kind: 'crosshead', text: words })),
  fc
    .record({ image: fc.constantFrom(null, 'a'.repeat(64)), caption: text, credit: text })
    .map((photo): StoryBlock => ({ kind: 'photo', width: 3, height: 2, ...photo })),
)
const parts: fc.Arbitrary<StoryParts> = fc
  .record({ kicker: text, headline: text, deck: text, dateline: text, byline: text, blocks: fc.array(block) })
  .map(made => ({ ...made, blocks: [...made.blocks, { kind: 'paragraph' as const, text: '完。' }] }))

describe('documentOf and partsOf', () => {
  it('give every story back as it was', () => {
    fc.assert(
      fc.property(parts, made => {
        expect(partsOf(documentOf(made))).toEqual(made)
      }),
    )
  })

  it('make documents that the schema accepts', () => {
    fc.assert(fc.property(parts, made => documentOf(made).check()))
  })

  test.each<[string, Partial<StoryParts>, Partial<StoryParts>]>([
    [
      'an empty story keeps a paragraph to write in',
      { blocks: [] },
      { blocks: [{ kind: 'paragraph', text: '' }] },
    ],
    ['line ends inside a part become a space', { headline: '上\r\n下' }, { headline: '上 下' }],
    [
      'a dateline without a paragraph gets one',
      { dateline: '本报讯', blocks: [] },
      { dateline: '本报讯', blocks: [{ kind: 'paragraph', text: '' }] },
    ],
  ])('%s', (_name, given, expected) => {
    expect(partsOf(documentOf({ ...emptyParts, ...given }))).toMatchObject(expected)
  })
})
