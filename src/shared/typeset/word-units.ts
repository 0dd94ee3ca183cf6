/** Word units: what addresses, numbers and Latin words are made of. */
import { Class } from './characters'

/** The least clusters of a word that may be parted. */
const leastLong = 8

/** A cluster that stands in addresses and numbers. */
export const isWordUnit = (cls: number, code: number): boolean =>
  code > 0x20 && code < 0x2e80 && cls !== Class.invisible && cls !== Class.glue && cls !== Class.zeroSpace

/** True for a run of such clusters that may have to be parted. */
export const isLong = (run: number): boolean => run >= leastLong
