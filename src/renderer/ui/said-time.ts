import { dayNumberOf, wallTimeOf } from './zoned-time'

const two = (n: number) => String(n).padStart(2, '0')

const nearDays: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' }

/** A time as the newsroom says it, on the paper's calendar: 今天 18:42, 昨天 09:05, 11月20日 18:42. */
export function saidTime(instant: string, now: Date, zone: string): string {
  const wall = wallTimeOf(new Date(instant), zone)
  const today = wallTimeOf(now, zone)
  const near = nearDays[dayNumberOf(wall) - dayNumberOf(today)]
  const day = near ?? `${wall.year === today.year ? '' : `${wall.year}年`}${wall.month}月${wall.day}日`
  return `${day} ${two(wall.hour)}:${two(wall.minute)}`
}
