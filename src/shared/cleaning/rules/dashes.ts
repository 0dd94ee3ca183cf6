import type { EditGroup } from '../pen'
import { isBesideHan } from '../words'

/** ——: from --, ――, ── and longer runs beside Han. One stroke alone may be a range or a score, and stays. */
export function setDashes(text: string): EditGroup[] {
  return [...text.matchAll(/[-—―─–−]{2,}/gu)].flatMap((found): EditGroup[] => {
    const from = found.index
    const to = from + found[0].length
    if (found[0] === '——') return []
    if (!isBesideHan(text, from, to)) return []
    return [{ kind: 'dash-set', edits: [{ from, to, put: '——' }] }]
  })
}
