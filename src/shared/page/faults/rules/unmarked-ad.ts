import { rectOf } from '../../paper'
import type { FaultRule } from '../fault'
import { frameName } from '../frame-names'

/** 广告未标 (newsroom.md 3.4, 19; P3): an advertisement whose mark does not say 广告, as the law asks. */
export const unmarkedAd: FaultRule = {
  id: 'unmarkedAd',
  severity: 'error',
  find(view) {
    return view.layout.frames.flatMap(frame => {
      if (frame.kind !== 'ad' || frame.label.includes('广告')) return []
      const shown = frame.label.trim() === '' ? '没有标' : `只标了“${frame.label.trim()}”，没有`
      return [
        {
          frameIds: [frame.id],
          where: '',
          marks: [rectOf(view.layout.paper, frame)],
          message: `${frameName(view, frame)}${shown}“广告”二字`,
          remedy: '在标记里写“广告”或“公益广告”。',
        },
      ]
    })
  },
}
