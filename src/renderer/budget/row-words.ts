import type { BudgetRow, Edition, Person } from '../../shared/contract'
import { pageNumberName } from '../newsroom/edition-name'
import { photographersIn, writersIn } from '../../shared/style/forms/story-people'

/** 3,420 */
const figures = new Intl.NumberFormat('zh-CN')
export const figure = (n: number): string => figures.format(n)

/** 648/600, or 648 alone where nothing is planned. */
export const ofPlanned = (actual: number, planned: number | null): string =>
  planned === null ? figure(actual) : `${figure(actual)}/${figure(planned)}`

type Titled = Pick<BudgetRow, 'headline' | 'slug'>

/** What a story goes by in lists: its headline, else 无题 with the slug that people know it by. */
export function titleOf(row: Titled): string {
  const headline = row.headline.trim()
  if (headline !== '') return headline
  return row.slug === '' ? '无题' : `无题 · ${row.slug}`
}

/** A title in quotation marks; its own go one level down. */
export const quoted = (title: string): string => `“${title.replace(/“/g, '‘').replace(/”/g, '’')}”`

/** The author as lists show him: as planned, else whom the document names; two-character names closed up. */
export function authorOf(row: Pick<BudgetRow, 'author' | 'byline' | 'people'>): string {
  const writers = row.people.filter(person => person.writes).map(person => person.name)
  const name = row.author.trim() || writers.join(' ') || row.byline.trim().replace(/^（(.*)）$/, '$1')
  return name.replace(/\u3000/g, '')
}

/** Everybody whom the document names, with what he did: 张三（记者）、李四（通讯员） · 摄影 史婉. */
export function makersOf(row: Pick<BudgetRow, 'people'>): string {
  const pictures = photographersIn(row.people)
  return [writersIn(row.people), pictures === '' ? '' : `摄影 ${pictures}`]
    .filter(words => words !== '')
    .join(' · ')
}

/** What a page desk must not let pass on a story's photos, most pressing first; empty when all is there. */
export function photoFaults(row: Pick<BudgetRow, 'photosWithoutCaption' | 'photosWithoutCredit'>): string[] {
  const faults: string[] = []
  if (row.photosWithoutCaption > 0) faults.push('缺图说')
  if (row.photosWithoutCredit > 0) faults.push('缺署名')
  return faults
}

/** 11月24日, from the calendar day of an edition. */
export function dayName(day: string): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

/** 一版 · 要闻; 一版 where the edition does not name its page; 未定版 without a page. */
export function pageNameIn(edition: Edition | undefined, page: number | null): string {
  if (page === null) return '未定版'
  const name = edition?.pages.find(p => p.number === page)?.name ?? ''
  return name === '' ? pageNumberName(page) : `${pageNumberName(page)} · ${name}`
}

/** 11月24日 一版; empty where the story has no edition and no page. */
export function placeOf(
  row: Pick<BudgetRow, 'editionId' | 'page'>,
  editions: ReadonlyMap<string, Edition>,
): string {
  const edition = row.editionId === null ? undefined : editions.get(row.editionId)
  const day = edition ? dayName(edition.date) : ''
  const page = row.page === null ? '' : pageNumberName(row.page)
  return [day, page].filter(Boolean).join(' ')
}

/** Whom and what a row points to. */
export interface BudgetContext {
  readonly editions: ReadonlyMap<string, Edition>
  readonly people: ReadonlyMap<string, Person>
  /** The edition chosen at the top of the window. */
  readonly edition: string | null
  /** Who sits at the desk. */
  readonly me: string
}

export const nameOf = (id: string | null, context: BudgetContext): string =>
  (id === null ? '' : context.people.get(id)?.name.replace(/\u3000/g, '')) ?? ''
