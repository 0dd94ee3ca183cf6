import { pt } from '../../sizes'
import type { ComposedHead } from '../../compose/composed'
import type { FaultRule } from '../fault'
import { placedStories, textColumns, type PlacedStory, type TextColumn } from '../placed-stories'
import { footOf, hair, linesTall, rightOf } from '../rects'
import type { PageView } from '../../view/page-view'

/** A column of text that stands beside its story's head rather than under it. */
export interface ColumnBeside {
  readonly column: TextColumn
  readonly head: ComposedHead
  /** The text reaches it from a column under the head, upwards: it begins above the head's foot. */
  readonly isTurnedUp: boolean
}

/**
 * Text columns of a story that its 横题 does not stand over. A box or a ground around both, or a rule above both,
 * holds them together, and then they are none; a column that begins above the head's own top always is one.
 */
export function columnsBeside(view: PageView, story: PlacedStory): ColumnBeside[] {
  const { head } = story.composed
  if (!head || head.lines.length === 0) return []
  const columns = textColumns(view, story).filter(column => column.text !== null)
  const { boxed, tint, ruleAbove } = story.frame
  const isUnder = ({ rect }: TextColumn) =>
    rect.x >= head.rect.x - hair && rightOf(rect) <= rightOf(head.rect) + hair
  let wasUnder = false
  return columns.flatMap((column): ColumnBeside[] => {
    const top = column.text!.y
    const isAbove = wasUnder && top < head.rect.y - hair
    if (isUnder(column) && !isAbove) {
      wasUnder = true
      return []
    }
    const isHeld = boxed || tint || (ruleAbove !== 'none' && column.region === 0)
    // Beside a 竖题 text always stands; only above it there should be none.
    if (!isAbove && (isHeld || head.direction === 'vertical')) return []
    return [{ column, head, isTurnedUp: wasUnder && top < footOf(head.rect) - hair }]
  })
}

/**
 * 题不压文 (newsroom.md 3.4, 4; P16, P17): text that runs out from under its head, in a column that the head does
 * not stand over and that no box or rule holds to it.
 */
export const nakedColumn: FaultRule = {
  id: 'nakedColumn',
  severity: 'warn',
  find(view) {
    return placedStories(view).flatMap(story => {
      const naked = columnsBeside(view, story).filter(one => !one.isTurnedUp)
      if (naked.length === 0) return []
      return [
        {
          frameIds: [story.frame.id],
          where: '',
          marks: naked.map(({ column }) => column.text!),
          message: `${story.name}有 ${naked.length} 栏文字不在题下，读的人不知道是哪篇的`,
          remedy: '把题拉宽盖住全部文字，或者给这篇加框、加上线，把题和文围在一起。',
        },
      ]
    })
  },
}

/** 走文上翻 (newsroom.md 3.4, 5; P17): the text goes on in a column whose top is higher than the head's foot. */
export const turnAboveHead: FaultRule = {
  id: 'turnAboveHead',
  severity: 'error',
  find(view) {
    return placedStories(view).flatMap(story =>
      columnsBeside(view, story)
        .filter(one => one.isTurnedUp)
        .slice(0, 1)
        .map(({ column, head }) => {
          const rows = linesTall(pt(footOf(head.rect) - column.text!.y), view.layout.paper.pitch)
          return {
            frameIds: [story.frame.id],
            where: '',
            marks: [column.text!],
            message: `${story.name}从题下转到题外，第 ${column.index + 1 - story.composed.firstColumn} 栏的开头比题脚高 ${rows} 行`,
            remedy: '让下一栏从题脚以下排起，或者把题拉宽盖住这一栏；题和文同在一个框里也读得清。',
          }
        }),
    )
  },
}
