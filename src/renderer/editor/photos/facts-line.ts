import type { PhotoFacts } from '../../../shared/contract'

/** What a photo's file says besides its words: 河川县 · 2025年6月11日摄 · 备注：只用于头版; '' where it says nothing. */
export function factsLine({ city, date, instructions }: PhotoFacts): string {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  return [
    city,
    date === null ? '' : `${year}年${month}月${day}日摄`,
    instructions === '' ? '' : `备注：${instructions}`,
  ]
    .filter(text => text !== '')
    .join(' · ')
}
