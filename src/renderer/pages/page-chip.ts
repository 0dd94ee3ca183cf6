import type { Failure, PageSignature } from '../../shared/contract'
import type { Fault } from '../../shared/page/faults/fault'
import { standingErrors } from '../../shared/page/faults/find-faults'
import { amountSaid, pageFitOf } from '../../shared/page/fit/standing'
import { missingPhotos } from '../../shared/page/view/missing-photos'
import type { PageView } from '../../shared/page/view/page-view'
import { faultCounts } from './faults/fault-counts'

/** A page at a glance: one chip, and the whole story on hover. */
export interface PageChip {
  readonly tone: 'red' | 'amber' | 'green' | 'grey'
  readonly words: string
  readonly title: string
}

/** A page that cannot be shown. */
export const damagedChip = ({ message }: Failure): PageChip => ({ tone: 'red', words: '坏', title: message })

/** 溢 3, 错 2, 已签, 欠 42, 齐, 空: what most needs doing on a page. */
export function pageChip(
  view: PageView | undefined,
  faults: readonly Fault[],
  signature?: PageSignature,
): PageChip {
  const fit = view && pageFitOf(view)
  const over = fit?.overset.lines ?? 0
  const under = fit?.underset.lines ?? 0
  const errors = standingErrors(faults).length
  const title = [
    `${fit?.stories ?? 0} 篇`,
    fit && over > 0 ? `溢 ${amountSaid(fit.overset)}` : '',
    fit && under > 0 ? `欠 ${amountSaid(fit.underset)}` : '',
    ...faultCounts(faults).map(({ words }) => words),
  ]
    .filter(Boolean)
    .join('，')
  if (!fit || fit.stories === 0) return { tone: 'grey', words: '空', title: '还没有稿件' }
  if (over > 0) return { tone: 'red', words: `溢 ${over}`, title }
  if (errors > 0) return { tone: 'red', words: `错 ${errors}`, title }
  if (signature?.holds) return { tone: 'green', words: '已签', title: `${title}，${signature.name} 已签大样` }
  if (under > 0) return { tone: 'amber', words: `欠 ${under}`, title }
  return { tone: 'green', words: '齐', title }
}

/**
 * How far a page is, under its name: stories placed of those planned for it, photos that have not come, 未签.
 * `waiting` are the planned ones that stand nowhere.
 */
export function pageProgress(
  view: PageView | undefined,
  waiting: number,
  signature?: Pick<PageSignature, 'holds'>,
): readonly string[] {
  if (!view) return []
  const placed = pageFitOf(view).stories
  const missing = missingPhotos(view)
  const all = placed + waiting
  return [
    ...(all > 0 ? [waiting > 0 ? `${placed}/${all} 篇` : `${placed} 篇`] : []),
    ...(missing > 0 ? [`缺图 ${missing}`] : []),
    ...(placed > 0 && !signature?.holds ? ['未签'] : []),
  ]
}
