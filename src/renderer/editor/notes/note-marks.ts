import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { StepMap } from 'prosemirror-transform'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { LoggedStep, NoteAudience, StoryNote, StoryNotes } from '../../../shared/contract'
import {
  followStep,
  onWholeStory,
  pinned,
  wordsAt,
  type PinnedPlace,
} from '../../../shared/text-place/pinned-place'
import { loggedMeta } from '../../../shared/story/log/log-client'
import { playSteps } from '../../../shared/story/log/play-steps'
import { revisionKey } from '../revision/revision-state'

/** A note that is being written. */
export interface NoteDraft {
  /** The id that the note is to have. */
  readonly id: string
  readonly audience: NoteAudience
  readonly place: PinnedPlace
  /** Empty: on the whole story. */
  readonly quote: string
}

/** What the window knows of a story's notes. */
interface NotesState {
  /** As the newsroom told them, followed to the log's version that this editor has. */
  readonly confirmed: readonly StoryNote[]
  /** Told at a version that this editor does not have yet. */
  readonly waiting: StoryNotes | null
  /** With their places in this window's text, its unsent work included. */
  readonly shown: readonly StoryNote[]
  readonly draft: NoteDraft | null
  /** The note that is looked at. */
  readonly current: string | null
  readonly decorations: DecorationSet
}

type Meta =
  | { readonly kind: 'notes'; readonly notes: StoryNotes }
  | { readonly kind: 'draft'; readonly draft: NoteDraft | null }
  | { readonly kind: 'current'; readonly id: string | null }

const key = new PluginKey<NotesState>('notes')

/** What a mark of a note says when it is pointed at: 陆远：请核一下时间. */
export type NoteTitle = (note: StoryNote) => string

/** Keeps a story's notes at their text while it is written, and marks it. Stands after `revision` in the list. */
export function noteMarks(title: NoteTitle): Plugin<NotesState> {
  return new Plugin<NotesState>({
    key,
    state: {
      init: () => ({
        confirmed: [],
        waiting: null,
        shown: [],
        draft: null,
        current: null,
        decorations: DecorationSet.empty,
      }),
      apply(tr, old, before, state) {
        const meta = tr.getMeta(key) as Meta | undefined
        const logged = tr.getMeta(loggedMeta) as readonly LoggedStep[] | undefined
        const isAtRest = old.shown.length === 0 && old.draft === null && old.waiting === null
        if (!meta && (isAtRest || (!logged && !tr.docChanged))) return old
        let { confirmed, waiting, shown, draft, current } = old
        if (logged) ({ confirmed, waiting } = followLog(confirmed, waiting, before, logged))
        if (meta?.kind === 'notes') {
          const version = getVersion(state)
          if (meta.notes.version > version) waiting = meta.notes
          else if (meta.notes.version === version) [confirmed, waiting] = [meta.notes.notes, null]
        }
        if (logged || meta?.kind === 'notes') shown = withPending(confirmed, state)
        else if (tr.docChanged) shown = moved(shown, stepsOf(tr))
        if (draft && tr.docChanged) draft = { ...draft, place: followAll(draft.place, stepsOf(tr)) }
        if (meta?.kind === 'draft') draft = meta.draft
        if (meta?.kind === 'current') current = meta.id
        const next = { confirmed, waiting, shown, draft, current }
        return { ...next, decorations: drawn(next, state.doc, title) }
      },
    },
    props: {
      decorations(state) {
        return key.getState(state)?.decorations
      },
      handleClick(view, pos) {
        const own = key.getState(view.state)
        const note = own?.shown.find(
          ({ isSettled, place }) => !isSettled && place.from <= pos && pos <= place.to,
        )
        // A place beside a mark is no click on it.
        const id = note && note.place.from < note.place.to ? note.id : null
        if (own && id !== own.current) view.dispatch(lookAt(view.state.tr, id))
        return false
      },
    },
  })
}

interface Mapped {
  readonly map: StepMap
  readonly before: Node
  readonly after: Node
}

const stepsOf = (tr: Transaction): Mapped[] =>
  tr.steps.map((step, at) => ({
    map: step.getMap(),
    before: tr.docs[at]!,
    after: tr.docs[at + 1] ?? tr.doc,
  }))

const followAll = (place: PinnedPlace, steps: readonly Mapped[]): PinnedPlace =>
  steps.reduce((sum, { map, before, after }) => followStep(sum, map, before, after), place)

const moved = (notes: readonly StoryNote[], steps: readonly Mapped[]): StoryNote[] =>
  notes.map(note => ({ ...note, place: followAll(note.place, steps) }))

/** Follows the log's steps; notes that waited for one of its versions are taken there. */
function followLog(
  notes: readonly StoryNote[],
  waiting: StoryNotes | null,
  before: EditorState,
  logged: readonly LoggedStep[],
): { confirmed: readonly StoryNote[]; waiting: StoryNotes | null } {
  let confirmed = notes
  let left = waiting
  const start = revisionKey.getState(before)!.confirmed
  // `revision` has played them before this, and throws where they are damaged.
  playSteps(start, logged, ({ logged: { version }, step, before, after }) => {
    confirmed = moved(confirmed, [{ map: step.getMap(), before, after }])
    if (left?.version === version) [confirmed, left] = [left.notes, null]
  })
  return { confirmed, waiting: left }
}

/** The notes in this window's own text: the log's, and on top what is not sent yet. */
function withPending(notes: readonly StoryNote[], state: EditorState): readonly StoryNote[] {
  const steps: Mapped[] = []
  let { doc } = revisionKey.getState(state)!.confirmed
  for (const step of sendableSteps(state)?.steps ?? []) {
    const after = step.apply(doc).doc
    if (!after) break
    steps.push({ map: step.getMap(), before: doc, after })
    doc = after
  }
  return steps.length === 0 ? notes : moved(notes, steps)
}

function drawn(
  { shown, draft, current }: Omit<NotesState, 'decorations'>,
  doc: Node,
  title: NoteTitle,
): DecorationSet {
  const found: Decoration[] = []
  for (const note of shown) {
    const { from, to, lost } = note.place
    const isCurrent = note.id === current
    if (note.isSettled && !isCurrent) continue
    const classes = `noted${note.audience === 'layout' ? ' for-layout' : ''}${isCurrent ? ' current' : ''}`
    if (from < to) {
      found.push(Decoration.inline(from, to, { class: classes, title: title(note) }))
    } else if (lost) {
      const draw = () => {
        const mark = document.createElement('span')
        mark.className = `${classes} lost`
        mark.title = title(note)
        return mark
      }
      found.push(
        Decoration.widget(from, draw, { side: 1, key: `${note.id} ${classes}`, ignoreSelection: true }),
      )
    }
  }
  if (draft && draft.place.from < draft.place.to) {
    found.push(Decoration.inline(draft.place.from, draft.place.to, { class: 'noted current' }))
  }
  return DecorationSet.create(doc, found)
}

/** Puts what the newsroom told into the editor. */
export const setNotes = (tr: Transaction, notes: StoryNotes): Transaction =>
  tr.setMeta(key, { kind: 'notes', notes } satisfies Meta)

export const lookAt = (tr: Transaction, id: string | null): Transaction =>
  tr.setMeta(key, { kind: 'current', id } satisfies Meta)

export const setDraft = (tr: Transaction, draft: NoteDraft | null): Transaction =>
  tr.setMeta(key, { kind: 'draft', draft } satisfies Meta)

/** Begins a note on what is selected; on the whole story where nothing is. */
export const beginNote =
  (audience: NoteAudience): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection
    const place = pinned(state.doc, from, to)
    const quote = place ? wordsAt(state.doc, from, to) : ''
    dispatch?.(setDraft(state.tr, { id: crypto.randomUUID(), audience, place: place ?? onWholeStory, quote }))
    return true
  }

/** The notes of a story as they stand in its text: those on the whole story first, then in the order of the text. */
export function notesIn(state: EditorState): readonly StoryNote[] {
  const shown = key.getState(state)?.shown ?? []
  return shown.toSorted((a, b) => a.place.from - b.place.from)
}

export const draftIn = (state: EditorState): NoteDraft | null => key.getState(state)?.draft ?? null

/** Whether nothing about the notes came between two states. */
export const areSameNotes = (before: EditorState, after: EditorState): boolean =>
  key.getState(before) === key.getState(after)

export const currentNote = (state: EditorState): string | null => key.getState(state)?.current ?? null
