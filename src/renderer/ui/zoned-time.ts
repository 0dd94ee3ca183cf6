/** A moment as the paper's clock and calendar show it. */
export interface WallTime {
  readonly year: number
  /** 1–12 */
  readonly month: number
  readonly day: number
  /** 0–23 */
  readonly hour: number
  readonly minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** The wall time in a time zone (IANA name) at an instant. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const found = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of formatOf(zone).formatToParts(instant)) {
    if (type in found) found[type as keyof typeof found] = Number(value)
  }
  return found
}

const asUtc = (wall: WallTime): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)

/** The calendar day in a time zone at an instant: YYYY-MM-DD. */
export function dayIn(instant: Date, zone: string): string {
  const { year, month, day } = wallTimeOf(instant, zone)
  return [year, month, day].map(part => String(part).padStart(2, '0')).join('-')
}

/** The instant at which a clock in the zone shows this time; UTC, ISO 8601. */
export function instantOf(wall: WallTime, zone: string): string {
  const target = asUtc(wall)
  let guess = target
  // The offset at the guess may differ from that at the answer when the clocks change between them.
  for (let round = 0; round < 2; round++) guess += target - asUtc(wallTimeOf(new Date(guess), zone))
  return new Date(guess).toISOString()
}

const dayMs = 86_400_000

/** Days since 1970 of the calendar day. */
export const dayNumberOf = (wall: WallTime): number =>
  Math.floor(Date.UTC(wall.year, wall.month - 1, wall.day) / dayMs)

/** The calendar day so many days after another, at the same time of day. */
export function daysLater(wall: WallTime, days: number): WallTime {
  const moved = new Date(asUtc(wall) + days * dayMs)
  return { ...wall, year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** Whether year, month and day name a day that there is. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
