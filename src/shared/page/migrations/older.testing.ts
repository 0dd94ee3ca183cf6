import { papers } from '../paper'
import { bringChange, bringLayout, without, type PageMigration, type Stored } from './migration'

/** For tests only: what an older version would have written of a page of today. */

/** What each format had not yet, newest first: a migration the other way. `format` is the one that it goes back to. */
const back: readonly PageMigration[] = [
  {
    format: 4,
    frame: frame =>
      without(frame, [
        'regions',
        'continues',
        'quotes',
        'balanced',
        'nudge',
        'ruleBelow',
        'label',
        ...(frame.kind === 'photo' ? ['crop', 'captionPlace', 'facing'] : []),
      ]),
    head: head => ({ position: 'above', ...without(head, ['direction', 'column', 'columnSpan', 'rows']) }),
    photo: photo => without(photo, ['wrap', 'crop', 'captionPlace', 'facing']),
  },
  {
    format: 3,
    layout: layout => {
      const preset = papers.find(({ id }) => id === (layout.paper as Stored).id) ?? papers[0]!
      return { ...without(layout, ['ignored', 'paper']), paperId: preset.id }
    },
  },
  { format: 2, paper: paper => without(paper, ['furniture', 'leastPpi']) },
  { format: 1, head: head => without(head, ['space']) },
  {
    format: 0,
    // No place was kept free.
    frame: frame => (frame.kind === 'story' ? { ...frame, storyId: frame.storyId ?? 's1' } : frame),
    photo: photo => ({ ...without(photo, ['source']), photo: 0 }),
  },
]

const since = (format: number) => back.filter(step => step.format >= format)

/** A layout of today as the version of `format` would have kept it; since format 4 it says its own. */
export const olderLayout = (layout: object, format: number): Stored =>
  since(format).reduce((last, step) => bringLayout(step, last), layout as Stored)

/** A change of today as the version of `format` would have logged it. Logs are younger than format 1. */
export const olderChange = (change: object, format: number): Stored =>
  since(format).reduce((last, step) => bringChange(step, last), change as Stored)
