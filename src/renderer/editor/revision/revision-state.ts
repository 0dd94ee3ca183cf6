import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { Change, ChangeSet } from 'prosemirror-changeset'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { LoggedStep, StoryTrail } from '../../../shared/contract'
import { loggedMeta } from '../../../shared/story/log/log-client'
import { intact, playSteps, type StoryAt } from '../../../shared/story/log/play-steps'
import { refusalSteps, wholeChanges } from '../../../shared/story/trail/settle'
import { addStep, followSteps, trailFromJson, type Hand, type Trail } from '../../../shared/story/trail/trail'
import { decorationsOf, type HandLook } from './revision-marks'
import type { DecorationSet } from 'prosemirror-view'

/** What the window knows of a story's trail. */
export interface RevisionState {
  /** The story as the newsroom's log has it, without what this window has not had confirmed. */
  readonly confirmed: StoryAt
  /** The trail at `confirmed`; null while nobody keeps one. */
  readonly trail: Trail | null
  /** The changes with this window's unconfirmed work on top: what is drawn. */
  readonly shown: ChangeSet<Hand> | null
  readonly decorations: DecorationSet
}

type Meta = { readonly kind: 'trail'; readonly trail: StoryTrail | null }

export const revisionKey = new PluginKey<RevisionState>('revision')

/**
 * Keeps the trail beside the editor: follows the log, adds what is typed here, and draws it. `me` says whose
 * unconfirmed work this is; `look` how a hand is shown.
 */
export function revision(me: () => string, look: HandLook): Plugin<RevisionState> {
  return new Plugin<RevisionState>({
    key: revisionKey,
    state: {
      // Comes after collab in the list of plugins: a fresh editor's text is what the log has.
      init: (_config, state) => {
        const confirmed = { version: getVersion(state), doc: state.doc }
        return drawn({ confirmed, trail: null, shown: null }, state.doc, look)
      },
      apply(tr, old, _before, state) {
        const meta = tr.getMeta(revisionKey) as Meta | undefined
        const logged = tr.getMeta(loggedMeta) as readonly LoggedStep[] | undefined
        if (!meta && !logged && !tr.docChanged) return old
        let { confirmed, trail, shown } = old
        if (logged) {
          confirmed = intact(playSteps(confirmed, logged))
          trail = trail && intact(followSteps(trail, logged))
        }
        if (meta) trail = meta.trail && trailFromJson(meta.trail, confirmed.doc)
        if (logged || meta) shown = trail && withPending(trail, state, me())
        else if (shown) shown = withLocal(shown, tr, { by: me(), at: new Date().toISOString() })
        if (!shown && !old.shown) return { ...old, confirmed, trail }
        return drawn({ confirmed, trail, shown }, state.doc, look)
      },
    },
    props: {
      decorations(state) {
        return revisionKey.getState(state)?.decorations
      },
    },
  })
}

const drawn = (state: Omit<RevisionState, 'decorations'>, doc: Node, look: HandLook): RevisionState => ({
  ...state,
  decorations: decorationsOf(state.shown, doc, look),
})

/** The trail's changes and, on top, the steps that the newsroom has not taken yet. */
function withPending(trail: Trail, state: EditorState, by: string): ChangeSet<Hand> {
  const pending = sendableSteps(state)?.steps ?? []
  const hand: Hand = { by, at: new Date().toISOString() }
  let { changes, doc } = trail
  for (const step of pending) {
    const applied = step.apply(doc)
    if (!applied.doc) return changes
    doc = applied.doc
    changes = addStep(changes, doc, step, hand)
  }
  return changes
}

function withLocal(changes: ChangeSet<Hand>, tr: Transaction, hand: Hand): ChangeSet<Hand> {
  return tr.steps.reduce((sum, step, at) => addStep(sum, tr.docs[at + 1] ?? tr.doc, step, hand), changes)
}

/** Puts the newsroom's trail into the editor, or takes it out. The trail must be at the confirmed version. */
export const setTrail = (tr: Transaction, trail: StoryTrail | null): Transaction =>
  tr.setMeta(revisionKey, { kind: 'trail', trail } satisfies Meta)

/** Whether a trail from the newsroom can be put in as the editor stands: both at one version of the log. */
export const trailFits = (state: EditorState, trail: StoryTrail): boolean =>
  getVersion(state) === trail.version

/** The trail as drawn: the newsroom's with this window's own work. */
export function shownTrail(state: EditorState): Trail | null {
  const own = revisionKey.getState(state)
  if (!own?.shown) return null
  return { version: getVersion(state), doc: state.doc, changes: own.shown }
}

/** The changes of a story as one settles them, in reading order. */
export function settleable(state: EditorState): Change<Hand>[] {
  const trail = shownTrail(state)
  return trail ? wholeChanges(trail) : []
}

/** Takes changes back: an ordinary edit, undone by Ctrl Z. */
export function refuse(state: EditorState, changes: readonly Change<Hand>[]): Transaction | null {
  const trail = shownTrail(state)
  if (!trail || changes.length === 0) return null
  const places = new Set(changes.map(placeOf))
  const tr = state.tr
  for (const step of refusalSteps(trail, change => places.has(placeOf(change)))) {
    // A change that no longer goes back by itself stays, and stays told.
    if (tr.maybeStep(step).failed) return null
  }
  return tr.docChanged ? tr.scrollIntoView() : null
}

/** Tells a change from the others of its trail. */
export const placeOf = ({ fromB, toB, fromA, toA }: Change<Hand>): string => `${fromB}-${toB}/${fromA}-${toA}`

/** Whether a trail is kept, in which what the newsroom has taken is told otherwise than what waits. */
export const keepsTrail = (state: EditorState): boolean => Boolean(revisionKey.getState(state)?.trail)
