import type { EditGroup } from '../pen'
import { isBesideHan } from '../words'

/** ……: from ..., 。。。, …, ・・・ and longer runs beside Han (GB/T 15834 4.11). Between digits and Latin they stay. */
export function setEllipses(text: string): EditGroup[] {
  return [...text.matchAll(/[.…]*…[.…]*|\.{3,}|。{3,}|[・·]{3,}/gu)].flatMap((found): EditGroup[] => {
    const from = found.index
    const to = from + found[0].length
    if (found[0] === '……') return []
    if (!isBesideHan(text, from, to)) return []
    return [{ kind: 'ellipsis-set', edits: [{ from, to, put: '……' }] }]
  })
}
