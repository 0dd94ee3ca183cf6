import { daysLater, instantOf, isDay, wallTimeOf, type WallTime } from '../ui/zoned-time'

/** What was typed for a deadline: an instant (UTC), none, or nothing that can be read. */
export type DeadlineInput =
  { readonly kind: 'at'; readonly instant: string } | { readonly kind: 'none' } | { readonly kind: 'unread' }

/** A day given without a time closes when the desk usually does. */
const usualHour = 18

const dayWords: Readonly<Record<string, number>> = {
  昨天: -1,
  今天: 0,
  今日: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  明晚: 1,
  后天: 2,
}

const full = /[０-９：／－．]/g
const narrow = (text: string) =>
  text.replace(full, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\s+/g, ' ')

const dayPattern =
  /^(?:(?<word>昨天|今天|今日|今晚|明天|明日|明晚|后天)|(?:(?<year>\d{4})[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?) ?/
const timePattern =
  /^(?<part>上午|早上|早|中午|下午|晚上|晚)? ?(?<hour>\d{1,2})(?:[:点时](?:(?<minute>\d{1,2})分?|(?<half>半))?)?$/

/**
 * Reads a deadline as a newsroom writes it: `18:00`, `18`, `明天 9:30`, `下午6点半`, `11-24 18:00`, `11月24日`,
 * `2026年1月3日 20点`. A day without a year is the nearest one to now. Empty, 无 and - take it away.
 */
export function readDeadline(text: string, now: Date, zone: string): DeadlineInput {
  const typed = narrow(text).trim()
  if (typed === '' || typed === '无' || typed === '-' || typed === '—') return { kind: 'none' }
  const today = wallTimeOf(now, zone)
  const named = dayPattern.exec(typed)
  const day = named?.groups ? dayOf(named.groups, today) : today
  if (!day) return { kind: 'unread' }
  const rest = named ? typed.slice(named[0].length) : typed
  const evening = named?.groups?.['word']?.endsWith('晚') ?? false
  const time = timeOf(rest, named !== null, evening)
  if (!time) return { kind: 'unread' }
  return { kind: 'at', instant: instantOf({ ...day, ...time }, zone) }
}

type Groups = Readonly<Record<string, string | undefined>>

function dayOf(groups: Groups, today: WallTime): WallTime | null {
  const word = groups['word']
  if (word !== undefined) return daysLater(today, dayWords[word] ?? 0)
  const month = Number(groups['month'])
  const day = Number(groups['day'])
  if (groups['year'] !== undefined) {
    const year = Number(groups['year'])
    return isDay(year, month, day) ? { ...today, year, month, day } : null
  }
  const distance = (year: number) =>
    Math.abs(Date.UTC(year, month - 1, day) - Date.UTC(today.year, today.month - 1, today.day))
  const years = [today.year, today.year + 1, today.year - 1].filter(year => isDay(year, month, day))
  const year = years.sort((a, b) => distance(a) - distance(b))[0]
  return year === undefined ? null : { ...today, year, month, day }
}

function timeOf(text: string, dayGiven: boolean, evening: boolean): Pick<WallTime, 'hour' | 'minute'> | null {
  if (text === '') return dayGiven ? { hour: usualHour, minute: 0 } : null
  const groups = timePattern.exec(text)?.groups
  if (!groups) return null
  const said = Number(groups['hour'])
  const minute = groups['half'] !== undefined ? 30 : Number(groups['minute'] ?? 0)
  const part = groups['part'] ?? (evening ? '晚' : '')
  const afternoon = ['下午', '晚上', '晚'].includes(part) && said < 12
  const hour = said + (afternoon || (part === '中午' && said < 3) ? 12 : 0)
  return hour > 23 || minute > 59 ? null : { hour, minute }
}
