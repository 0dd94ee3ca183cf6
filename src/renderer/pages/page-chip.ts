import type { PageSignature } from '../../shared/contract'
import type { Fault, PageView } from '../../shared/page'

/** A page at a glance: one chip, and the whole story on hover. */
export interface PageChip {
  readonly tone: 'red' | 'amber' | 'green' | 'grey'
  readonly words: string
  readonly title: string
}

/** White at a story's foot up to this many lines is ordinary. */
const quietLines = 2

/** 溢 3, 错 2, 已签, 欠 42, 齐, 空: what most needs doing on a page. */
export function pageChip(
  view: PageView | undefined,
  faults: readonly Fault[],
  signature?: PageSignature,
): PageChip {
  const fits = view ? [...view.composed.frames.values()].flatMap(frame => (frame.fit ? [frame.fit] : [])) : []
  const sum = (count: (fit: (typeof fits)[number]) => number) =>
    fits.reduce((all, fit) => all + count(fit), 0)
  const over = sum(fit => fit.overset.lines)
  const under = sum(fit => (fit.underset.lines > quietLines ? fit.underset.lines : 0))
  const errors = faults.filter(fault => fault.severity === 'error' && fault.ignored === null).length
  const title = [
    `${fits.length} 篇`,
    over > 0 ? `溢 ${over} 行` : '',
    under > 0 ? `欠 ${under} 行` : '',
    errors > 0 ? `错 ${errors}` : '',
  ]
    .filter(Boolean)
    .join('，')
  if (fits.length === 0) return { tone: 'grey', words: '空', title: '还没有稿件' }
  if (over > 0) return { tone: 'red', words: `溢 ${over}`, title }
  if (errors > 0) return { tone: 'red', words: `错 ${errors}`, title }
  if (signature?.holds) return { tone: 'green', words: '已签', title: `${title}，${signature.name} 已签大样` }
  if (under > 0) return { tone: 'amber', words: `欠 ${under}`, title }
  return { tone: 'green', words: '齐', title }
}
