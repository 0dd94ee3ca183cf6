import fc from 'fast-check'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import {
  documentOf,
  emptyParts,
  partsOf,
  type StoryBlock,
  type StoryParts,
} from '../../../shared/story/parts'
import type { TakenPhoto } from '../../newsroom/take-photo'
import { fillPhoto, insertPhotos, movePhoto } from './photo-changes'
import { nearestPhotoPlace, photoAt, photoAtCaret, photoPlaceAtCaret } from './photo-places'

const p = (text: string): StoryBlock => ({ kind: 'paragraph', text })
const photo = (image: string | null, caption = '', credit = ''): StoryBlock => ({
  kind: 'photo',
  image,
  width: image ? 4 : 0,
  height: image ? 3 : 0,
  caption,
  credit,
})
const taken = (image: string, caption = '', credit = ''): TakenPhoto => ({
  image,
  width: 4,
  height: 3,
  facts: { caption, credit, city: '', date: null, instructions: '' },
})
const story = (...blocks: StoryBlock[]): StoryParts => ({
  ...emptyParts,
  headline: '题',
  byline: '（史婉）',
  blocks,
})

/** A story in short: ¶text, 图[image/caption/credit]. */
const short = (parts: StoryParts): string =>
  parts.blocks
    .map(block =>
      block.kind === 'photo' ? `图[${block.image ?? ''}/${block.caption}/${block.credit}]` : `¶${block.text}`,
    )
    .join(' ')

/** The position before a block, counted as in `StoryParts.blocks`; one past the last is behind it. */
function before(state: EditorState, block: number): number {
  let found = 0
  let index = 0
  state.doc.forEach((node, at) => {
    if (!node.type.isInGroup('block')) return
    if (index === block) found = at
    if (index === block - 1) found = at + node.nodeSize
    index++
  })
  return found
}

const stateOf = (parts: StoryParts) => EditorState.create({ doc: documentOf(parts) })
const withCaret = (state: EditorState, pos: number) =>
  state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos))))

describe('photos come in', () => {
  test.each([
    ['between two paragraphs', story(p('一'), p('二')), 1, false, '¶一 图[a//] 图[b//] ¶二'],
    ['before the first', story(p('一')), 0, false, '图[a//] 图[b//] ¶一'],
    ['behind the last', story(p('一')), 1, false, '¶一 图[a//] 图[b//]'],
    ['into an announced one', story(p('一'), photo(null, '图说')), 1, true, '¶一 图[a/图说/] 图[b//]'],
    [
      'before an announced one',
      story(p('一'), photo(null, '图说')),
      1,
      false,
      '¶一 图[a//] 图[b//] 图[/图说/]',
    ],
    ['where the announced one is gone', story(p('一')), 0, true, '图[a//] 图[b//] ¶一'],
  ] as const)('%s', (_, parts, block, fills, expected) => {
    const state = stateOf(parts)
    const tr = insertPhotos(state.tr, before(state, block), fills, [taken('a'), taken('b')])
    tr.doc.check()
    expect(short(partsOf(tr.doc))).toBe(expected)
  })

  test('with the words that their files brought', () => {
    const state = stateOf(story(p('一')))
    const tr = insertPhotos(state.tr, before(state, 1), false, [taken('a', '渠水', '史婉 摄')])
    expect(short(partsOf(tr.doc))).toBe('¶一 图[a/渠水/史婉 摄]')
  })
})

describe('another picture keeps the words and fills the empty ones', () => {
  test.each([
    [photo('a', '旧图说', '旧署名'), '图[b/旧图说/旧署名]'],
    [photo('a', '', '旧署名'), '图[b/新图说/旧署名]'],
    [photo('a', '旧图说', ''), '图[b/旧图说/新署名]'],
    [photo(null), '图[b/新图说/新署名]'],
  ] as const)('%j', (old, expected) => {
    const state = stateOf(story(p('一'), old))
    const tr = fillPhoto(state.tr, before(state, 1), taken('b', '新图说', '新署名'))
    tr.doc.check()
    expect(short(partsOf(tr.doc))).toBe(`¶一 ${expected}`)
    expect(partsOf(tr.doc).blocks[1]).toMatchObject({ width: 4, height: 3 })
  })
})

describe('a photo moves with its words', () => {
  const run = (command: Command, parts: StoryParts, block: number) => {
    let state = stateOf(parts)
    state = withCaret(state, before(state, block) + 2)
    const did = command(state, tr => (state = state.apply(tr)))
    state.doc.check()
    return { did, now: short(partsOf(state.doc)), caption: photoAtCaret(state)?.node.child(0).textContent }
  }
  const three = story(p('一'), photo('a', '甲'), p('二'))
  test.each([
    ['up', movePhoto(-1), three, 1, '图[a/甲/] ¶一 ¶二', true],
    ['down', movePhoto(1), three, 1, '¶一 ¶二 图[a/甲/]', true],
    [
      'up over another',
      movePhoto(-1),
      story(p('一'), photo('b'), photo('a', '甲')),
      2,
      '¶一 图[a/甲/] 图[b//]',
      true,
    ],
    ['not above the body', movePhoto(-1), story(photo('a', '甲'), p('一')), 0, '图[a/甲/] ¶一', false],
    ['not below the byline', movePhoto(1), story(p('一'), photo('a', '甲')), 1, '¶一 图[a/甲/]', false],
    ['not from a paragraph', movePhoto(1), three, 0, '¶一 图[a/甲/] ¶二', false],
  ] as const)('%s', (_, command, parts, block, expected, isDone) => {
    const { did, now, caption } = run(command, parts, block)
    expect([now, did]).toEqual([expected, isDone])
    expect(caption).toBe(block === 0 && !isDone && expected.startsWith('¶') ? undefined : '甲')
  })
})

describe('where photos go', () => {
  test('behind the part of the caret; before an empty paragraph', () => {
    const state = stateOf(story(p('一'), p(''), p('二')))
    expect(photoPlaceAtCaret(withCaret(state, before(state, 0) + 1))).toBe(before(state, 1))
    expect(photoPlaceAtCaret(withCaret(state, before(state, 1) + 1))).toBe(before(state, 1))
    expect(photoPlaceAtCaret(withCaret(state, before(state, 2) + 1))).toBe(before(state, 3))
  })

  test.each([
    ['the headline', 3, 0],
    ['the byline', -2, 2],
  ] as const)('from %s to the near end of the body', (_, pos, block) => {
    const state = stateOf(story(p('一'), p('二')))
    const at = pos < 0 ? state.doc.content.size + pos : pos
    expect(photoPlaceAtCaret(withCaret(state, at))).toBe(before(state, block))
  })

  test('wherever it is wanted, the story stays one', () => {
    const block = fc.oneof(
      fc.string({ maxLength: 5 }).map(p),
      fc.constantFrom(photo('a'), photo(null, '图说')),
      fc.constantFrom<StoryBlock>(
        { kind: 'summary', text: '提要' },
        { kind: 'editorNote', text: '编者按' },
        { kind: 'related', text: '链接' },
      ),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.nat(200), fc.boolean(), (blocks, wanted, fills) => {
        const state = stateOf(story(...blocks))
        const place = nearestPhotoPlace(state.doc, wanted)
        const tr = insertPhotos(state.tr, place, fills, [taken('x'), taken('y')])
        tr.doc.check()
        const images = partsOf(tr.doc).blocks.flatMap(one => (one.kind === 'photo' ? [one.image] : []))
        expect(images.indexOf('y')).toBe(images.indexOf('x') + 1)
        expect(photoAt(tr.doc, place)?.node.attrs['image']).toBe('x')
      }),
    )
  })
})
