import { ruleOf } from '../../style/rules'
import { shownUnprintable, unprintable } from '../../style/unprintable'
import type { Manuscript } from '../manuscript'
import type { Pen } from '../pen'

/** Takes out controls, zero-width and bidirectional marks. A soft return and a tab are no such characters. */
export function removeHiddenCharacters(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map(piece =>
    piece.role === 'photo'
      ? piece
      : { ...piece, line: pen.mend(piece.line, ruleOf('space.hidden'), piece.role) },
  )
}

/** What a change took out, written so that it can be seen. */
export const shownHidden = (text: string): string => text.replace(unprintable, shownUnprintable)
