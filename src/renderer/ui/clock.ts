/** Times as the newsroom says them, in the paper's time zone. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hourCycle: 'h23', ...options })
  formats.set(key, made)
  return made
}

/** 18:42:07 */
export const clockTime = (instant: string, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(instant))
