import type { Command } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { partsOf, type StoryParts } from '../../shared/story/parts'
import { deletePartwise, spansParts } from './delete-parts'
import { crosshead, note, p, photo, related, run, stateOf, story, summary } from './sheet.testing'
import {
  backspaceAtStart,
  deleteAtEnd,
  enter,
  insertPhoto,
  removePhoto,
  storyKeys,
  toggleCrosshead,
  travel,
} from './part-keys'

describe('keys of the story sheet', () => {
  test.each<[string, Command, Partial<StoryParts>, Partial<StoryParts>, string]>([
    ['Enter leaves the kicker', enter, { kicker: '提前|' }, { kicker: '提前' }, 'headline:0'],
    ['Enter leaves the headline', enter, { headline: '冬灌|开闸' }, { headline: '冬灌开闸' }, 'deck:0'],
    ['Enter leaves the deck for the body', enter, { deck: '副|', blocks: [p('水')] }, {}, 'paragraph:0'],
    ['Enter in a caption goes to the credit', enter, { blocks: [photo('渠水|', '')] }, {}, 'credit:0'],
    [
      'Enter in a credit makes the paragraph below',
      enter,
      { blocks: [p('水'), photo('渠水', '江南 摄|')] },
      { blocks: [p('水'), photo('渠水', '江南 摄'), p('')] },
      'paragraph:0',
    ],
    [
      'Enter at the end of a crosshead opens a paragraph',
      enter,
      { blocks: [crosshead('水到|'), p('田')] },
      { blocks: [crosshead('水到'), p(''), p('田')] },
      'paragraph:0',
    ],
    [
      'Backspace at the start of a paragraph after the deck keeps both',
      backspaceAtStart,
      { deck: '副题', blocks: [p('|水'), p('田')] },
      { deck: '副题', blocks: [p('水'), p('田')] },
      'deck:2',
    ],
    [
      'Backspace turns a crosshead into text',
      backspaceAtStart,
      { blocks: [crosshead('|水到'), p('田')] },
      { blocks: [p('水到'), p('田')] },
      'paragraph:0',
    ],
    [
      'Backspace takes an empty paragraph away',
      backspaceAtStart,
      { blocks: [p('水'), crosshead('头'), p('|')] },
      { blocks: [p('水'), crosshead('头')] },
      'crosshead:1',
    ],
    [
      'Backspace after a photo does not take the photo',
      backspaceAtStart,
      { blocks: [p('水'), photo('图说', '摄'), p('|田')] },
      { blocks: [p('水'), photo('图说', '摄'), p('田')] },
      'credit:1',
    ],
    [
      'Backspace at the start of the byline stays out of the text',
      backspaceAtStart,
      { blocks: [p('水')], byline: '|（江）' },
      { byline: '（江）' },
      'paragraph:1',
    ],
    [
      'Delete at the end of the headline keeps the deck',
      deleteAtEnd,
      { headline: '题|', deck: '副' },
      { headline: '题', deck: '副' },
      'deck:0',
    ],
    [
      'Enter behind a summary goes on with the text',
      enter,
      { blocks: [summary('提要|'), p('')] },
      { blocks: [summary('提要'), p('')] },
      'paragraph:0',
    ],
    [
      'Enter behind a note makes the paragraph below',
      enter,
      { blocks: [note('编者按：|'), p('水')] },
      { blocks: [note('编者按：'), p(''), p('水')] },
      'paragraph:0',
    ],
    [
      'Enter in an empty summary gives it up',
      enter,
      { blocks: [summary('|'), p('水')] },
      { blocks: [p(''), p('水')] },
      'paragraph:0',
    ],
    [
      'Backspace turns a note into text',
      backspaceAtStart,
      { blocks: [note('|按'), p('水')] },
      { blocks: [p('按'), p('水')] },
      'paragraph:0',
    ],
    [
      'Enter in an empty link gives it up',
      enter,
      { byline: '（江）', blocks: [p('水'), related('链'), related('|')] },
      { blocks: [p('水'), related('链')] },
      'related:1',
    ],
    [
      'Backspace in the only empty link gives it up',
      backspaceAtStart,
      { byline: '（江）', blocks: [p('水'), related('|')] },
      { blocks: [p('水')] },
      'byline:3',
    ],
    [
      'Backspace at the start of the links stays out of the byline',
      backspaceAtStart,
      { byline: '（江）', blocks: [p('水'), related('|链')] },
      { byline: '（江）', blocks: [p('水'), related('链')] },
      'byline:3',
    ],
    [
      'Delete at the end of a summary keeps the text',
      deleteAtEnd,
      { blocks: [summary('提|'), p('水')] },
      { blocks: [summary('提'), p('水')] },
      'paragraph:0',
    ],
    [
      'Enter at the end of a paragraph makes the next',
      storyKeys['Enter'] as Command,
      { blocks: [p('水|')] },
      { blocks: [p('水'), p('')] },
      'paragraph:0',
    ],
    [
      'Enter in a paragraph parts it, the dateline stays with its words',
      storyKeys['Enter'] as Command,
      { dateline: '本报讯', blocks: [p('水|田')] },
      { dateline: '本报讯', blocks: [p('水'), p('田')] },
      'paragraph:0',
    ],
    [
      'Enter over a selection deletes it and parts the paragraph',
      storyKeys['Enter'] as Command,
      { blocks: [p('水|来了|田')] },
      { blocks: [p('水'), p('田')] },
      'paragraph:0',
    ],
    [
      'Enter at the end of a link makes another',
      storyKeys['Enter'] as Command,
      { blocks: [p('水'), related('链|')] },
      { blocks: [p('水'), related('链'), related('')] },
      'related:0',
    ],
    [
      'Enter in a note parts it',
      storyKeys['Enter'] as Command,
      { blocks: [note('按|语'), p('水')] },
      { blocks: [note('按'), note('语'), p('水')] },
      'editorNote:0',
    ],
    [
      'Tab goes to the summary before the body',
      travel(1),
      { deck: '副|', blocks: [summary('提要'), p('水')] },
      {},
      'summary:2',
    ],
    [
      'Tab goes from the byline to the links',
      travel(1),
      { byline: '（江）|', blocks: [p('水'), related('链'), related('接')] },
      {},
      'related:1',
    ],
    ['Tab goes from the headline to the deck', travel(1), { headline: '题|', deck: '副' }, {}, 'deck:1'],
    [
      'Tab goes from any paragraph to the byline',
      travel(1),
      { blocks: [p('水'), p('田|')], byline: '（江）' },
      {},
      'byline:3',
    ],
    [
      'Shift Tab goes back to the start of the body',
      travel(-1),
      { blocks: [p('水'), p('田')], byline: '（江）|' },
      {},
      'paragraph:0',
    ],
    [
      'a paragraph becomes a crosshead',
      toggleCrosshead,
      { blocks: [p('水'), p('田|')] },
      { blocks: [p('水'), crosshead('田')] },
      'crosshead:1',
    ],
    [
      'the dateline does not go into a crosshead',
      toggleCrosshead,
      { dateline: '本报讯', blocks: [p('水|')] },
      { dateline: '', blocks: [crosshead('本报讯水')] },
      'crosshead:4',
    ],
    [
      'a photo stands after the paragraph that has the caret',
      insertPhoto(null, 0, 0),
      { blocks: [p('水|'), p('田')] },
      { blocks: [p('水'), photo('', ''), p('田')] },
      'caption:0',
    ],
    [
      'a photo put in from the headline stands after the first paragraph',
      insertPhoto(null, 0, 0),
      { headline: '题|', blocks: [p('水'), p('田')] },
      { blocks: [p('水'), photo('', ''), p('田')] },
      'caption:0',
    ],
    [
      'a photo goes whole and leaves a paragraph',
      removePhoto,
      { blocks: [photo('图|说', '摄')] },
      { blocks: [p('')] },
      'paragraph:0',
    ],
  ])('%s', (_name, command, given, expected, caret) => {
    const result = run(command, story(given))
    expect(result.did).toBe(true)
    expect(result.parts).toMatchObject(expected)
    expect(result.caret).toBe(caret)
  })

  test.each<[string, Command, Partial<StoryParts>]>([
    ['Enter inside a paragraph splits as usual', enter, { blocks: [p('水|田')] }],
    ['Backspace between two paragraphs joins as usual', backspaceAtStart, { blocks: [p('水'), p('|田')] }],
    ['Enter between two links splits as usual', enter, { blocks: [p('水'), related('链|接')] }],
    [
      'Backspace between two links joins as usual',
      backspaceAtStart,
      { blocks: [p('水'), related('链'), related('|接')] },
    ],
    ['a headline cannot become a crosshead', toggleCrosshead, { headline: '题|' }],
    ['there is no photo to take away', removePhoto, { blocks: [p('水|')] }],
  ])('%s', (_name, command, given) => {
    expect(run(command, story(given)).did).toBe(false)
  })

  test.each<[string, Partial<StoryParts>, Partial<StoryParts>]>([
    [
      'from headline into the body',
      { headline: '冬|灌', deck: '副', blocks: [p('水'), p('田|地')] },
      { headline: '冬', deck: '', blocks: [p('地')] },
    ],
    [
      'the whole story',
      { kicker: '|引', headline: '题', blocks: [p('水'), crosshead('头'), p('田')], byline: '（江）|' },
      { kicker: '', headline: '', blocks: [p('')], byline: '' },
    ],
    [
      'from the text through the byline into the links',
      { blocks: [p('水|来'), related('链'), related('接|着')], byline: '（江）' },
      { blocks: [p('水'), related('着')], byline: '' },
    ],
    [
      'from a summary into the text',
      { blocks: [summary('提|要'), p('水|来')] },
      { blocks: [summary('提'), p('来')] },
    ],
    [
      'from a caption into the text below',
      { blocks: [p('水'), photo('图|说', '摄'), p('田|地')] },
      { blocks: [p('水'), photo('图', ''), p('地')] },
    ],
  ])('deletes part by part: %s', (_name, given, expected) => {
    const state = stateOf(story(given))
    expect(spansParts(state)).toBe(true)
    const next = state.apply(deletePartwise(state))
    next.doc.check()
    expect(partsOf(next.doc)).toMatchObject(expected)
  })

  test('Backspace over two paragraphs with a photo between them takes the photo too', () => {
    const result = run(
      storyKeys['Backspace'] as Command,
      story({ blocks: [p('水|来'), photo('图', '摄'), p('土|地')] }),
    )
    expect(result.parts.blocks.filter(block => block.kind === 'photo')).toEqual([])
  })
})
