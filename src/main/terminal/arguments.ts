import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { em, presets, type HouseSetting, type Milliem } from '../../shared/typeset'
import { UsageError } from './command'

/** Texts of the options that were given, and whether flags were. */
export interface GivenArguments {
  readonly files: readonly string[]
  text(name: string): string | undefined
  isSet(name: string): boolean
}

/**
 * Reads arguments strictly: `values` are options that take a value, `flags` those that do not. Throws
 * UsageError for an option that is not known, one without its value, one given twice, and for too many or too
 * few files.
 */
export function readArguments(
  args: readonly string[],
  known: {
    readonly files: readonly string[]
    readonly values: readonly string[]
    readonly flags: readonly string[]
  },
): GivenArguments {
  const options: ParseArgsOptionsConfig = {}
  for (const name of known.values) options[name] = { type: 'string', multiple: true }
  for (const name of known.flags) options[name] = { type: 'boolean' }
  const { values, positionals } = parse(withNegativeNumbers(args), options)
  const missing = known.files[positionals.length]
  if (missing !== undefined) throw new UsageError(`缺少${missing}。`)
  if (positionals.length > known.files.length) {
    throw new UsageError(`多出了“${positionals[known.files.length]}”。`)
  }
  for (const name of known.values) {
    const given = values[name] as string[] | undefined
    if (given && given.length > 1) throw new UsageError(`--${name} 给了不止一次。`)
  }
  return {
    files: positionals,
    text: name => (values[name] as string[] | undefined)?.[0],
    isSet: name => values[name] === true,
  }
}

/** `--looseness -1` as `--looseness=-1`: a number below zero is a value, not an option. */
function withNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = []
  for (const arg of args) {
    const before = joined.at(-1)
    if (/^-\d/.test(arg) && before !== undefined && /^--[a-z-]+$/.test(before)) {
      joined[joined.length - 1] = `${before}=${arg}`
    } else {
      joined.push(arg)
    }
  }
  return joined
}

function parse(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const option = /'?(--?[^\s'<=]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(`没有 ${option} 这个选项。`)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError(`${option} 后面的值不对。`)
    throw error
  }
}

/** Bounds of a number, both included. */
interface Bounds {
  readonly least: number
  readonly most: number
}

/** A whole number; throws UsageError for anything else. `fallback` undefined makes the option necessary. */
export function wholeNumber(given: GivenArguments, name: string, bounds: Bounds, fallback?: number): number {
  const text = given.text(name)
  if (text === undefined) return necessary(name, fallback)
  const value = Number(text)
  if (!/^[+-]?\d+$/.test(text) || value < bounds.least || value > bounds.most) {
    throw new UsageError(`--${name} 要 ${bounds.least} 到 ${bounds.most} 之间的整数，给的是“${text}”。`)
  }
  return value
}

/** A length in em, of at most three decimals, as thousandths; throws UsageError for anything else. */
export function emLength(given: GivenArguments, name: string, bounds: Bounds, fallback?: number): Milliem {
  const text = given.text(name)
  if (text === undefined) return em(necessary(name, fallback))
  const value = Number(text)
  if (!/^\d+(?:\.\d{1,3})?$/.test(text) || value < bounds.least || value > bounds.most) {
    throw new UsageError(
      `--${name} 要 ${bounds.least} 到 ${bounds.most} 之间的字数（可带三位以内小数），给的是“${text}”。`,
    )
  }
  return em(value)
}

function necessary(name: string, fallback: number | undefined): number {
  if (fallback === undefined) throw new UsageError(`缺少 --${name}。`)
  return fallback
}

/** The house setting of `--preset`, by key or by name; the newspaper's when it is not given. */
export function presetSetting(given: GivenArguments): HouseSetting {
  const name = given.text('preset') ?? 'newspaper'
  const preset = presets.find(one => one.key === name || one.label === name)
  if (preset) return preset
  const names = presets.map(one => `${one.key}（${one.label}）`).join('、')
  throw new UsageError(`没有“${name}”这种排版预设，只有 ${names}。`)
}

/** Measures in em that make sense: a column of one character, and a line across a broadsheet. */
export const measures: Bounds = { least: 1, most: 200 }
