import { box, lines, parts, region, text } from './pages.testing'
import { pair, type Pair } from './rule-pair.testing'

const heads = parts([lines(60)], { headline: '清水河干渠今天提前开闸放水' })
const [a, b] = [text(), text()]

/** Pages with faults of heads, each with one just short of it. */
export const headPairs: readonly Pair[] = [
  pair(
    'buttingHeads',
    'two heads at one height',
    { frames: [box('a', [0, 10, 3, 20]), box('b', [3, 10, 3, 20])], stories: { a: heads, b: heads } },
    'a rule between',
    { frames: [box('a', [0, 10, 3, 20], { ruleRight: 'thin' }), box('b', [3, 10, 3, 20])] },
  ),
  pair(
    'buttingHeads',
    'heads more than half beside one another',
    { frames: [box('a', [0, 10, 3, 20]), box('b', [3, 11, 3, 20])], stories: { a: heads, b: heads } },
    'less than half',
    { frames: [box('a', [0, 10, 3, 20]), box('b', [3, 12, 3, 20])] },
  ),
  pair(
    'buttingHeads',
    'heads whose words nearly meet',
    { frames: [box('a', [0, 10, 3, 20]), box('b', [3, 10, 3, 20])], stories: { a: heads, b: heads } },
    'words with three characters of white between',
    { stories: { a: parts([lines(60)], { headline: '冬灌开闸' }), b: heads } },
  ),
  pair(
    'nakedColumn',
    'text before the head’s columns',
    { frames: [box('a', [0, 10, 4, 20], { head: { column: 1 } })], stories: { a } },
    'held by a rule above both',
    { frames: [box('a', [0, 10, 4, 20], { head: { column: 1 }, ruleAbove: 'thin' })] },
  ),
  pair(
    'nakedColumn',
    'a second rectangle that the head does not stand over',
    { frames: [box('a', [0, 10, 2, 20], { regions: [region([2, 20, 1, 10])] })], stories: { a } },
    'the same in a box',
    { frames: [box('a', [0, 10, 2, 20], { regions: [region([2, 20, 1, 10])], boxed: true })] },
  ),
  pair(
    'turnAboveHead',
    'the next column begins beside the head',
    { frames: [box('a', [0, 10, 3, 20], { head: { columnSpan: 2 } })], stories: { a } },
    'at the head’s foot',
    { frames: [box('a', [0, 10, 2, 20], { regions: [region([2, 13, 1, 17])] })] },
  ),
  pair(
    'turnAboveHead',
    'the next rectangle begins above the head, box or no box',
    {
      frames: [box('a', [0, 20, 2, 20], { regions: [region([2, 18, 1, 22])], boxed: true })],
      stories: { a },
    },
    'at its height in the box',
    { frames: [box('a', [0, 20, 2, 20], { regions: [region([2, 20, 1, 20])], boxed: true })] },
  ),
  pair(
    'badHeadBreak',
    'a line that ends on 的',
    {
      frames: [box('a', [0, 10, 2, 20], { head: { size: '初号', lines: 2 } })],
      stories: { a: parts([lines(20)], { headline: '渠水流过的 麦田绿了' }) },
    },
    'on 目的',
    { stories: { a: parts([lines(20)], { headline: '渠水流到目的 地里绿了' }) } },
  ),
  pair(
    'badHeadBreak',
    'a name in quotes that is cut',
    {
      frames: [box('a', [0, 10, 1, 20], { head: { size: '三号', lines: 2 } })],
      stories: { a: parts([lines(20)], { headline: '“清水河干渠闸门提起”' }) },
    },
    'one that stays whole',
    { frames: [box('a', [0, 10, 2, 20], { head: { size: '三号', lines: 1 } })] },
  ),
  pair(
    'headOrder',
    'a larger head below one of its width',
    {
      frames: [box('a', [0, 10, 3, 20]), box('b', [0, 40, 3, 20], { head: { size: '小一' } })],
      stories: { a, b },
    },
    'below one of another width',
    { frames: [box('a', [0, 10, 4, 20]), box('b', [0, 40, 3, 20], { head: { size: '小一' } })] },
  ),
  pair(
    'heavyHead',
    'a head larger than its text',
    { frames: [box('a', [0, 10, 3, 10], { head: { size: '小初' } })], stories: { a: text(9) } },
    'smaller',
    { stories: { a: text(15) } },
  ),
]
