import type { Command } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import type { StoryParts } from '../../../shared/story/parts'
import { note, p, photo, related, run, story, summary } from '../sheet.testing'
import { addableParts, bindingName, partKeys } from './part-adding'

const partOf = (key: string): Command => addableParts.find(part => part.key === key)!.command

describe('adding a part', () => {
  test.each<[string, string, Partial<StoryParts>, Partial<StoryParts>, string]>([
    [
      'the caret goes to the kicker',
      'kicker',
      { kicker: '提前', headline: '题|' },
      { kicker: '提前' },
      'kicker:2',
    ],
    ['and to an empty deck', 'deck', { blocks: [p('水|')] }, {}, 'deck:0'],
    ['and to the byline', 'byline', { headline: '题|', byline: '（江）' }, {}, 'byline:3'],
    [
      'a summary stands above the text',
      'summary',
      { blocks: [p('水|'), p('田')] },
      { blocks: [summary(''), p('水'), p('田')] },
      'summary:0',
    ],
    [
      'the summary that is there is gone to',
      'summary',
      { blocks: [summary('提要'), p('水|')] },
      { blocks: [summary('提要'), p('水')] },
      'summary:2',
    ],
    [
      'a note stands below the summary',
      'editorNote',
      { blocks: [summary('提要'), p('水|')] },
      { blocks: [summary('提要'), note('编者按：'), p('水')] },
      'editorNote:4',
    ],
    [
      'the note that is there is gone to',
      'editorNote',
      { blocks: [note('按'), p('水|')] },
      { blocks: [note('按'), p('水')] },
      'editorNote:1',
    ],
    [
      'a note below the text',
      'noteBelow',
      { blocks: [note('按'), p('水|')] },
      { blocks: [note('按'), p('水'), note('编后：')] },
      'editorNote:3',
    ],
    [
      'which is gone to when it is there',
      'noteBelow',
      { blocks: [p('水|'), note('后')] },
      { blocks: [p('水'), note('后')] },
      'editorNote:1',
    ],
    [
      'links come with their heading',
      'related',
      { blocks: [p('水|')] },
      { blocks: [p('水'), related('相关链接'), related('')] },
      'related:0',
    ],
    [
      'and a further one without',
      'related',
      { blocks: [p('水|'), related('链')] },
      { blocks: [p('水'), related('链'), related('')] },
      'related:0',
    ],
    [
      'an empty one is gone to',
      'related',
      { blocks: [p('水|'), related('')] },
      { blocks: [p('水'), related('')] },
      'related:0',
    ],
    [
      '本报讯 opens the first paragraph',
      'dateline',
      { blocks: [summary('提要'), p('水|'), p('田')] },
      { dateline: '本报讯', blocks: [summary('提要'), p('水'), p('田')] },
      'paragraph:3',
    ],
    [
      'the dateline that is there is gone behind',
      'dateline',
      { dateline: '本报讯（记者 江南）', blocks: [p('水|')] },
      { dateline: '本报讯（记者 江南）' },
      'paragraph:10',
    ],
    [
      'a place for a photo',
      'photo',
      { blocks: [p('水|')] },
      { blocks: [p('水'), photo('', '')] },
      'caption:0',
    ],
  ])('%s', (_name, key, given, expected, caret) => {
    const result = run(partOf(key), story(given))
    expect(result.did).toBe(true)
    expect(result.parts).toMatchObject(expected)
    expect(result.caret).toBe(caret)
  })

  test('every key is bound once, and every part can be told from the others by its letters', () => {
    const bindings = addableParts.map(part => part.binding).filter(binding => binding !== '')
    expect(Object.keys(partKeys)).toHaveLength(bindings.length)
    expect(new Set(addableParts.map(part => part.letters)).size).toBe(addableParts.length)
    expect(bindingName('Mod-Alt-5')).toBe('Ctrl Alt 5')
  })
})
