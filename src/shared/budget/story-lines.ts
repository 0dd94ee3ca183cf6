import { flowOf, setBody, type SetBody } from '../page/compose/body'
import { pt, type Em } from '../page/sizes'
import type { StoryParts } from '../story/parts'
import { em } from '../typeset'
import type { BaseColumn } from './base-column'

/** A column that no story fills: lines are counted, not fitted. */
const endless = 100_000

/** A story's running text, set in one column of a measure. */
export interface StoryLines {
  /** Characters across. */
  readonly measure: Em
  readonly lines: number
  /** For the next counting of the same story: what has not changed is not set again. */
  readonly body: SetBody
}

/** Counts the lines that a story takes in a base column; paragraphs that `previous` set in the same way are kept. */
export function countLines(parts: StoryParts, { measure }: BaseColumn, previous?: StoryLines): StoryLines {
  const across = em(measure)
  const column = { x: pt(0), y: pt(0), shape: { measure: across, lines: endless } }
  const kept = previous?.measure === measure ? previous.body : undefined
  const body = setBody(flowOf(parts, across), [column], kept)
  return { measure, lines: body.fit.lines, body }
}
