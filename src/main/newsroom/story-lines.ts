import { defaultPaperId, paperOf } from '../../shared/page/paper'
import { flowOf, setBody, type SetBody } from '../../shared/page/compose/body'
import type { StoryParts } from '../../shared/story/parts'

/** The measure at which the budget counts lines: a base column of the default paper, in 1/1000 em. */
export const standardMeasure = paperOf(defaultPaperId).measure * 1000

/** A column that no story fills: lines are counted, not fitted. */
const endless = 100_000

/** A story's running text in one base column; paragraphs that `previous` set in the same way are kept. */
export function setStory(parts: StoryParts, previous?: SetBody): SetBody {
  const column = { x: 0, y: 0, shape: { measure: standardMeasure, lines: endless } }
  return setBody(flowOf(parts, standardMeasure), [column], previous)
}
