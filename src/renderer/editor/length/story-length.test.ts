import { describe, expect, test } from 'vitest'
import { baseColumnOf } from '../../../shared/budget/base-column'
import { countLines } from '../../../shared/budget/story-lines'
import { papers, paperOf } from '../../../shared/page/paper'
import { p, photo, stateOf, story, summary } from '../sheet.testing'
import { lengthWords, missing, selectedLength, StoryCounter } from './story-length'

const column = baseColumnOf(paperOf('tabloid-6x11'))
const plan = { plannedCharacters: null, plannedLines: null, lengthTolerance: 5 }

describe('the length of a story', () => {
  test('is counted in characters, as Word counts, and in lines of the base column', () => {
    const parts = story({ blocks: [p('水'.repeat(60)), summary('提要5天')], byline: '（江南）' })
    const counted = new StoryCounter().lengthOf(parts, 's', column)
    expect(counted).toMatchObject({ characters: 60 + 4 + 4, asWord: 60 + 4 + 4 })
    expect(counted.lines).toBeGreaterThan(5)
  })

  test.each(papers)('on $name it has the lines that the budget counts', paper => {
    const parts = story({ blocks: [p('水'.repeat(160)), p('田。')] })
    const own = baseColumnOf(paper)
    const counter = new StoryCounter()
    counter.lengthOf(parts, 's', column)
    expect(counter.lengthOf(parts, 's', own)).toMatchObject({
      lines: countLines(parts, own).lines,
      measure: paper.measure,
    })
  })

  test('counted again after a stroke it is as counted afresh', () => {
    const counter = new StoryCounter()
    counter.lengthOf(story({ blocks: [p('水'.repeat(80)), p('田。')] }), 's', column)
    const after = story({ blocks: [p('水'.repeat(81)), p('田。')] })
    expect(counter.lengthOf(after, 's', column)).toEqual(new StoryCounter().lengthOf(after, 's', column))
  })
})

describe('what is selected', () => {
  test.each([
    ['nothing', story({ blocks: [p('水|')] }), null],
    [
      'in one part',
      story({ blocks: [p('渠|水进2026年|田')] }),
      { characters: 7, asWord: 4, lines: 1, measure: 11 },
    ],
    [
      'over parts',
      story({ headline: '冬|灌', blocks: [p('水|田')] }),
      { characters: 2, asWord: 2, lines: 2, measure: 11 },
    ],
    [
      'a caption too',
      story({ blocks: [p('|水'), photo('图|说', '')] }),
      { characters: 2, asWord: 2, lines: 2, measure: 11 },
    ],
  ])('%s', (_name, parts, length) => {
    expect(selectedLength(stateOf(parts), column)).toEqual(length)
  })
})

describe('the footer', () => {
  const length = { characters: 648, asWord: 640, lines: 42, measure: 11 }
  test.each([
    ['without a plan', plan, ['648 字', '42 行（每行 11 字）', 'Word 字数 640']],
    [
      'over',
      { ...plan, plannedCharacters: 600 },
      ['648 字:red', '目标 600 ± 30，超 48 字', '42 行（每行 11 字）', 'Word 字数 640'],
    ],
    [
      'within its own tolerance',
      { ...plan, plannedCharacters: 600, lengthTolerance: 10 },
      ['648 字:green', '目标 600 ± 60', '42 行（每行 11 字）', 'Word 字数 640'],
    ],
    [
      'short, with lines planned',
      { ...plan, plannedCharacters: 800, plannedLines: 38 },
      ['648 字', '目标 800 ± 40，还差 152 字', '42/38 行（每行 11 字）:red', 'Word 字数 640'],
    ],
  ])('%s', (_name, planned, words) => {
    const said = lengthWords(length, null, planned)
    expect(said.map(({ text, tone }) => (tone ? `${text}:${tone}` : text))).toEqual(words)
  })

  test('says what is selected first', () => {
    const selected = { characters: 23, asWord: 20, lines: 2, measure: 11 }
    expect(lengthWords(length, selected, plan)[0]).toEqual({ text: '选中 23 字 · Word 字数 20 · 2 行' })
  })

  test.each([
    [600, null, ''],
    [600, 600, ''],
    [700, 600, '超 100 行'],
    [100, 600, '还差 500 行'],
  ])('%d of %s', (actual, planned, words) => {
    expect(missing(actual, planned, 5, '行')).toBe(words)
  })
})
