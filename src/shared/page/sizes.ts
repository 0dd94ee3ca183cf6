import { z } from 'zod'

/** Points of 1/72 inch. */
export type Point = number
/** Millimetres of paper. */
export type Millimetre = number
/** Multiples of the body size. */
export type Em = number

/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4

/** Type sizes as the trade counts them, small to large, in points (knowledge of the trade; data, not law). */
export const sizes = {
  七号: 5.5,
  小六: 6.5,
  六号: 7.5,
  小五: 9,
  五号: 10.5,
  小四: 12,
  四号: 14,
  小三: 15,
  三号: 16,
  小二: 18,
  二号: 22,
  小一: 24,
  一号: 26,
  三十磅: 30,
  小初: 36,
  初号: 42,
  特号: 50,
  特大号: 60,
} as const satisfies Record<string, Point>

/** The name of a size: 小五, 二号 … */
export type SizeName = keyof typeof sizes

/** All names, small to large. */
export const sizeNames = Object.keys(sizes) as SizeName[]

export const sizeSchema = z.enum(sizeNames)

/** One step smaller or larger; the same at either end of the scale. */
export function stepSize(name: SizeName, steps: number): SizeName {
  const at = Math.min(sizeNames.length - 1, Math.max(0, sizeNames.indexOf(name) + steps))
  return sizeNames[at] ?? name
}
