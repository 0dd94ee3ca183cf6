import { collab } from 'prosemirror-collab'
import { history } from 'prosemirror-history'
import { EditorState, Selection, type Plugin } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import type { LoggedStep, OpenedStory } from '../../shared/contract'
import { playSteps, storyOfSnapshot, type Followed } from '../../shared/story/log/play-steps'

const groupDelay = 600

/**
 * The state of a story as it was left, undo history included: the log's last steps are played over the
 * snapshot with their own times, this person's as undoable, everybody else's as not (design.md: the story
 * is a log, so undo lives across restarts). Tells where the log cannot be followed.
 */
export function openState(
  opened: OpenedStory,
  personId: string,
  clientId: string,
  plugins: readonly Plugin[],
): Followed<EditorState> {
  const start = storyOfSnapshot(opened.snapshot)
  if (!start.ok) return start
  const past = history({ depth: 400, newGroupDelay: groupDelay })
  let state = EditorState.create({ doc: start.value.doc, plugins: [past] })
  const played = playSteps(start.value, opened.steps, ({ logged, step }) => {
    state = replay(state, step, logged, logged.personId === personId)
  })
  if (!played.ok) return played
  const { version } = played.value
  const value = state.reconfigure({
    plugins: [past, collab({ version, clientID: clientId }), ...plugins],
  })
  return { ok: true, value }
}

function replay(state: EditorState, step: Step, logged: LoggedStep, mine: boolean): EditorState {
  // Undo puts the caret where it was before the step; for a step of the past that is the step's own place.
  const from = 'from' in step && typeof step.from === 'number' ? step.from : 0
  const place = Selection.near(state.doc.resolve(Math.min(from, state.doc.content.size)))
  const { state: placed } = state.applyTransaction(
    state.tr.setSelection(place).setMeta('addToHistory', false),
  )
  return placed.apply(placed.tr.step(step).setTime(Date.parse(logged.at)).setMeta('addToHistory', mine))
}
