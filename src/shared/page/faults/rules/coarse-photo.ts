import type { FaultRule } from '../fault'
import { placedPhotos } from '../placed-photos'

/** 图片太糊: fewer pixels an inch at the placed size than the paper asks for. */
export const coarsePhoto: FaultRule = {
  id: 'coarsePhoto',
  severity: 'warn',
  find(view) {
    const { leastPpi } = view.layout.paper
    return placedPhotos(view).flatMap(({ frame, shown: { ppi, picture }, name, where }) => {
      if (ppi === null || ppi >= leastPpi) return []
      const smaller = Math.floor((ppi / leastPpi) * 100)
      return [
        {
          frameIds: [frame.id],
          where,
          marks: [picture],
          message: `${name}放到这么大只有 ${Math.floor(ppi)} 像素一英寸，不到 ${leastPpi}，印出来发糊`,
          remedy: `缩到现在的 ${smaller}% 以下，或者少裁一点，或者换一张大的原图。`,
        },
      ]
    })
  },
}
