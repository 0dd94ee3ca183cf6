import { ems, pt } from '../../sizes'
import { ad, box, inset, lines, ofStory, parts, region, text, withPhoto, words } from './pages.testing'
import { pair, type Pair } from './rule-pair.testing'

const [a, b] = [text(), text()]
const L = { regions: [region([0, 30, 1, 20])] }

/** Pages with faults in the run of text, each with one just short of it. */
export const textPairs: readonly Pair[] = [
  pair(
    'legGoesLeft',
    'an L whose foot goes back under its first column',
    { frames: [box('a', [0, 10, 2, 20], L)], stories: { a } },
    'a first rectangle of that column alone',
    { frames: [box('a', [0, 10, 1, 20], { regions: [region([0, 30, 1, 20])] })] },
  ),
  pair(
    'legGoesLeft',
    'text that jumps over another story',
    {
      frames: [box('a', [0, 10, 2, 20], { regions: [region([4, 10, 2, 20])] }), box('b', [2, 10, 2, 20])],
      stories: { a: text(90), b },
    },
    'the pieces side by side',
    { frames: [box('a', [0, 10, 2, 20], { regions: [region([2, 10, 2, 20])] }), box('b', [4, 10, 2, 20])] },
  ),
  pair(
    'legGoesLeft',
    'text that jumps over an advertisement',
    {
      frames: [box('a', [0, 10, 2, 20], { regions: [region([4, 10, 2, 20])] }), ad('x', [2, 10, 2, 20])],
      stories: { a: text(90) },
    },
    'another story that lies over it, which 文框相叠 tells',
    { frames: [box('b', [0, 20, 2, 20]), box('a', [0, 10, 4, 20])], stories: { a: text(90), b } },
  ),
  pair(
    'runt',
    'a paragraph whose only break leaves one character',
    {
      frames: [box('a', [0, 10, 1, 20])],
      stories: { a: parts([{ kind: 'paragraph', text: '《1234567890123456》了。' }]) },
    },
    'two characters',
    { stories: { a: parts([{ kind: 'paragraph', text: '《1234567890123456》了吧。' }]) } },
  ),
  pair(
    'loneLine',
    'a short last line at a column’s head',
    {
      frames: [box('a', [0, 10, 2, 13])],
      stories: { a: parts([{ kind: 'paragraph', text: words(10 * 11 + 2) }, lines(5)]) },
    },
    'two lines carried',
    { stories: { a: parts([{ kind: 'paragraph', text: words(11 * 11 + 2) }, lines(5)]) } },
  ),
  pair(
    'loneLine',
    'a first line alone at a column’s foot',
    { frames: [box('a', [0, 10, 2, 13])], stories: { a: parts([lines(9), lines(5)]) } },
    'two first lines',
    { stories: { a: parts([lines(8), lines(6)]) } },
  ),
  pair(
    'shortLeg',
    'three legs of 5 lines',
    { frames: [box('a', [0, 10, 3, 8])], stories: { a: text(15) } },
    'of 6 lines',
    { frames: [box('a', [0, 10, 3, 9])], stories: { a: text(18) } },
  ),
  pair(
    'shortLeg',
    'five lines under a photo',
    {
      frames: [box('a', [0, 10, 2, 23], { photos: [inset(ofStory('a'), [1, 0, 1, 15])] })],
      stories: { a: withPhoto(25) },
    },
    'six lines',
    {
      frames: [box('a', [0, 10, 2, 23], { photos: [inset(ofStory('a'), [1, 0, 1, 14])] })],
      stories: { a: withPhoto(26) },
    },
  ),
  pair(
    'badJump',
    'a piece that goes on from nowhere',
    { frames: [box('a', [0, 10, 3, 20], { continues: true })], stories: { a } },
    'from the page before',
    { frames: [box('a', [0, 10, 3, 20], { continues: true })], others: { 1: [box('a', [0, 60, 1, 16])] } },
  ),
  pair(
    'badJump',
    'a story that turns twice',
    {
      frames: [box('a-3', [0, 10, 3, 40], { continues: true })],
      stories: { a: text(140) },
      facts: { pageNumber: 3 },
      others: { 1: [box('a', [0, 60, 1, 16])], 2: [box('a-2', [0, 60, 1, 16], { continues: true })] },
    },
    'once',
    { others: { 1: [box('a', [0, 60, 1, 16])], 2: [] } },
  ),
  pair(
    'badJump',
    '下转 typed with another page',
    {
      frames: [box('a', [0, 10, 3, 40])],
      stories: { a: parts([lines(30), { kind: 'paragraph', text: '（下转第4版）' }]) },
    },
    'the page that it turns to',
    {
      frames: [box('a', [0, 10, 1, 16])],
      others: { 4: [box('a-2', [0, 10, 3, 40], { continues: true })] },
    },
  ),
  pair(
    'badJump',
    'so little that turned',
    {
      frames: [box('a-2', [0, 10, 3, 14], { continues: true })],
      stories: { a: text(44) },
      others: { 1: [box('a', [0, 60, 1, 16])] },
    },
    'six inches of it',
    { frames: [box('a-2', [0, 10, 3, 17], { continues: true })], stories: { a: text(48) } },
  ),
  pair(
    'fractionalColumn',
    'a box of three columns in three',
    { frames: [box('a', [0, 10, 3, 30], { boxed: true })], stories: { a } },
    'of two in three',
    { frames: [box('a', [0, 10, 3, 30], { boxed: true, columns: 2 })] },
  ),
  pair(
    'offGrid',
    'text 4 points off beside text on the grid',
    { frames: [box('a', [0, 10, 3, 30], { nudge: pt(4) }), box('b', [3, 10, 3, 30])], stories: { a, b } },
    'a whole column between',
    { frames: [box('a', [0, 10, 2, 30], { nudge: pt(4) }), box('b', [3, 10, 3, 30])] },
  ),
  pair(
    'narrowWrap',
    'five characters beside a picture',
    {
      frames: [
        box('a', [0, 10, 2, 40], {
          columns: 1,
          photos: [inset(ofStory('a'), [0, 0, 1, 12], { wrap: { side: 'left', width: ems(17) } })],
        }),
      ],
      stories: { a: withPhoto() },
    },
    'six characters',
    {
      frames: [
        box('a', [0, 10, 2, 40], {
          columns: 1,
          photos: [inset(ofStory('a'), [0, 0, 1, 12], { wrap: { side: 'left', width: ems(16) } })],
        }),
      ],
    },
  ),
]
