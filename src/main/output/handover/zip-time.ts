/** The years that a zip's clock can show. */
const firstYear = 1980
const lastYear = 2099

interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** What the clock on the wall shows in a time zone. */
export function wallClock(instant: Date, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(part => part.type === type)?.value ?? 0)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  }
}

const two = (count: number) => String(count).padStart(2, '0')

/** An instant as the newsroom reads it: 2025-06-12 21:30. */
export function localTime(instant: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(instant, timeZone)
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

/**
 * The time stamp for files in a zip. A zip's clock has no zone: it shows the paper's wall clock wherever the zip
 * is made. fflate reads the fields of a Date in the process's own zone, so they are set in it.
 */
export function zipTime(instant: Date, timeZone: string): Date {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone)
  if (year < firstYear) return new Date(firstYear, 0, 1)
  if (year > lastYear) return new Date(lastYear, 11, 31)
  return new Date(year, month - 1, day, hour, minute, second)
}
