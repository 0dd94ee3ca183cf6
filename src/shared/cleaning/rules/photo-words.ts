import { mended } from '../../style/mend'
import type { DraftPicture } from '../draft'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { putIn } from '../../text-place/traced-text'

/** A picture for which the draft has no caption or no credit takes its own file's; the draft's words go before. */
export function takePhotoWords(
  manuscript: Manuscript,
  pictures: readonly DraftPicture[],
  pen: Pen,
): Manuscript {
  return manuscript.flatMap((piece, index): Piece[] => {
    const picture = piece.picture === null ? undefined : pictures[piece.picture]
    if (!picture || picture.lost !== null) return [piece]
    const own = ownWords(manuscript, index)
    const { at } = piece.line
    const taken: Piece[] = []
    // Set as the draft's own lines are, in one change: nobody wants the file's marks back without its words.
    const take = (role: 'caption' | 'credit', from: string, place: number) => {
      const text = own.has(role) ? '' : mended(from, role)
      if (text !== '' && pen.makes(`${role}-taken`, place, '', text))
        taken.push({ role, line: putIn(text, place), look: null, picture: null })
    }
    take('caption', picture.caption, at)
    take('credit', picture.credit, at + 1)
    return [piece, ...taken]
  })
}

/** Which words the draft itself has for the picture at an index. */
function ownWords(manuscript: Manuscript, index: number): ReadonlySet<Piece['role']> {
  const own = new Set<Piece['role']>()
  for (let next = manuscript[index + 1]; next; next = manuscript[++index + 1]) {
    if (next.role !== 'caption' && next.role !== 'credit') break
    own.add(next.role)
  }
  return own
}
