import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { joinTraced } from '../../text-place/traced-text'
import { trimmed } from '../words'

/** Beyond this a row's cells are text of their own rather than a line of a list (UTF-16 code units). */
const longestRow = 120

/** A table's row of short cells becomes one paragraph, a full-width space between cells; a layout table comes apart. */
export function flattenRows(manuscript: Manuscript, pen: Pen): Manuscript {
  const flat: Piece[] = []
  for (let index = 0; index < manuscript.length;) {
    const first = manuscript[index] as Piece
    const cell = first.look?.cell ?? null
    let end = index + 1
    if (cell) {
      const isSameRow = (piece: Piece | undefined) =>
        piece?.look?.cell?.table === cell.table && piece.look.cell.row === cell.row
      while (isSameRow(manuscript[end])) end++
    }
    const row = manuscript.slice(index, end)
    index = end
    const told = row.filter(piece => trimmed(piece.line.text) !== '')
    const columns = new Set(told.map(piece => piece.look?.cell?.column))
    const length = told.reduce((sum, piece) => sum + piece.line.text.length, 0)
    const isRow = told.length > 1 && columns.size === told.length && length <= longestRow
    const texts = told.map(piece => piece.line.text)
    if (isRow && pen.makes('row-flattened', first.line.at, texts.join('\n'), texts.join('\u3000'))) {
      const [head, ...rest] = told as [Piece, ...Piece[]]
      flat.push({
        ...head,
        line: rest.reduce((all, next) => joinTraced(all, '\u3000', next.line), head.line),
      })
    } else {
      flat.push(...row)
    }
  }
  return flat
}
