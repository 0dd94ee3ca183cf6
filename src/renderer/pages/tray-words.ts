import type { BudgetRow } from '../../shared/contract'
import { pageNumberName } from '../newsroom/edition-name'

/** What a page desk asks of a waiting story: 消息 · 614 字 · 2 图. */
export const factsOf = ({
  genre,
  characters,
  photos,
}: Pick<BudgetRow, 'genre' | 'characters' | 'photos'>): string =>
  [genre, `${characters} 字`, photos === 0 ? '' : `${photos} 图`].filter(part => part !== '').join(' · ')

/** Why nothing waits for a page: nothing is planned for it, or all that is stands on it. */
export const noneWaits = (page: number, planned: number): string =>
  planned === 0 ? `还没有稿件归到${pageNumberName(page)}。` : '归到这一版的稿件都排上了。'
