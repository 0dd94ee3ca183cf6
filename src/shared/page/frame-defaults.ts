import { pt } from './sizes'
import type { AdFrame, HeadStyle, InsetPhoto, PageLayout, PhotoFrame, StoryFrame } from './layout'
import type { Paper } from './paper'

/** What a new frame, head or photo has where nothing else is asked: spread these, then say what differs. */

/** A head above all columns, sizes at the house's usual for `size`. */
export const headDefaults = {
  direction: 'horizontal',
  column: 0,
  columnSpan: null,
  rows: null,
  size: '二号',
  kickerSize: '四号',
  deckSize: '四号',
  align: 'centre',
  lines: null,
  space: 0,
} as const satisfies HeadStyle

/** A photo cropped to its place, its words under it. */
export const shownPhotoDefaults = { crop: null, captionPlace: 'under', facing: null } as const satisfies Pick<
  PhotoFrame,
  'crop' | 'captionPlace' | 'facing'
>

/** A photo that fills its columns inside a story's frame. */
export const insetPhotoDefaults = { ...shownPhotoDefaults, wrap: null } as const satisfies Partial<InsetPhoto>

/** A plain story frame: one rectangle, no box, no rules. */
export const storyFrameDefaults = {
  kind: 'story',
  regions: [],
  continues: false,
  boxed: false,
  tint: false,
  head: headDefaults,
  photos: [],
  quotes: [],
  looseness: 0,
  balanced: false,
  nudge: pt(0),
  ruleAbove: 'none',
  ruleBelow: 'none',
  ruleRight: 'none',
} satisfies Partial<StoryFrame>

/** An advertisement's place. */
export const adFrameDefaults = {
  kind: 'ad',
  client: '',
  image: null,
  label: '广告',
} as const satisfies Partial<AdFrame>

/** A page with nothing on it. */
export const emptyLayout = (paper: Paper): PageLayout => ({ paper, frames: [], ignored: [] })
