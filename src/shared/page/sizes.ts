import { z } from 'zod'
import type { Length } from '../typeset'

/** Points of 1/72 inch: everything on the page. */
export type Pt = Length<'pt'>
/** Millimetres: the sheet. */
export type Mm = Length<'mm'>
/** Multiples of a paper's body size: measures and gutters. The setter counts them in thousandths (`Milliem`). */
export type Em = Length<'em'>

/** A number that is no length in a unit already. */
type Bare<N extends number> = N extends Length<string> ? never : N

// Sums and products of lengths are bare numbers; these say what they are in.
export const pt = <N extends number>(points: Bare<N>): Pt => points as number as Pt
export const mm = <N extends number>(millimetres: Bare<N>): Mm => millimetres as number as Mm
export const ems = <N extends number>(multiples: Bare<N>): Em => multiples as number as Em

const pointsPerMillimetre = 72 / 25.4

export const mmToPt = (length: Mm): Pt => pt(length * pointsPerMillimetre)
export const ptToMm = (length: Pt): Mm => mm(length / pointsPerMillimetre)
/** Ems of a size. */
export const emsToPt = (length: Em, size: Pt): Pt => pt(length * size)

/** A stored length: a bare number in JSON, a length once it is parsed. */
export const lengthSchema = <L extends Mm | Pt | Em>(bounds: z.ZodNumber): z.ZodType<L, number> =>
  bounds as unknown as z.ZodType<L, number>

/** Type sizes as the trade counts them, small to large, in points (knowledge of the trade; data, not law). */
export const sizes = {
  七号: pt(5.5),
  小六: pt(6.5),
  六号: pt(7.5),
  小五: pt(9),
  五号: pt(10.5),
  小四: pt(12),
  四号: pt(14),
  小三: pt(15),
  三号: pt(16),
  小二: pt(18),
  二号: pt(22),
  小一: pt(24),
  一号: pt(26),
  三十磅: pt(30),
  小初: pt(36),
  初号: pt(42),
  特号: pt(50),
  特大号: pt(60),
} as const

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
