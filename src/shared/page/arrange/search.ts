import type { Block, Shape, Shaper } from './shapes'

/** Blocks that stay together, under a strap or not. */
export interface Group {
  readonly strap: string | null
  readonly blocks: readonly Block[]
}

/** Blocks one under another in some base columns. */
export interface Stack {
  readonly span: number
  readonly shapes: readonly Shape[]
  readonly least: number
  readonly most: number
  readonly cost: number
  /** Rows that the rule above a shape takes; `isFirst` where the band stands at the page's or strap's head. */
  above(at: number, isFirst: boolean): number
}

/** Stacks side by side: a strip of the page from edge to edge. */
export interface Band {
  readonly group: Group
  readonly stacks: readonly Stack[]
  readonly least: number
  readonly most: number
  readonly cost: number
}

/** How many ways are kept at each step of the search. Wider finds little more. */
const kept = { stack: 8, band: 40, page: 160 }
const mostInBand = 4
const mostStacks = 3

/** Costs in column rows of white, so that they can be weighed against each other. */
const price = {
  /** A column row left white inside a band. */
  white: 1.8,
  /** A row of the page left white at its foot, or missing. */
  short: 2.5,
  over: 14,
  /** 断版: a horizontal edge from side to side. */
  edge: 9,
  /** 通缝: the gutter of one band goes on in the next. */
  river: 12,
  /** 碰题: two heads side by side with no box between. */
  butting: 7,
}

/** What one search works with. */
interface Scope {
  readonly columns: number
  readonly shaper: Shaper
  /** What a row of the page is worth when it is too full. */
  readonly thrift: number
  /** Stacks found, by their blocks and width. */
  readonly stacks: Map<string, readonly Stack[]>
}

interface State {
  readonly bands: readonly Band[]
  readonly least: number
  readonly most: number
  readonly cost: number
}

/**
 * The best way found to divide a page's rows among the groups' blocks; every block stands in some band.
 * `thrift` is what a row of the page is worth when it is too full: ways that save rows are then kept longer.
 */
export function searchBands(
  groups: readonly Group[],
  columns: number,
  rows: number,
  shaper: Shaper,
  thrift = 0,
): readonly Band[] {
  const scope: Scope = { columns, shaper, thrift, stacks: new Map() }
  let done: State[] = [{ bands: [], least: 0, most: 0, cost: 0 }]
  let isPageHead = true
  for (const group of groups) {
    const count = group.blocks.length
    const states: State[][] = Array.from({ length: count + 1 }, () => [])
    states[0] = done
    for (let at = 0; at < count; at++) {
      const from = prune(states[at] ?? [], rows, thrift)
      for (let size = 1; size <= Math.min(mostInBand, count - at); size++) {
        const members = group.blocks.slice(at, at + size)
        const hasLead = isPageHead && at === 0
        const bands = bandsOf(group, members, scope, hasLead, at === 0)
        for (const state of from)
          for (const band of bands) states[at + size]?.push(joined(state, band, columns))
      }
    }
    done = prune(states[count] ?? [], rows, thrift)
    isPageHead = false
  }
  return best(done, rows)?.bands ?? []
}

function joined(state: State, band: Band, columns: number): State {
  const last = state.bands.at(-1)
  let cost = state.cost + band.cost
  if (last) {
    cost += price.edge
    const gaps = new Set(gutters(last))
    for (const gap of gutters(band)) if (gap < columns && gaps.has(gap)) cost += price.river
  }
  return {
    bands: [...state.bands, band],
    least: state.least + band.least,
    most: state.most + band.most,
    cost,
  }
}

/** Base columns after which a gutter runs through the whole band. */
function gutters(band: Band): number[] {
  const gaps: number[] = []
  let column = 0
  for (const stack of band.stacks.slice(0, -1)) gaps.push((column += stack.span))
  return gaps
}

/** What a way costs when the page ends here. */
function total(state: State, rows: number): number {
  const over = Math.max(0, state.least - rows)
  const short = Math.max(0, rows - state.most)
  return state.cost + over * price.over + short * price.short
}

const best = (states: readonly State[], rows: number) =>
  states.toSorted((a, b) => total(a, rows) - total(b, rows) || a.bands.length - b.bands.length)[0]

/** Keeps the cheapest ways, and of like heights only the cheapest few. */
function prune(states: readonly State[], rows: number, thrift: number): State[] {
  const worth = (state: State) => state.cost + over(state, rows) + thrift * state.least
  const found: State[] = []
  const seen = new Map<number, number>()
  for (const state of states.toSorted((a, b) => worth(a) - worth(b))) {
    const count = seen.get(state.least) ?? 0
    if (count >= 4) continue
    seen.set(state.least, count + 1)
    found.push(state)
    if (found.length >= kept.page) break
  }
  return found
}
const over = (state: State, rows: number) => Math.max(0, state.least - rows) * price.over

/** Ways to set some blocks as one band. The lead stands first in the first stack, and is the widest. */
function bandsOf(
  group: Group,
  members: readonly Block[],
  scope: Scope,
  hasLead: boolean,
  isFirst: boolean,
): Band[] {
  const bands: Band[] = []
  for (const spans of divisions(scope.columns, Math.min(mostStacks, members.length))) {
    if (hasLead && spans.length > 1 && (spans[0] ?? 0) < Math.max(...spans)) continue
    for (const parts of dealt(members, spans.length)) {
      if (hasLead && parts[0]?.[0] !== members[0]) continue
      const choices = parts.map((blocks, at) =>
        stacksOf(blocks, spans[at] ?? 1, scope, hasLead ? members[0] : undefined, isFirst),
      )
      // Three stacks of eight ways each would be looked at far longer than they are worth.
      const few = choices.map(ways => (choices.length > 2 ? ways.slice(0, 4) : ways))
      for (const stacks of product(few)) {
        const least = Math.max(...stacks.map(stack => stack.least))
        const most = Math.min(...stacks.map(stack => Math.max(stack.most, least)))
        let cost = 0
        for (const stack of stacks) {
          cost += stack.cost + Math.max(0, least - stack.most) * stack.span * price.white
        }
        for (let at = 0; at + 1 < stacks.length; at++) {
          const [a, b] = [stacks[at]?.shapes[0], stacks[at + 1]?.shapes[0]]
          if (a && b && a.headRows > 0 && b.headRows > 0 && !a.boxed && !b.boxed) cost += price.butting
          if (a?.boxed && b?.boxed) cost += price.butting
        }
        bands.push({ group, stacks, least, most: Math.max(least, most), cost })
      }
    }
  }
  return spread(bands, kept.band, scope.thrift)
}

/** Ways to set blocks one under another, cheapest first. */
function stacksOf(
  blocks: readonly Block[],
  span: number,
  scope: Scope,
  lead: Block | undefined,
  isFirst: boolean,
): readonly Stack[] {
  const key = `${blocks.map(block => block.id).join(' ')} | ${span} ${lead?.id ?? ''} ${isFirst}`
  const known = scope.stacks.get(key)
  if (known) return known
  const choices = blocks.map(block => [...scope.shaper.shapes(block, span, block === lead)])
  const stacks: Stack[] = []
  for (const shapes of product(choices)) {
    const above = (at: number, first: boolean) => {
      const [shape, before] = [shapes[at], shapes[at - 1]]
      if (!shape || shape.boxed || before?.boxed || (at === 0 && first)) return 0
      return 1
    }
    const rules = shapes.reduce((sum, _, at) => sum + above(at, isFirst), 0)
    const least = shapes.reduce((sum, shape) => sum + shape.least, rules)
    const most = shapes.reduce((sum, shape) => sum + shape.most, rules)
    const boxes = shapes.filter(shape => shape.boxed).length
    const cost = shapes.reduce((sum, shape) => sum + shape.cost, 0) + Math.max(0, boxes - 1) * 8
    stacks.push({ span, shapes, least, most, cost, above })
  }
  const best = spread(stacks, kept.stack, scope.thrift)
  scope.stacks.set(key, best)
  return best
}

/** The cheapest `count`, at most two of one height. */
function spread<T extends { readonly cost: number; readonly least: number }>(
  all: readonly T[],
  count: number,
  thrift: number,
): T[] {
  const seen = new Map<number, number>()
  const found: T[] = []
  for (const one of all.toSorted((a, b) => a.cost + thrift * a.least - b.cost - thrift * b.least)) {
    const times = seen.get(one.least) ?? 0
    if (times >= 2) continue
    seen.set(one.least, times + 1)
    found.push(one)
    if (found.length >= count) break
  }
  return found
}

/** Ways to divide base columns among up to `most` stacks of two columns or more (one, on very few columns). */
export function divisions(columns: number, most: number): number[][] {
  const least = columns >= 4 ? 2 : 1
  const found: number[][] = []
  const divide = (left: number, parts: number[]) => {
    if (left === 0) found.push(parts)
    if (parts.length >= most) return
    for (let span = least; span <= left; span++) {
      if (left - span === 0 || left - span >= least) divide(left - span, [...parts, span])
    }
  }
  divide(columns, [])
  return found
}

/** Ways to deal blocks to stacks, in order within a stack, none of them empty, at most three in one. */
function dealt(blocks: readonly Block[], stacks: number): Block[][][] {
  let ways: Block[][][] = [Array.from({ length: stacks }, () => [])]
  for (const block of blocks) {
    ways = ways.flatMap(way =>
      way.flatMap((_, at) => {
        if ((way[at]?.length ?? 0) >= 3) return []
        return [way.map((own, stack) => (stack === at ? [...own, block] : own))]
      }),
    )
  }
  return ways.filter(way => way.every(own => own.length > 0))
}

/** All ways to take one of each. */
function product<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((ways, own) => ways.flatMap(way => own.map(one => [...way, one])), [[]])
}
