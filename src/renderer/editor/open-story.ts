import { collab } from 'prosemirror-collab'
import { history } from 'prosemirror-history'
import { Node } from 'prosemirror-model'
import { EditorState, Selection, type Plugin } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import type { LoggedStep, OpenedStory } from '../../shared/contract'
import { storySchema } from '../../shared/story/schema'

const groupDelay = 600

/**
 * The state of a story as it was left, undo history included: the log's last steps are played over the
 * snapshot with their own times, this person's as undoable, everybody else's as not (design.md: the story
 * is a log, so undo lives across restarts).
 */
export function openState(
  opened: OpenedStory,
  personId: string,
  clientId: string,
  plugins: readonly Plugin[],
): EditorState {
  const past = history({ depth: 400, newGroupDelay: groupDelay })
  let state = EditorState.create({ doc: Node.fromJSON(storySchema, opened.snapshot.doc), plugins: [past] })
  for (const logged of opened.steps) state = replay(state, logged, logged.personId === personId)
  const version = opened.steps.at(-1)?.version ?? opened.snapshot.version
  return state.reconfigure({
    plugins: [past, collab({ version, clientID: clientId }), ...plugins],
  })
}

function replay(state: EditorState, logged: LoggedStep, mine: boolean): EditorState {
  const step = Step.fromJSON(storySchema, logged.step)
  // Undo puts the caret where it was before the step; for a step of the past that is the step's own place.
  const from = 'from' in step && typeof step.from === 'number' ? step.from : 0
  const place = Selection.near(state.doc.resolve(Math.min(from, state.doc.content.size)))
  const { state: placed } = state.applyTransaction(
    state.tr.setSelection(place).setMeta('addToHistory', false),
  )
  return placed.apply(placed.tr.step(step).setTime(Date.parse(logged.at)).setMeta('addToHistory', mine))
}
