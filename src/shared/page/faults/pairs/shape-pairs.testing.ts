import {
  ad,
  box,
  crosshead,
  inset,
  lines,
  loose,
  ofStory,
  parts,
  photo,
  region,
  text,
  withPhoto,
} from './pages.testing'
import { pair, type Pair } from './rule-pair.testing'

const [a, b, c] = [text(), text(), text()]

/** Pages with faults of shape, each with one just short of it. */
export const shapePairs: readonly Pair[] = [
  pair(
    'gutterRiver',
    'one gutter from head to foot',
    {
      frames: [box('a', [0, 3, 3, 36]), box('b', [0, 39, 3, 37]), box('c', [3, 3, 3, 73])],
      stories: { a, b, c },
    },
    'a photo of two columns across it',
    {
      frames: [
        box('a', [0, 3, 3, 36]),
        box('b', [0, 39, 3, 37]),
        box('c', [3, 3, 3, 57]),
        photo('p', [2, 60, 2, 16], loose()),
      ],
    },
  ),
  pair(
    'brokenPage',
    'one edge across all columns',
    {
      frames: [box('a', [0, 3, 3, 37]), box('b', [3, 3, 3, 37]), box('c', [0, 40, 6, 36])],
      stories: { a, b, c },
    },
    'one frame a line deeper',
    { frames: [box('a', [0, 3, 3, 38]), box('b', [3, 3, 3, 37]), box('c', [3, 40, 3, 36])] },
  ),
  pair(
    'brokenPage',
    'an edge above a full-width story',
    {
      frames: [box('a', [0, 3, 3, 47]), box('b', [3, 3, 3, 47]), box('c', [0, 50, 6, 26])],
      stories: { a, b, c },
    },
    'above a full-width advertisement',
    { frames: [box('a', [0, 3, 3, 47]), box('b', [3, 3, 3, 47]), ad('c', [0, 50, 6, 26])] },
  ),
  pair(
    'greyArea',
    'text as large as a bill',
    { frames: [box('a', [0, 10, 6, 30])], stories: { a: text(150) } },
    'a crosshead in its middle',
    {
      stories: { a: parts([lines(65), crosshead('水到地头'), lines(13), crosshead('人到田头'), lines(64)]) },
    },
  ),
  pair(
    'dogLeg',
    'a T round two stories',
    {
      frames: [
        box('a', [0, 10, 6, 20], { regions: [region([2, 30, 2, 20])] }),
        box('b', [0, 30, 2, 20]),
        box('c', [4, 30, 2, 20]),
      ],
      stories: { a: text(200), b, c },
    },
    'an L round one',
    {
      frames: [box('a', [0, 10, 6, 20], { regions: [region([0, 30, 2, 20])] }), box('b', [2, 30, 4, 20])],
    },
  ),
  pair(
    'unfilled',
    'one line over',
    { frames: [box('a', [0, 3, 6, 73])], stories: { a: text(421) } },
    'full',
    {
      stories: { a: text(420) },
    },
  ),
  pair(
    'unfilled',
    'three lines of white',
    { frames: [box('a', [0, 3, 6, 73])], stories: { a: text(417) } },
    'two',
    {
      stories: { a: text(418) },
    },
  ),
  pair(
    'unfilled',
    'a hole of three lines',
    { frames: [box('a', [0, 6, 6, 70])], stories: { a: text(402) } },
    'of two lines',
    { frames: [box('a', [0, 5, 6, 71])], stories: { a: text(408) } },
  ),
  pair(
    'unfilled',
    'a photo without room',
    {
      frames: [box('a', [0, 3, 6, 73], { photos: [inset(ofStory('a'), [0, 69, 1, 8])] })],
      stories: { a: withPhoto(420) },
    },
    'with room',
    {
      frames: [box('a', [0, 3, 6, 73], { photos: [inset(ofStory('a'), [0, 60, 1, 10])] })],
      stories: { a: withPhoto(410) },
    },
  ),
  pair(
    'overlap',
    'two stories over one another',
    { frames: [box('a', [0, 10, 3, 20]), box('b', [0, 29, 3, 20])], stories: { a, b } },
    'edge to edge',
    { frames: [box('a', [0, 10, 3, 20]), box('b', [0, 30, 3, 20])] },
  ),
  pair(
    'overlap',
    'a frame below the 版心',
    { frames: [box('a', [0, 60, 3, 17])], stories: { a } },
    'at its foot',
    { frames: [box('a', [0, 60, 3, 16])] },
  ),
  pair(
    'overlap',
    'an advertisement over a story',
    { frames: [box('a', [0, 10, 3, 20]), ad('ad', [0, 20, 3, 20])], stories: { a } },
    'a photo that text runs round',
    {
      frames: [box('a', [0, 10, 3, 20]), photo('p', [0, 20, 2, 10], ofStory('a'))],
      stories: { a: withPhoto() },
    },
  ),
]
