/** A change's two texts with what differs told apart: deletions stand in `before`, insertions in `after`. */
export interface DiffPiece {
  readonly text: string
  readonly changed: boolean
}

export interface ChangeDiff {
  readonly before: readonly DiffPiece[]
  readonly after: readonly DiffPiece[]
}

/** Beyond this many cells the whole text is shown as changed: nobody reads a table of millions. */
const mostCells = 4_000_000

const merge = (pieces: readonly DiffPiece[]): DiffPiece[] => {
  const merged: DiffPiece[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last && last.changed === piece.changed)
      merged[merged.length - 1] = { ...last, text: last.text + piece.text }
    else if (piece.text !== '') merged.push(piece)
  }
  return merged
}

/** Longest common subsequence by character: intake's changes are small, and an editor reads characters. */
export function diffChange(before: string, after: string): ChangeDiff {
  const a = [...before]
  const b = [...after]
  if (a.length * b.length > mostCells) {
    return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] }
  }
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const left: DiffPiece[] = []
  const right: DiffPiece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      left.push({ text: a[i++]!, changed: false })
      right.push({ text: b[j++]!, changed: false })
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      left.push({ text: a[i++]!, changed: true })
    } else {
      right.push({ text: b[j++]!, changed: true })
    }
  }
  return { before: merge(left), after: merge(right) }
}

/** A stretch of a change told in one line: what stays, what goes out, what comes in. */
export interface ChangeStretch {
  readonly text: string
  readonly kind: 'kept' | 'out' | 'in'
}

/** Both texts of a change as one, as a red pen and a blue one would leave it. */
export function joinDiff({ before, after }: ChangeDiff): ChangeStretch[] {
  const joined: ChangeStretch[] = []
  const put = (kind: ChangeStretch['kind'], text: string) => {
    const last = joined.at(-1)
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: last.text + text }
    else if (text !== '') joined.push({ kind, text })
  }
  // What is kept is cut up differently on the two sides: walk it by length.
  const left = before.map(piece => ({ ...piece }))
  const right = after.map(piece => ({ ...piece }))
  for (;;) {
    const [a] = left
    const [b] = right
    if (a?.changed) put('out', (left.shift() as DiffPiece).text)
    else if (b?.changed) put('in', (right.shift() as DiffPiece).text)
    else if (a && b) {
      const shared = a.text.slice(0, Math.min(a.text.length, b.text.length))
      put('kept', shared)
      for (const side of [left, right]) {
        const rest = (side[0] as DiffPiece).text.slice(shared.length)
        if (rest === '') side.shift()
        else side[0] = { text: rest, changed: false }
      }
    } else return joined
  }
}

/** What cannot be seen is shown: a space as ␣, a full-width space as □, a line end as ⏎. */
export const showBlanks = (text: string): string =>
  text
    .replace(/ /g, '␣')
    .replace(/\u3000/g, '□')
    .replace(/\n/g, '⏎')
