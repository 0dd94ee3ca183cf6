import type { Manuscript } from '../manuscript'
import type { EditGroup, Pen } from '../pen'
import { shownUnprintable, unprintable } from '../unprintable'

/** Takes out controls, zero-width and bidirectional marks. A soft return and a tab are no such characters. */
export function removeHiddenCharacters(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map(piece => {
    const runs: EditGroup[] = [
      ...piece.line.text.matchAll(new RegExp(`(?:${unprintable.source})+`, 'gu')),
    ].map(found => ({
      kind: 'control-removed',
      edits: [{ from: found.index, to: found.index + found[0].length, put: '' }],
    }))
    return runs.length === 0 ? piece : { ...piece, line: pen.rewrite(piece.line, runs) }
  })
}

/** What a change took out, written so that it can be seen. */
export const shownHidden = (text: string): string => text.replace(unprintable, shownUnprintable)
