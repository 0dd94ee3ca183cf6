import { getVersion } from 'prosemirror-collab'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { create } from 'zustand'
import type { Failure } from '../../../shared/contract'
import { storyOfSnapshot } from '../../../shared/story/log/play-steps'
import { lastHands } from '../../../shared/story/trail/last-hands'
import { textParts } from '../../../shared/story/text-parts'
import { followSteps, startTrail, type Hand } from '../../../shared/story/trail/trail'
import { client, failureOf } from '../../newsroom/client'
import { sound } from '../../newsroom/sound-log'

/** Who last touched the part of which it was asked; null: nobody since the story came in. */
interface Asked {
  readonly storyId: string
  /** Which of the story's text parts, counted from 0. */
  readonly part: number
  readonly hand: Hand | null
}

export const useLastHand = create<{ readonly asked: Asked | null; readonly failure: Failure | null }>(() => ({
  asked: null,
  failure: null,
}))

/** Which of the story's text parts holds the caret, counted from 0. */
export function partAtCaret(state: EditorState): number {
  const { $head } = state.selection
  return textParts(state.doc).findIndex(
    ({ node, from }) => from <= $head.pos && $head.pos <= from + node.content.size,
  )
}

/** Asks the log who last touched the part that holds the caret. */
export async function askLastHand(storyId: string, view: EditorView): Promise<void> {
  const part = partAtCaret(view.state)
  if (part < 0) return
  try {
    const to = getVersion(view.state)
    const { doc, steps } = await client.versions.between({ storyId, from: 0, to })
    const start = sound(storyOfSnapshot({ version: 0, doc }))
    const hands = lastHands(sound(followSteps(startTrail(0, start.doc), steps)))
    useLastHand.setState({ asked: { storyId, part, hand: hands[part] ?? null }, failure: null })
  } catch (error) {
    useLastHand.setState({ asked: null, failure: failureOf(error) })
  }
}
