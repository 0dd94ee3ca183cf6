import type { FaultRule } from '../fault'
import { emsSaid } from '../grid-words'
import { placedPhotos } from '../placed-photos'

/** The least characters that stand beside a picture on a line. */
const leastEms = 6
/** Below this the setter sets nothing there at all. */
const leastStrip = 4

/** 串文过窄 (newsroom.md 3.4, 24; P17): text beside a picture on lines of fewer than 6 characters. */
export const narrowWrap: FaultRule = {
  id: 'narrowWrap',
  severity: 'warn',
  find(view) {
    return placedPhotos(view).flatMap(({ frame, shown: { wrapRoom, picture }, name, where }) => {
      if (wrapRoom === null || wrapRoom >= leastEms) return []
      const said = wrapRoom < leastStrip ? '排不进字，空着' : '行行只有几个字'
      return [
        {
          frameIds: [frame.id],
          where,
          marks: [picture],
          message: `${name}旁边只剩 ${emsSaid(wrapRoom)} 字宽，${said}`,
          remedy: `把图片收窄，留出 ${leastEms} 字以上；或者让图片占满栏宽。`,
        },
      ]
    })
  },
}
