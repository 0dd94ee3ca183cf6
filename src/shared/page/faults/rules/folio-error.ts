import { longDate, weekday } from '../../compose/furniture-frame'
import { textOf } from '../../compose/composed'
import { furnitureNames, furnitureOf, isFurniture } from '../../furniture'
import type { FurnitureFrame } from '../../layout'
import type { PageView } from '../../view/page-view'
import { rectOf } from '../../paper'
import type { FaultRule, FoundFault } from '../fault'
import { frameName } from '../frame-names'

/**
 * 报眉错 (newsroom.md 3.4, 18; P3): what 报头 or 报眉 prints is not what the edition's record says: its day and
 * weekday, its number, the page's own number and name; or it stands there twice, not at all, or without room for
 * all of that.
 */
export const folioError: FaultRule = {
  id: 'folioError',
  severity: 'error',
  find(view) {
    const { paper, frames } = view.layout
    const furniture = frames.filter(isFurniture)
    if (furniture.length === 0) {
      const marks = [rectOf(paper, { column: 0, row: 0, columnSpan: paper.columns, rowSpan: 1 })]
      const name = furnitureNames[furnitureOf(view.facts.pageNumber)]
      const message = `这一版没有${name}，日期、期号和版次都没有印`
      return [{ frameIds: [], where: 'none', marks, message, remedy: `给这一版加上${name}。` }]
    }
    const found = furniture.flatMap(frame => wrongFacts(view, frame))
    for (const frame of furniture.slice(1)) {
      const message = `这一版有 ${furniture.length} 个报头报眉，只该有一个`
      const marks = [rectOf(paper, frame)]
      found.push({ frameIds: [frame.id], where: 'twice', marks, message, remedy: '去掉多出来的。' })
    }
    return found
  },
}

function wrongFacts(view: PageView, frame: FurnitureFrame): FoundFault[] {
  const { facts, edition, composed, layout } = view
  const { paper } = layout
  const name = frameName(view, frame)
  const own = { frameIds: [frame.id], marks: [rectOf(paper, frame)] }
  const placed = composed.frames.get(frame.id)
  if (placed?.hides) {
    const message = `${name}太小，有的字没有地方印`
    return [{ ...own, where: 'room', message, remedy: `把${name}拉高或拉宽，或者把版名缩短。` }]
  }
  if (!edition) return []
  const printed = placed ? textOf(placed).join('\n') : ''
  const lacks: string[] = []
  const want = (said: string, isAsked = true) => {
    if (isAsked && said !== '' && !printed.includes(said)) lacks.push(said)
  }
  want(longDate(edition.date))
  want(weekday(edition.date), paper.furniture.weekday)
  want(`第${edition.number}期`, paper.furniture.editionNumber)
  const record = edition.pages.find(page => page.number === facts.pageNumber)
  if (frame.kind === 'folio') {
    // The record holds this page's number and name, where it is one of the edition's at all.
    if (edition.pages.length > 0 && !record) lacks.push(`第 ${facts.pageNumber} 版`)
    if (record) want(record.name)
  } else if (furnitureOf(facts.pageNumber) !== frame.kind) {
    const message = `报头只在第 1 版，这里是第 ${facts.pageNumber} 版`
    return [{ ...own, where: 'masthead', message, remedy: '把报头换成报眉。' }]
  }
  if (lacks.length === 0) return []
  const message = `${name}和这一期的记录对不上，应当印“${lacks.join('”“')}”`
  return [{ ...own, where: 'facts', message, remedy: '到“期和版”里核对日期、期号、版次和版名。' }]
}
