import type { BudgetContext, BudgetEdition } from '../../shared/budget/budget-context'
import type { RowPlace } from '../../shared/budget/row-place'
import { pageNumberName } from '../newsroom/edition-name'

/** 3,420 */
const figures = new Intl.NumberFormat('zh-CN')
export const figure = (n: number): string => figures.format(n)

/** 648/600, or 648 alone where nothing is planned. */
export const ofPlanned = (actual: number, planned: number | null): string =>
  planned === null ? figure(actual) : `${figure(actual)}/${figure(planned)}`

/** A title in quotation marks; its own go one level down. */
export const quoted = (title: string): string => `“${title.replace(/“/g, '‘').replace(/”/g, '’')}”`

/** 11月24日, from the calendar day of an edition. */
export function dayName(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** 一版 · 要闻; 一版 where the edition does not name its page; 未定版 without a page. */
export function pageNameIn(edition: BudgetEdition | undefined, page: number | null): string {
  if (page === null) return '未定版'
  const name = edition?.pages.find(p => p.number === page)?.name ?? ''
  return name === '' ? pageNumberName(page) : `${pageNumberName(page)} · ${name}`
}

/** 11月24日 一版; empty where the story has no edition and no page. */
export function placeOf(row: RowPlace, editions: BudgetContext['editions']): string {
  const edition = row.editionId === null ? undefined : editions.get(row.editionId)
  const day = edition ? dayName(edition.date) : ''
  const page = row.page === null ? '' : pageNumberName(row.page)
  return [day, page].filter(Boolean).join(' ')
}

/** 一版 · 要闻 in the chosen edition, 11月23日 一版 · 要闻 in another, 未排期 in none: the head of a page's group. */
export function groupTitle({ editionId, page }: RowPlace, { editions, edition }: BudgetContext): string {
  if (editionId === null) return page === null ? '未排期' : `未排期 ${pageNumberName(page)}`
  const own = editions.get(editionId)
  const name = pageNameIn(own, page)
  return editionId === edition || !own ? name : `${dayName(own.date)} ${name}`
}

/** 3,420 / 3,600 字 */
export const sumWords = (actual: number, planned: number | null, unit: '字' | '行'): string =>
  planned === null ? `${figure(actual)} ${unit}` : `${figure(actual)} / ${figure(planned)} ${unit}`
