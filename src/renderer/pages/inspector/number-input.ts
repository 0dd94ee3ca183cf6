/** What a number field takes. */
export interface NumberRange {
  readonly least: number
  readonly most: number
  /** 栏, 行, 字, 磅; stands in the sentences too. */
  readonly unit: string
  /** Where fractions are taken. */
  readonly fractions?: boolean
  /** Why no more goes: 版心共 6 栏. */
  readonly why?: string
  /** The only values taken, small to large. */
  readonly allowed?: readonly number[]
}

export type ReadNumber = { readonly value: number } | { readonly says: string }

/** A number as the desk writes it: at most two decimals, − as its sign. */
export const writeNumber = (value: number): string => String(Math.round(value * 100) / 100)

/** Differences below this are rounding of what was shown. */
const rounding = 0.005

/** What was typed as a number of the range, or the sentence that says what to type instead. */
export function readNumber(text: string, name: string, range: NumberRange): ReadNumber {
  const { least, most, unit, allowed } = range
  const bare = text.normalize('NFKC').replace(/[−–—]/g, '-').replaceAll(unit, '').trim()
  const says = (what: string) => ({ says: `${name}${what}` })
  if (bare === '') return says(`要填一个数，${least} 到 ${writeNumber(most)} ${unit}`)
  if (!/^-?\d+(\.\d+)?$/.test(bare)) return says(`只填数字，例如 ${writeNumber(allowed?.[0] ?? least)}`)
  const value = Number(bare)
  if (allowed) {
    const found = allowed.find(one => Math.abs(one - value) < rounding)
    if (found !== undefined) return { value: found }
    const list = allowed.map(writeNumber).join('、')
    return says(allowed.length === 0 ? '在这里没有整数可选' : `只能是 ${list} ${unit}`)
  }
  if (!range.fractions && !Number.isInteger(value)) return says(`要填整数，例如 ${Math.floor(value)}`)
  const why = range.why === undefined ? '' : `：${range.why}`
  if (value < least) return says(`最少 ${least} ${unit}`)
  if (value > most) return says(`最多 ${writeNumber(most)} ${unit}${why}`)
  return { value }
}

/** The value that an arrow key leads to: the next that is allowed, held inside the range. */
export function stepNumber(value: number, by: 1 | -1, step: number, range: NumberRange): number {
  const { allowed, least, most } = range
  if (allowed) {
    const next =
      by === 1 ? allowed.find(one => one > value + rounding) : allowed.findLast(one => one < value - rounding)
    return next ?? value
  }
  const next = Math.round((value + by * step) * 100) / 100
  return Math.max(least, Math.min(most, next))
}
