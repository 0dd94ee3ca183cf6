import type { Manuscript, Piece } from '../manuscript'
import type { EditGroup, Pen } from '../pen'
import { spaces, trimmed } from '../words'

const indent = new RegExp(`^${spaces}+`, 'u')
const trailing = new RegExp(`${spaces}+$`, 'u')

/** Typed indents and spaces at line ends go, and lines without text. The house sets its own indent. */
export function trimEdges(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.flatMap((piece): Piece[] => {
    if (piece.role === 'photo') return [piece]
    const { line } = piece
    if (trimmed(line.text) === '') return pen.makes('line-removed', line.at, line.text, '') ? [] : [piece]
    const groups: EditGroup[] = []
    const head = indent.exec(line.text)?.[0].length ?? 0
    const tail = trailing.exec(line.text)?.[0].length ?? 0
    if (head > 0) groups.push({ kind: 'indent-removed', edits: [{ from: 0, to: head, put: '' }] })
    if (tail > 0) {
      const edit = { from: line.text.length - tail, to: line.text.length, put: '' }
      groups.push({ kind: 'indent-removed', edits: [edit] })
    }
    return [groups.length === 0 ? piece : { ...piece, line: pen.rewrite(line, groups) }]
  })
}
