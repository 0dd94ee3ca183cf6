import { faultNames, type Fault } from '../../../shared/page/faults/fault'
import { sayOnPage } from '../page-says'
import { choose } from '../selection'
import { sortedFaults } from './fault-counts'
import { areFaultsKnown, faultsNow } from './page-faults'
import { goToFault, useShownFault } from './shown-fault'

/** Chooses what a fault lies in and brings its place into sight. */
export function visitFault(pageId: string, fault: Fault): void {
  choose(pageId, fault.frameIds[0] ?? null)
  goToFault(fault.key)
}

/** To the next fault of the page, or the one before, worst first, and round again from the other end. */
export function stepFault(pageId: string, by: 1 | -1): void {
  const faults = sortedFaults(faultsNow(pageId))
  if (faults.length === 0)
    return sayOnPage(areFaultsKnown(pageId) ? '这一版没有毛病' : '还在看这一版，稍等再按')
  const { key } = useShownFault.getState()
  const at = faults.findIndex(fault => fault.key === key)
  const next = at < 0 ? (by === 1 ? 0 : faults.length - 1) : (at + by + faults.length) % faults.length
  const fault = faults[next]!
  visitFault(pageId, fault)
  sayOnPage(`${faultNames[fault.rule]}：${fault.message}`)
}
