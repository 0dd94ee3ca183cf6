import type { Edition } from '../../shared/contract'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 11月24日 周二 · 第1286期. The date is a calendar day of the paper, so no time zone comes in. */
export function editionName(edition: Pick<Edition, 'date' | 'number'>): string {
  const day = new Date(`${edition.date}T00:00:00Z`)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日 ${weekdays[day.getUTCDay()]} · 第${edition.number}期`
}

const han = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一版, 十二版: page numbers as a newsroom says them. */
export function pageNumberName(number: number): string {
  if (number >= 100) return `${number}版`
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const word =
    (tens === 0 ? '' : tens === 1 ? '十' : `${han[tens]}十`) +
    (ones === 0 && tens > 0 ? '' : (han[ones] ?? ''))
  return `${word}版`
}
