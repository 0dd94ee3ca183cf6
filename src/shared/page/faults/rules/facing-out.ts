import { geometryOf } from '../../paper'
import type { FaultRule } from '../fault'
import { placedPhotos } from '../placed-photos'
import { hair, rightOf } from '../rects'

/**
 * 人物朝版外 (newsroom.md 3.4, 15; P16): people in a photo at the page's edge look off the page. Which way they
 * look a layout editor has marked on the photo; one that reaches from edge to edge looks nowhere.
 */
export const facingOut: FaultRule = {
  id: 'facingOut',
  severity: 'info',
  find(view) {
    const { area } = geometryOf(view.layout.paper)
    return placedPhotos(view).flatMap(({ frame, shown: { picture }, facing, name, where }) => {
      const atLeft = picture.x <= area.x + hair
      const atRight = rightOf(picture) >= rightOf(area) - hair
      if (facing === null || atLeft === atRight || facing !== (atLeft ? 'left' : 'right')) return []
      const side = atLeft ? '左' : '右'
      return [
        {
          frameIds: [frame.id],
          where,
          marks: [picture],
          message: `${name}在版面${side}边，人物朝${side}看，看到版外去了`,
          remedy: `把图片移到${atLeft ? '右' : '左'}边，或者换一张朝里看的；不要把图片翻过来。`,
        },
      ]
    })
  },
}
