import type { TextPartName } from '../../text-place/text-place'
import type { Manuscript, Piece } from '../manuscript'
import type { EditGroup, Pen } from '../pen'
import { setDashes } from './dashes'
import { setEllipses } from './ellipses'
import { narrowSigns, spellUnits } from './full-width-signs'
import { widenMarks } from './half-width-marks'
import { setQuotes } from './quotes'
import { dropDoubles, dropMarksBetweenQuotes } from './repeated-marks'
import { dropStraySpaces } from './stray-spaces'

type LineRule = (text: string, isTitle: boolean) => EditGroup[]

const titles = new Set<TextPartName | 'photo'>(['kicker', 'headline', 'deck', 'crosshead'])
/** Parts with a form of their own: names keep their spaces, brackets follow the form. */
const forms = new Set<TextPartName | 'photo'>(['dateline', 'credit', 'byline'])

/** In this order: quotes before the marks that look at them, spaces last. */
const rules: readonly LineRule[] = [
  narrowSigns,
  spellUnits,
  setQuotes,
  setEllipses,
  setDashes,
  widenMarks,
  dropDoubles,
  dropMarksBetweenQuotes,
  dropStraySpaces,
]

const mostRounds = 6

/** Marks, signs and spaces of every part as the house sets them. */
export function setCharacters(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map((piece): Piece => {
    if (piece.role === 'photo') return piece
    if (forms.has(piece.role))
      return { ...piece, line: pen.rewrite(piece.line, narrowSigns(piece.line.text)) }
    let { line } = piece
    const isTitle = titles.has(piece.role)
    // What one rule sets can be what another looks at: …) beside ... is Han text only once its bracket is.
    for (let round = 0, before = ''; round < mostRounds && line.text !== before; round++) {
      before = line.text
      for (const rule of rules) line = pen.rewrite(line, rule(line.text, isTitle))
    }
    return { ...piece, line }
  })
}
