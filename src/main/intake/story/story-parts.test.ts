import { describe, expect, it } from 'vitest'
import type { ImportedStory } from '../../../shared/contract/imported-page'
import { documentOf, partsOf } from '../../../shared/story/parts'
import { partsOfImported } from './story-parts'

const bare: ImportedStory = {
  kicker: null,
  headline: null,
  deck: null,
  dateline: null,
  paragraphs: [],
  crossheads: [],
  byline: null,
  credits: [],
  photos: [],
}

describe('partsOfImported', () => {
  it('keeps crossheads in their places and photos without an image after the text', () => {
    const parts = partsOfImported({
      ...bare,
      kicker: '引题',
      headline: '主题',
      deck: '副题',
      dateline: '本报讯',
      paragraphs: ['一。', '二。', '三。'],
      crossheads: [
        { text: '小标题甲', before: 1 },
        { text: '小标题乙', before: 2 },
      ],
      byline: '（王小禾）',
      photos: [{ caption: '图说。', credit: '史小川 摄' }],
    })
    expect(parts.blocks).toEqual([
      { kind: 'paragraph', text: '一。' },
      { kind: 'crosshead', text: '小标题甲' },
      { kind: 'paragraph', text: '二。' },
      { kind: 'crosshead', text: '小标题乙' },
      { kind: 'paragraph', text: '三。' },
      { kind: 'photo', image: null, width: 0, height: 0, caption: '图说。', credit: '史小川 摄' },
    ])
    expect(partsOf(documentOf(parts))).toEqual(parts)
  })

  it.each<[string, Partial<ImportedStory>, number]>([
    [
      'a credit that is in the byline is not repeated',
      { byline: '王小禾 摄影报道', credits: ['王小禾 摄影报道'] },
      0,
    ],
    ['a credit of its own is kept', { byline: '（王小禾）', credits: ['史小川 摄'] }, 1],
  ])('%s', (_name, fields, photos) => {
    const parts = partsOfImported({ ...bare, paragraphs: ['一。'], ...fields })
    expect(parts.blocks.filter(block => block.kind === 'photo')).toHaveLength(photos)
  })

  it('makes a document of an empty story', () => {
    expect(partsOfImported(bare).blocks).toEqual([{ kind: 'paragraph', text: '' }])
    expect(() => documentOf(partsOfImported(bare))).not.toThrow()
  })
})
