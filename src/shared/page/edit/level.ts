import { pt } from '../sizes'
import type { PageOp } from '../changes/page-op'
import type { PageLayout, StoryFrame } from '../layout'
import { setFields } from './frame-fields'

/** Columns that end level, and text on the baseline grid of the page. */

const storyFrames = (layout: PageLayout) =>
  layout.frames.filter((frame): frame is StoryFrame => frame.kind === 'story')

/** 栏底取齐: the columns of a story's frame come out equally long; where they are so already, they fill up again. */
export function balanceOps(layout: PageLayout, frameId: string): PageOp[] {
  const frame = storyFrames(layout).find(one => one.id === frameId)
  return frame ? setFields(frame, { balanced: !frame.balanced }) : []
}

/** The frames whose text stands off the baseline grid. */
export const offGridFrames = (layout: PageLayout): readonly StoryFrame[] =>
  storyFrames(layout).filter(frame => frame.nudge !== 0)

/** 对齐基线: puts a frame's text back on the baseline grid; without a frame, the text of all frames of the page. */
export const alignOps = (layout: PageLayout, frameId?: string): PageOp[] =>
  offGridFrames(layout)
    .filter(frame => frameId === undefined || frame.id === frameId)
    .flatMap(frame => setFields(frame, { nudge: pt(0) }))
