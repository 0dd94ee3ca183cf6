import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { documentOf, emptyParts, partsOf, type StoryBlock, type StoryParts } from './parts'

const text = fc.string({
  unit: fc.constantFrom('县', '水', '，', '。', '5', 'a', '“', '𠮷', '　'),
  maxLength: 30,
})
const block: fc.Arbitrary<StoryBlock> = fc.oneof(
  text.map((words): StoryBlock => ({ kind: 'paragraph', text: words })),
  fc
    .record({ kind: fc.constantFrom('crosshead', 'summary', 'editorNote'), text })
    .map((made): StoryBlock => made as StoryBlock),
  fc
    .record({ image: fc.constantFrom(null, 'a'.repeat(64)), caption: text, credit: text })
    .map((photo): StoryBlock => ({ kind: 'photo', width: 3, height: 2, ...photo })),
)
const parts: fc.Arbitrary<StoryParts> = fc
  .record({ kicker: text, headline: text, deck: text, dateline: text, byline: text, blocks: fc.array(block) })
  .chain(made =>
    fc.array(text, { maxLength: 3 }).map(links => ({
      ...made,
      blocks: [
        ...made.blocks,
        { kind: 'paragraph' as const, text: '完。' },
        ...links.map((words): StoryBlock => ({ kind: 'related', text: words })),
      ],
    })),
  )

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
      'the dateline opens the first paragraph and not what stands before it',
      {
        dateline: '本报讯',
        blocks: [
          { kind: 'summary', text: '提要' },
          { kind: 'editorNote', text: '编者按' },
          { kind: 'paragraph', text: '水' },
        ],
      },
      {
        dateline: '本报讯',
        blocks: [
          { kind: 'summary', text: '提要' },
          { kind: 'editorNote', text: '编者按' },
          { kind: 'paragraph', text: '水' },
        ],
      },
    ],
    [
      'related links stand behind the byline, wherever they were',
      {
        blocks: [
          { kind: 'related', text: '链' },
          { kind: 'paragraph', text: '水' },
        ],
      },
      {
        blocks: [
          { kind: 'paragraph', text: '水' },
          { kind: 'related', text: '链' },
        ],
      },
    ],
    [
      'a story of links alone keeps a paragraph to write in',
      { blocks: [{ kind: 'related', text: '链' }] },
      {
        blocks: [
          { kind: 'paragraph', text: '' },
          { kind: 'related', text: '链' },
        ],
      },
    ],
    [
      'a dateline without a paragraph gets one',
      { dateline: '本报讯', blocks: [] },
      { dateline: '本报讯', blocks: [{ kind: 'paragraph', text: '' }] },
    ],
  ])('%s', (_name, given, expected) => {
    expect(partsOf(documentOf({ ...emptyParts, ...given }))).toMatchObject(expected)
  })
})
