import fc from 'fast-check'
import type { StoryBlock, StoryParts } from '../../story/parts'
import {
  adFrameDefaults,
  headDefaults,
  insetPhotoDefaults,
  shownPhotoDefaults,
  storyFrameDefaults,
} from '../frame-defaults'
import type {
  Frame,
  HeadStyle,
  InsetPhoto,
  InsetQuote,
  PageLayout,
  PhotoSource,
  Region,
  StoryFrame,
} from '../layout'
import { papers, type Paper } from '../paper'
import { ems, pt, sizeNames } from '../sizes'

/** Random papers, stories and pages for the test beside it: frames that overlap, heads that do not fit, odd texts. */

const character = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'清水河干渠一号闸门缓缓提起县乡村振兴') },
  { weight: 4, arbitrary: fc.constantFrom(...'，。、；：？！“”‘’（）《》·—…') },
  { weight: 2, arbitrary: fc.constantFrom(...'0123456789%aKzW .-+/~', '　') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '——',
      '……',
      '2026',
      'https://example.com',
      '𠮷',
      '👍🏽',
      'é',
      '①',
      '\u200b',
      'ﷺ',
    ),
  },
)
const text = (most: number) => fc.array(character, { maxLength: most }).map(all => all.join(''))

const photoBlock: fc.Arbitrary<StoryBlock> = fc.record({
  kind: fc.constant('photo' as const),
  image: fc.constantFrom(null, 'a'.repeat(64)),
  width: fc.constantFrom(0, 300, 1500),
  height: fc.constantFrom(0, 200, 1800),
  caption: text(40),
  credit: fc.constantFrom('', '江南 摄', '云岭县融媒体中心记者江南和通讯员李小满摄影报道'),
})
const block: fc.Arbitrary<StoryBlock> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), text: text(110) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crosshead' as const), text: text(16) }) },
  { weight: 1, arbitrary: photoBlock },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('summary' as const, 'editorNote' as const, 'related' as const),
      text: text(60),
    }),
  },
)
export const anyStory: fc.Arbitrary<StoryParts> = fc.record({
  kicker: fc.oneof(fc.constant(''), text(24)),
  headline: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 5, arbitrary: text(26) }),
  deck: fc.oneof(fc.constant(''), text(24)),
  dateline: fc.constantFrom('', '本报讯', '本报讯（记者 沈一禾）'),
  blocks: fc.array(block, { maxLength: 6 }),
  byline: fc.constantFrom('', '（沈一禾）', '沈一禾 李小满 摄影报道'),
})

/** Presets and free sizes; what an eye can read: lines do not touch. */
export const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    preset: fc.constantFrom(...papers),
    columns: fc.integer({ min: 1, max: 9 }),
    measure: fc.constantFrom(...[4, 8, 10, 11, 13, 16.5].map(n => ems(n))),
    gutter: fc.constantFrom(...[0.5, 1, 1, 1, 1.5, 3].map(n => ems(n))),
    bodySize: fc.constantFrom(...[7.5, 9, 9.75, 10.5].map(n => pt(n))),
    leading: fc.constantFrom(1.1, 1.33, 1.7),
    lines: fc.integer({ min: 10, max: 90 }),
    footRule: fc.boolean(),
    own: fc.boolean(),
  })
  .map(({ preset, own, leading, footRule, ...rest }): Paper => {
    const furniture = { ...preset.furniture, footRule, weekday: !footRule }
    return own
      ? { ...preset, furniture, ...rest, id: 'own', pitch: pt(rest.bodySize * leading) }
      : { ...preset, furniture }
  })

const grid = fc.record({
  column: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 12 })),
  row: fc.integer({ min: 0, max: 70 }),
  columnSpan: fc.integer({ min: 1, max: 6 }),
  rowSpan: fc.integer({ min: 1, max: 30 }),
})
const columns = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 }))
const size = fc.constantFrom(...sizeNames)
const edge = fc.constantFrom(
  'none' as const,
  'none' as const,
  'thin' as const,
  'thick' as const,
  'double' as const,
)

export const anyHead: fc.Arbitrary<HeadStyle> = fc.record({
  direction: fc.constantFrom('horizontal' as const, 'horizontal' as const, 'vertical' as const),
  column: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 })),
  columnSpan: fc.constantFrom(null, null, 1, 2),
  rows: fc.constantFrom(null, null, 2, 8, 20),
  size,
  kickerSize: fc.constantFrom(headDefaults.kickerSize, '小二', '六号'),
  deckSize: fc.constantFrom(headDefaults.deckSize, '三号'),
  align: fc.constantFrom('centre' as const, 'left' as const),
  lines: fc.constantFrom(null, null, 1, 2, 4),
  space: fc.constantFrom(0, 0, 0, 1, 6),
})

const storyId = fc.constantFrom('s1', 's2', 's3', 'unknown')
const source: fc.Arbitrary<PhotoSource> = fc.oneof(
  fc.record({ kind: fc.constant('story' as const), storyId, photo: fc.integer({ min: 0, max: 2 }) }),
  fc.record({
    kind: fc.constant('loose' as const),
    photo: fc.record({
      image: fc.constantFrom(null, 'b'.repeat(64)),
      width: fc.constantFrom(0, 900),
      height: fc.constantFrom(0, 600),
      caption: text(30),
      credit: fc.constantFrom('', '江南 摄'),
    }),
  }),
)
const share = fc.constantFrom(0, 0.1, 0.5, 1)
const shown = fc.record({
  crop: fc.oneof(
    fc.constant(null),
    fc.record({
      x: share,
      y: share,
      width: fc.constantFrom(0.05, 0.5, 1),
      height: fc.constantFrom(0.05, 0.5, 1),
    }),
  ),
  captionPlace: fc.constantFrom('under' as const, 'left' as const, 'right' as const),
})
const inside = fc.record({
  column: fc.integer({ min: 0, max: 5 }),
  columnSpan: fc.integer({ min: 1, max: 4 }),
  row: fc.integer({ min: 0, max: 16 }),
  rowSpan: fc.integer({ min: 2, max: 14 }),
})
const wrap = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      side: fc.constantFrom('left' as const, 'right' as const),
      width: fc.constantFrom(...[2, 5, 9, 20, 60].map(n => ems(n))),
    }),
  },
)
const inset: fc.Arbitrary<InsetPhoto> = fc
  .record({ source, inside, shown, wrap })
  .map(one => ({ ...insetPhotoDefaults, ...one.inside, ...one.shown, source: one.source, wrap: one.wrap }))
const quote: fc.Arbitrary<InsetQuote> = fc
  .record({ inside, text: text(40) })
  .map(one => ({ ...one.inside, text: one.text === '' ? '话' : one.text }))
const region: fc.Arbitrary<Region> = fc
  .record({ grid, columns })
  .map(one => ({ ...one.grid, columns: one.columns }))

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const storyFrame: fc.Arbitrary<StoryFrame> = fc
  .record({
    id,
    grid,
    storyId: fc.oneof({ weight: 12, arbitrary: storyId }, { weight: 1, arbitrary: fc.constant(null) }),
    columns,
    regions: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Region[]>([]) },
      { weight: 1, arbitrary: fc.array(region, { maxLength: 3 }) },
    ),
    continues: fc.boolean(),
    boxed: fc.boolean(),
    tint: fc.boolean(),
    head: anyHead,
    photos: fc.oneof(
      { weight: 2, arbitrary: fc.constant<InsetPhoto[]>([]) },
      { weight: 1, arbitrary: fc.array(inset, { maxLength: 3 }) },
    ),
    quotes: fc.oneof(
      { weight: 3, arbitrary: fc.constant<InsetQuote[]>([]) },
      { weight: 1, arbitrary: fc.array(quote, { maxLength: 2 }) },
    ),
    looseness: fc.constantFrom(0, 0, 0, 0, 1, -2),
    balanced: fc.boolean(),
    nudge: fc.constantFrom(...[0, 0, 0, 0, 3, -2.5, 20, -40].map(n => pt(n))),
    ruleAbove: edge,
    ruleBelow: edge,
    ruleRight: edge,
  })
  .map(({ grid: place, ...rest }) => ({ ...storyFrameDefaults, ...place, ...rest }))

export const anyFrame: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 7, arbitrary: storyFrame },
  {
    weight: 1,
    arbitrary: fc
      .record({ id, grid, source, shown, ruleAbove: edge, ruleRight: edge })
      .map(({ grid: place, shown: how, ...rest }): Frame => ({
        ...shownPhotoDefaults,
        ...place,
        ...how,
        ...rest,
        kind: 'photo',
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ id, grid, text: text(30) })
      .map(({ grid: place, ...rest }): Frame => ({ ...place, ...rest, kind: 'strap', storyIds: [] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        id,
        grid,
        client: text(20),
        image: fc.constantFrom(null, 'c'.repeat(64)),
        label: fc.constantFrom('', '广告', '公益广告公益广告'),
      })
      .map(({ grid: place, ...rest }): Frame => ({ ...adFrameDefaults, ...place, ...rest })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ id, grid, kind: fc.constantFrom('masthead' as const, 'folio' as const) })
      .map(({ grid: place, ...rest }): Frame => ({ ...place, ...rest })),
  },
)

const framesOf = fc
  .array(anyFrame, { minLength: 1, maxLength: 6 })
  .map(frames => frames.filter((frame, at) => frames.findIndex(other => other.id === frame.id) === at))

/** A page of random frames. */
export const anyLayout: fc.Arbitrary<PageLayout> = fc
  .record({ paper: anyPaper, frames: framesOf })
  .map(({ paper, frames }) => ({ paper, frames, ignored: [] }))

/** Stories of all random frames but `unknown`, which never come. */
export const anyStories: fc.Arbitrary<ReadonlyMap<string, StoryParts>> = fc
  .tuple(anyStory, anyStory, anyStory)
  .map(all => new Map(all.map((story, at) => [`s${at + 1}`, story])))
