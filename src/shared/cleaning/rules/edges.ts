import { ruleOf } from '../../style/rules'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { trimmed } from '../words'

const edges = [ruleOf('space.indent'), ruleOf('space.trailing')]

/** Typed indents and spaces at line ends go, and lines without text. The house sets its own indent. */
export function trimEdges(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.flatMap((piece): Piece[] => {
    const { role, line } = piece
    if (role === 'photo') return [piece]
    if (trimmed(line.text) === '') return pen.makes('line-removed', line.at, line.text, '') ? [] : [piece]
    return [{ ...piece, line: edges.reduce((now, rule) => pen.mend(now, rule, role), line) }]
  })
}
