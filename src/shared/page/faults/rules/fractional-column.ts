import { ems } from '../../sizes'
import type { StoryFrame } from '../../layout'
import type { PageView } from '../../view/page-view'
import { wholeColumns } from '../../paper'
import type { FaultRule } from '../fault'
import { emsSaid } from '../grid-words'
import { placedStories, textColumns } from '../placed-stories'

/** Rounding of widths in points, in ems. */
const rounding = 0.01

/**
 * 半字栏 (newsroom.md 3.4, 16; P20): columns whose width is not a whole number of characters, so that every line
 * is spread or squeezed. Base columns of a paper that has such itself are none.
 */
export const fractionalColumn: FaultRule = {
  id: 'fractionalColumn',
  severity: 'warn',
  find(view) {
    const { paper } = view.layout
    const isWhole = (measure: number) => Math.abs(measure - Math.round(measure)) <= rounding
    return placedStories(view).flatMap(story => {
      const broken = textColumns(view, story)
        .filter(column => column.text !== null)
        .map(column => ({ column, measure: column.rect.width / paper.bodySize }))
        .filter(({ measure }) => !isWhole(measure) && Math.abs(measure - paper.measure) > rounding)
      const first = broken[0]
      if (!first) return []
      return [
        {
          frameIds: [story.frame.id],
          where: '',
          marks: broken.map(({ column }) => column.rect),
          message: `${story.name}每栏 ${emsSaid(first.measure)} 字，不是整字，行行都要拉松或挤紧`,
          remedy: remedyFor(view, story.frame),
        },
      ]
    })
  },
}

/** The numbers of columns of the frame's width that give whole characters. */
function remedyFor({ layout: { paper } }: PageView, frame: StoryFrame): string {
  const whole = wholeColumns(paper, frame.columnSpan, ems(frame.boxed ? 1 : 0))
  if (whole.length === 0) return '换一个宽度，或者去掉框，让每栏凑成整字。'
  return `改排 ${whole.join('、')} 栏就是整字；或者换一个宽度。`
}
