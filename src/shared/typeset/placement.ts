/** Placement: where every line stands, as runs of lines, and how far the text has flowed. */
import type { PlacedLine } from './flow'
import type { LineRun, Slot } from './slots'

/** The lines of a flow in the slots of its columns. Grows while it is made, then stays. */
export class Placement {
  readonly runs: LineRun[]
  /** Before each paragraph: the next free slot, the slot of the last line (−1 if none), and how many runs. */
  readonly #free: number[]
  readonly #last: number[]
  readonly #before: number[]
  /** The first slot after the text, and the slot of the last line that a byline could run in after. */
  end: number
  lastSlot: number
  #runCount: number
  #paragraphs: number
  readonly #slots: readonly Slot[]
  readonly #columnCount: number
  #columns: readonly (readonly PlacedLine[])[] | undefined

  /** Begins with the first `paragraphs` of `stood`, as they stand there. */
  constructor(slots: readonly Slot[], columnCount: number, stood?: Placement, paragraphs = 0) {
    this.#slots = slots
    this.#columnCount = columnCount
    const from = stood && paragraphs < stood.#free.length ? stood.#before[paragraphs] : stood?.runs.length
    // Copied whole and written over: what follows mostly stands again as it stood.
    this.runs = stood ? stood.runs.slice() : []
    this.#free = stood ? stood.#free.slice() : []
    this.#last = stood ? stood.#last.slice() : []
    this.#before = stood ? stood.#before.slice() : []
    this.#runCount = from ?? 0
    this.#paragraphs = paragraphs
    this.end = stood ? (stood.#free[paragraphs] ?? stood.end) : 0
    this.lastSlot = stood ? (stood.#last[paragraphs] ?? stood.lastSlot) : -1
  }

  /** The next paragraph's lines. */
  add(run: LineRun): void {
    this.#begin()
    this.runs[this.#runCount++] = run
    this.lastSlot = run.slot + (run.count - 1) * run.rows
    this.end = this.lastSlot + run.rows
  }

  /** The next paragraph's lines, where they turn into another column. */
  addAll(runs: readonly LineRun[]): void {
    this.#begin()
    for (const run of runs) {
      this.runs[this.#runCount++] = run
      this.lastSlot = run.slot + (run.count - 1) * run.rows
      this.end = this.lastSlot + run.rows
    }
  }

  /** A byline that stands on the last line's row. */
  runIn(run: LineRun): void {
    this.#begin()
    this.runs[this.#runCount++] = run
    this.lastSlot = -1
  }

  #begin(): void {
    const index = this.#paragraphs++
    this.#free[index] = this.end
    this.#last[index] = this.lastSlot
    this.#before[index] = this.#runCount
  }

  /** If paragraph `index` would stand where it stood, takes it and all that follows from there. */
  joins(stood: Placement, index: number): boolean {
    if (this.end !== stood.#free[index] || this.lastSlot !== stood.#last[index]) return false
    const from = stood.#before[index] as number
    const moved = this.#runCount - from
    for (let i = from; i < stood.runs.length; i++) this.runs[i + moved] = stood.runs[i] as LineRun
    for (let i = index; i < stood.#free.length; i++) {
      this.#free[i] = stood.#free[i] as number
      this.#last[i] = stood.#last[i] as number
      this.#before[i] = (stood.#before[i] as number) + moved
    }
    this.#runCount = stood.runs.length + moved
    this.#paragraphs = stood.#free.length
    this.end = stood.end
    this.lastSlot = stood.lastSlot
    return true
  }

  /** Ends the flow: what was copied and not written over goes. */
  finish(): void {
    this.runs.length = this.#runCount
    this.#free.length = this.#paragraphs
    this.#last.length = this.#paragraphs
    this.#before.length = this.#paragraphs
  }

  /** The lines of each column, in reading order. */
  get columns(): readonly (readonly PlacedLine[])[] {
    if (this.#columns) return this.#columns
    const columns: PlacedLine[][] = Array.from({ length: this.#columnCount }, () => [])
    for (const { paragraph, line, count, slot, rows } of this.runs) {
      for (let n = 0; n < count; n++) {
        const at = this.#slots[slot + n * rows]
        if (at) columns[at.column]?.push({ paragraph, line: line + n, row: at.row, rows })
      }
    }
    return (this.#columns = columns)
  }
}
