import type { ComposedHead } from '../../compose/composed'
import { geometryOf } from '../../paper'
import { pt, sizes, type Pt } from '../../sizes'
import type { FaultRule } from '../fault'
import { placedStories, type PlacedStory } from '../placed-stories'
import { gapAcross, hair, millimetres, sharedHeight } from '../rects'

type Headed = PlacedStory & { readonly head: ComposedHead }

/** Heads whose words stand further apart than this many characters of the larger are not read as one. */
const apart = 3
const leastShare = 0.5

/**
 * 碰题 (newsroom.md 3.4, 1; P16, P19): two heads of one direction side by side, at one height for more than half
 * of the lower one, no more than a 栏距 apart, and neither a box nor a rule between them. An error where they are
 * of one size on as many lines: then they are read across as one.
 */
export const buttingHeads: FaultRule = {
  id: 'buttingHeads',
  severity: 'warn',
  find(view) {
    const { gutterWidth } = geometryOf(view.layout.paper)
    const headed = placedStories(view).flatMap((one): Headed[] => {
      const { head } = one.composed
      return head && head.lines.length > 0 ? [{ ...one, head }] : []
    })
    return headed.flatMap(left =>
      headed.flatMap(right => {
        if (left === right || left.head.rect.x >= right.head.rect.x) return []
        if (left.head.direction !== right.head.direction) return []
        const gap = gapAcross(left.head.rect, right.head.rect)
        if (gap < -hair || gap > gutterWidth + hair || isParted(left, right)) return []
        const lower = Math.min(left.head.rect.height, right.head.rect.height)
        if (sharedHeight(left.head.rect, right.head.rect) <= lower * leastShare) return []
        const larger = Math.max(sizes[left.head.size], sizes[right.head.size])
        if (whiteBetween(left.head, right.head, gap) > apart * larger) return []
        const lines = [mainLines(left.head), mainLines(right.head)] as const
        const isAlike = left.head.size === right.head.size && lines[0] === lines[1]
        return [
          {
            frameIds: [left.frame.id, right.frame.id],
            where: '',
            marks: [left.head.rect, right.head.rect],
            message: isAlike
              ? `${left.name}和${right.name}的题左右相碰，都是${left.head.size} ${lines[0]} 行，容易连读`
              : `${left.name}（${left.head.size}）和${right.name}（${right.head.size}）的题左右相碰，只隔 ${millimetres(gap)} 毫米`,
            remedy: `错开两题的高低，或者给${left.name}加右线、加框，把两题隔开。`,
            ...(isAlike && { severity: 'error' as const }),
          },
        ]
      }),
    )
  },
}

/** A box, a ground of one alone, or a rule in the gutter keeps two heads apart. */
const isParted = ({ frame: left }: Headed, { frame: right }: Headed) =>
  left.boxed || right.boxed || left.tint !== right.tint || left.ruleRight !== 'none'

const mainLines = (head: ComposedHead) => head.lines.filter(line => line.part === 'headline').length

/** White between the words of two heads: from where one ends to where the other begins. */
function whiteBetween(left: ComposedHead, right: ComposedHead, gap: Pt): Pt {
  if (left.direction === 'vertical') return gap
  return pt(Math.min(...right.lines.map(line => line.from)) - Math.max(...left.lines.map(line => line.to)))
}
