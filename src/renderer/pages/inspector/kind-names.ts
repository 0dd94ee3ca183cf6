import { furnitureNames } from '../../../shared/page/furniture'
import type { Frame } from '../../../shared/page/layout'

/** What the desk calls each kind of frame. */
export const kindNames: Readonly<Record<Frame['kind'], string>> = {
  story: '文框',
  photo: '图片',
  strap: '专题栏头',
  ad: '广告',
  ...furnitureNames,
}
