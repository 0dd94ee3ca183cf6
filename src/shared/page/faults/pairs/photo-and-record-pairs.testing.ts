import { ad, box, folio, inset, loose, ofStory, parts, photo, strap, text, withPhoto } from './pages.testing'
import { pair, type Pair } from './rule-pair.testing'

const [a, b] = [text(), text()]

/** Pages with faults of photos, advertisements and what the page says of itself, each with one just short of it. */
export const photoAndRecordPairs: readonly Pair[] = [
  pair(
    'strayPhoto',
    'a story’s photo in another’s frame',
    {
      frames: [
        box('a', [0, 10, 3, 20]),
        box('b', [3, 10, 3, 20], { photos: [inset(ofStory('a'), [0, 0, 1, 8])] }),
      ],
      stories: { a: withPhoto(), b },
    },
    'in its own',
    {
      frames: [
        box('a', [0, 10, 3, 20], { photos: [inset(ofStory('a'), [0, 0, 1, 8])] }),
        box('b', [3, 10, 3, 20]),
      ],
    },
  ),
  pair(
    'strayPhoto',
    'a photo at another’s text, far from its own',
    {
      frames: [box('a', [0, 10, 2, 30]), box('b', [2, 10, 2, 30]), photo('p', [4, 20, 2, 12], ofStory('a'))],
      stories: { a: withPhoto(), b },
    },
    'beside its own',
    {
      frames: [box('b', [0, 10, 2, 30]), box('a', [2, 10, 2, 30]), photo('p', [4, 20, 2, 12], ofStory('a'))],
    },
  ),
  pair(
    'strayPhoto',
    'a loose photo between a head and its text',
    { frames: [box('a', [0, 10, 3, 30]), photo('p', [0, 14, 3, 12], loose())], stories: { a } },
    'above the head',
    { frames: [box('a', [0, 26, 3, 30]), photo('p', [0, 14, 3, 12], loose())] },
  ),
  pair(
    'facingOut',
    'looking left at the left edge',
    { frames: [photo('p', [0, 10, 3, 20], loose(), { facing: 'left' })] },
    'looking right',
    { frames: [photo('p', [0, 10, 3, 20], loose(), { facing: 'right' })] },
  ),
  pair(
    'missingCaption',
    'no caption',
    { frames: [photo('p', [0, 10, 3, 20], loose({ caption: '' }))] },
    'both',
    {
      frames: [photo('p', [0, 10, 3, 20], loose())],
    },
  ),
  pair(
    'missingCaption',
    'no credit',
    { frames: [photo('p', [0, 10, 3, 20], loose({ credit: '史婉' }))] },
    '供图',
    {
      frames: [photo('p', [0, 10, 3, 20], loose({ credit: '县融媒体中心供图' }))],
    },
  ),
  pair(
    'coarsePhoto',
    '800 pixels over 341 points',
    { frames: [photo('p', [0, 10, 3, 20], loose({ width: 800, height: 533 }))] },
    '865 pixels',
    { frames: [photo('p', [0, 10, 3, 20], loose({ width: 865, height: 577 }))] },
  ),
  pair('folioError', 'another day', { frames: [], facts: { date: '2026-11-25' } }, 'the day of the record', {
    facts: {},
  }),
  pair('folioError', 'another number', { frames: [], facts: { editionNumber: 1287 } }, 'none printed', {
    paper: { furniture: { weekday: true, editionNumber: false, credits: true, footRule: false } },
  }),
  pair('folioError', 'another name', { frames: [], facts: { pageName: '副刊' } }, 'its own', { facts: {} }),
  pair(
    'folioError',
    'a 报头 on page 2',
    { frames: [{ ...folio([0, 0, 6, 9]), kind: 'masthead' }] },
    'on page 1',
    { facts: { pageNumber: 1 } },
  ),
  pair('folioError', 'none at all', { frames: [strap('s', [0, 5, 6, 2])], bare: true }, 'one', {
    bare: false,
  }),
  pair('folioError', 'one without room', { frames: [folio([0, 0, 1, 3])] }, 'over all columns', {
    frames: [folio()],
  }),
  pair('unmarkedAd', 'no mark', { frames: [ad('ad', [0, 60, 6, 16], { label: '' })] }, '公益广告', {
    frames: [ad('ad', [0, 60, 6, 16], { label: '公益广告' })],
  }),
  pair('missingStory', 'a free frame', { frames: [box('a', [0, 10, 3, 20], { storyId: null })] }, 'a story', {
    frames: [box('a', [0, 10, 3, 20])],
    stories: { a },
  }),
  pair('missingStory', 'an unknown story', { frames: [box('a', [0, 10, 3, 20])] }, 'a known one', {
    stories: { a },
  }),
  pair(
    'missingStory',
    'a story without text',
    { frames: [box('a', [0, 10, 3, 20])], stories: { a: parts([{ kind: 'paragraph', text: '　' }]) } },
    'a sentence',
    { stories: { a: parts([{ kind: 'paragraph', text: '今天开闸。' }]) } },
  ),
  pair(
    'missingStory',
    'a photo that is only announced',
    { frames: [photo('p', [0, 10, 3, 20], loose({ image: null }))] },
    'one that is there',
    { frames: [photo('p', [0, 10, 3, 20], loose())] },
  ),
  pair(
    'missingStory',
    'an advertisement without its picture',
    { frames: [ad('ad', [0, 60, 6, 16], { image: null })] },
    'with it',
    { frames: [ad('ad', [0, 60, 6, 16])] },
  ),
]
