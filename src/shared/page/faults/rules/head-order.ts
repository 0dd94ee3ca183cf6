import { sizes } from '../../sizes'
import type { FaultRule } from '../fault'
import { placedStories } from '../placed-stories'
import { footOf, hair } from '../rects'

/**
 * 上小下大题 (newsroom.md 3.4, 11; P17, P18): of two 横题 of one width the lower is the larger, against the order
 * of the page. Each lower head is held against the smallest above it.
 */
export const headOrder: FaultRule = {
  id: 'headOrder',
  severity: 'info',
  find(view) {
    const headed = placedStories(view).flatMap(({ frame, composed: { head }, name }) => {
      const isMain = head?.direction === 'horizontal' && head.lines.some(line => line.part === 'headline')
      return head && isMain && !frame.continues ? [{ frame, head, name, size: sizes[head.size] }] : []
    })
    return headed.flatMap(lower => {
      const smaller = headed
        .filter(
          upper =>
            upper.size < lower.size &&
            Math.abs(upper.head.rect.width - lower.head.rect.width) <= hair &&
            footOf(upper.head.rect) <= lower.head.rect.y + hair,
        )
        .reduce<(typeof headed)[number] | null>(
          (least, one) => (least && least.size <= one.size ? least : one),
          null,
        )
      if (!smaller) return []
      return [
        {
          frameIds: [lower.frame.id, smaller.frame.id],
          where: '',
          marks: [lower.head.rect, smaller.head.rect],
          message: `${lower.name}的题（${lower.head.size}）在下面，比上面同样宽的${smaller.name}（${smaller.head.size}）还大`,
          remedy: `把${lower.name}的题小一号，或者把${smaller.name}的题大一号，或者两篇上下对调。`,
        },
      ]
    })
  },
}
