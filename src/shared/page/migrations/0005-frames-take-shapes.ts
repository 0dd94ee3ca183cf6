import { without, type PageMigration, type Stored } from './migration'

/** Frames of several rectangles, 竖题, 转版, quotes, white at the foot; photos with a crop and words beside them. */
export const framesTakeShapes: PageMigration = {
  format: 5,
  frame: frame => ({ ...added(frame.kind), ...frame }),
  head: head => ({
    direction: 'horizontal',
    column: 0,
    columnSpan: null,
    rows: null,
    ...without(head, ['position']),
  }),
  photo: photo => ({ wrap: null, ...shown, ...photo }),
}

const shown = { crop: null, captionPlace: 'under', facing: null }

function added(kind: unknown): Stored {
  switch (kind) {
    case 'story':
      return { regions: [], continues: false, quotes: [], balanced: false, nudge: 0, ruleBelow: 'none' }
    case 'photo':
      return shown
    case 'ad':
      return { label: '广告' }
    default:
      return {}
  }
}
