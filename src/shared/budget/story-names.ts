import { photographersIn, writersIn } from '../style/forms/story-people'
import type { BudgetRow } from './budget-row'

/** What a story goes by in lists: its headline, else 无题 with the slug that people know it by. */
export function titleOf(row: Pick<BudgetRow, 'headline' | 'slug'>): string {
  const headline = row.headline.trim()
  if (headline !== '') return headline
  return row.slug === '' ? '无题' : `无题 · ${row.slug}`
}

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
