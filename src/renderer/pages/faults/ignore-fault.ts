import { faultNames, type Fault } from '../../../shared/page/faults/fault'
import { newsroomNow } from '../../newsroom/newsroom'
import { editPage } from '../inspector/page-edit'

/** 忽略: the page keeps a fault on purpose, with who said so, when and why; it is in the page's log. */
export function ignoreFault(pageId: string, fault: Fault, reason: string): boolean {
  const { me } = newsroomNow()
  const kept = { key: fault.key, reason, by: me, at: new Date().toISOString() }
  return editPage(pageId, `忽略“${faultNames[fault.rule]}”`, () => [{ op: 'ignore', fault: kept }])
}

/** 恢复: it counts again. */
export const heedFault = (pageId: string, fault: Fault): boolean =>
  editPage(pageId, `恢复“${faultNames[fault.rule]}”`, () => [{ op: 'heed', key: fault.key }])
