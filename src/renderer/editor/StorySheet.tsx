import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { search } from 'prosemirror-search'
import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Failure } from '../../shared/contract'
import { partsOf } from '../../shared/story/parts'
import type { TypingSwitch } from '../../shared/style/typing-switches'
import { positionOf } from '../../shared/text-place/text-place'
import { failureOf } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { saySaved } from '../ui/footer'
import { sound } from '../newsroom/sound-log'
import {
  caretStands,
  newsroomNow,
  openedStory,
  remember,
  useNewsroom,
  watchEvents,
} from '../newsroom/newsroom'
import { endEditedText, putEditedText } from '../newsroom/story-texts'
import { holdsUnsent } from '../newsroom/unsent'
import { AfterFrame } from './after-frame'
import { caretInSight } from './caret-in-sight'
import { datelineInput } from './forms/dateline-input'
import { houseForms } from './forms/house-forms'
import { freshSelection } from './fresh-selection'
import { openState } from './open-story'
import { partLabels } from './part-labels'
import { storyKeys } from './part-keys'
import { partKeys } from './parts/part-adding'
import { slashMenu } from './parts/slash-menu'
import { pasting } from './paste'
import { pastedPassages } from './pasted-passage'
import { noteKeys } from './notes/note-keys'
import { areSameNotes, draftIn, noteMarks } from './notes/note-marks'
import { NotesKeeper } from './notes/notes-keeper'
import { noteTitle } from './notes/note-words'
import { photoArrivals } from './photos/photo-arrivals'
import { photoKeys } from './photos/photo-commands'
import { photoInput } from './photos/photo-input'
import { photoView } from './photos/photo-view'
import { photosHaveCome } from './photos/take-photos'
import { handLook } from '../newsroom/hand-look'
import { othersCarets, takeCaret } from './presence/others-carets'
import { personLook } from './presence/person-look'
import { CaretTeller, windowId } from './presence/tell-caret'
import { isReceipt, revision } from './revision/revision-state'
import { TrailKeeper, useTrail } from './revision/trail-store'
import { storyLine } from './story-line'
import { StorySync } from './story-sync'
import { typingHelp } from './typing-help'
import { switchedOff } from './typing-help-switches'
import { askLastHand } from './versions/last-hand'
import 'prosemirror-view/style/prosemirror.css'
import './story.css'
import './photos/photos.css'

interface Props {
  readonly storyId: string
  /** The live editor, for the bar above the sheet; null while there is none. */
  onEditor(view: EditorView | null, state: EditorState | null): void
  /** Who keeps the story's trail; null while there is no editor. */
  onKeeper(keeper: TrailKeeper | null): void
}

/** Asked at every stroke, so that a switch works at once. */
const isHelping = (name: TypingSwitch) => !switchedOff(newsroomNow().memory).includes(name)

/** Milliseconds that a caret rests before its place is remembered. */
const caretRest = 800

const caretKey = (storyId: string) => `caret.${storyId}`

/** The paper on the desk: one story in a plain ProseMirror view, kept in step with the newsroom. */
export function StorySheet({ storyId, onEditor, onKeeper }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const tell = useEffectEvent(onEditor)
  const onTrail = useEffectEvent(onKeeper)
  const [failure, setFailure] = useState<Failure | null>(null)
  const me = useNewsroom(s => s.me)

  useEffect(() => {
    const place = host.current
    if (!place || me === '') return
    let view: EditorView | null = null
    let sender: StorySync | null = null
    let teller: CaretTeller | null = null
    let isEdited = false
    const frame = new AfterFrame(() => {
      if (!view || view.isDestroyed) return
      if (isEdited) {
        void sender?.send()
        putEditedText(storyId, partsOf(view.state.doc))
      }
      isEdited = false
      tell(view, view.state)
    })
    let gone = false
    let caretTimer: ReturnType<typeof setTimeout> | undefined
    const clientId = crypto.randomUUID()
    setFailure(null)

    let caretMoved = 0
    const keepCaret = () => {
      caretMoved = performance.now()
      caretTimer ??= setTimeout(keepResting, caretRest)
    }
    // One timer for a whole passage: at every key it is cheaper to look at the clock.
    const keepResting = () => {
      const left = caretMoved + caretRest - performance.now()
      caretTimer = left > 0 ? setTimeout(keepResting, left) : undefined
      if (left <= 0 && view && !view.isDestroyed) remember(caretKey(storyId), view.state.selection.head)
    }
    const start = async () => {
      const opened = await openedStory(storyId)
      if (gone) return
      const sync = new StorySync(
        storyLine,
        storyId,
        clientId,
        () => me,
        () => view,
        {
          saved: at => saySaved(at === null ? { kind: 'saving', at: null } : { kind: 'saved', at }),
          refused: setFailure,
        },
        opened.row.changedAt,
      )
      sender = sync
      const plugins = [
        slashMenu,
        keymap({ 'Mod-Alt-h': (_state, _dispatch, from) => (from && void askLastHand(storyId, from), true) }),
        keymap({ ...noteKeys, ...storyKeys, ...partKeys, ...photoKeys }),
        ...datelineInput,
        houseForms,
        typingHelp(isHelping),
        search(),
        freshSelection,
        photoInput,
        pastedPassages,
        pasting,
        photoArrivals,
        partLabels,
        spellingOff,
        revision(() => me, handLook),
        noteMarks(noteTitle),
        othersCarets(personLook),
      ]
      let state = sound(openState(opened, me, clientId, plugins))
      const { memory, caret } = newsroomNow()
      const named = caret?.storyId === storyId ? positionOf(state.doc, caret) : null
      const kept = named ?? memory[caretKey(storyId)] ?? headlineEnd(state.doc)
      if (typeof kept === 'number' && kept <= state.doc.content.size) {
        state = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(kept))))
      }
      view = new EditorView(place, {
        state,
        nodeViews: { photo: photoView },
        handleScrollToSelection: caretInSight,
        attributes: { 'aria-label': '稿件', role: 'textbox', 'aria-multiline': 'true' },
        dispatchTransaction(this: EditorView, tr: Transaction) {
          const before = this.state
          const next = before.apply(tr)
          this.updateState(next)
          if (tr.docChanged) {
            isEdited = true
            if (sync.pending) saySaved({ kind: 'saving', at: null })
          }
          if (tr.selectionSet || tr.docChanged) {
            keepCaret()
            teller?.moved()
          }
          // The newsroom has taken what was typed: nothing of it is seen.
          if (gone || (isReceipt(tr, next) && areSameNotes(before, next))) return
          // A field to write in opens or goes: the next key is meant for what comes, not for the selected words.
          if (draftIn(next)?.id === draftIn(before)?.id) frame.ask()
          else frame.now()
        },
      })
      putEditedText(storyId, partsOf(view.state.doc))
      saySaved({ kind: 'saved', at: opened.row.changedAt })
      tell(view, view.state)
      view.focus()
      if (named !== null) {
        view.dispatch(view.state.tr.scrollIntoView())
        caretStands()
      }
      teller = new CaretTeller(storyId, view, () => !sync.pending)
      const keeper = new TrailKeeper(storyId, view, () => !sync.pending)
      useTrail.setState({ storyId, isOn: false, failure: null })
      onTrail(keeper)
      void keeper.open()
      const notes = new NotesKeeper(storyId, view, () => !sync.pending)
      void notes.open()
      const stop = watchEvents(event => {
        if (event.kind === 'steps' && event.id === storyId) sync.receive(event.steps)
        if (event.kind === 'here' && event.place.windowId !== windowId) {
          const here = event.place.storyId === storyId ? event.place : { ...event.place, storyId: null }
          // A caret drawn into the word that is being composed would end its composition; it is told again soon.
          if (view && (!view.composing || here.storyId === null))
            view.dispatch(takeCaret(view.state.tr, here))
        }
        if (event.kind === 'trail' && event.storyId === storyId) void keeper.take(event.trail)
        if (event.kind === 'notes' && event.notes.storyId === storyId) void notes.take(event.notes)
        if (event.kind === 'hello') {
          void sync.catchUp()
          void notes.open()
        }
      })
      const release = holdsUnsent(() => sync.pending)
      const beforeLeaving = (event: BeforeUnloadEvent) => {
        if (sync.pending) event.preventDefault()
      }
      window.addEventListener('beforeunload', beforeLeaving)
      close = () => {
        stop()
        keeper.close()
        notes.close()
        teller?.close()
        onTrail(null)
        // What is still on its way is sent before the sheet goes; the view stays until it is taken.
        const last = view
        const finish = async () => {
          // Photos that were dropped still belong to this story.
          if (last) await photosHaveCome(last)
          for (let tries = 0; sync.pending && sync.isOwn && tries < 50;) {
            await sync.send()
            // While the line is down it waits for as long as it takes.
            if (storyLine.up) tries++
            if (sync.pending) await new Promise(resolve => setTimeout(resolve, 100))
          }
          release()
          sync.close()
          last?.destroy()
          window.removeEventListener('beforeunload', beforeLeaving)
        }
        last?.dom.remove()
        void finish()
      }
    }
    let close = () => {}
    start().catch((error: unknown) => {
      if (!gone) setFailure(failureOf(error))
    })
    return () => {
      gone = true
      clearTimeout(caretTimer)
      frame.close()
      close()
      endEditedText(storyId)
      tell(null, null)
    }
  }, [storyId, me])

  return (
    <>
      {failure && <FailureNote failure={failure} onClose={() => setFailure(null)} />}
      <div className="sheet" ref={host} />
    </>
  )
}

/** Where one begins to write. */
function headlineEnd(doc: Node): number {
  let end = 0
  doc.forEach((node, at) => {
    if (node.type.name === 'headline') end = at + 1 + node.content.size
  })
  return end
}

/** The browser's English spelling marks have no place under Chinese text. */
const spellingOff = new Plugin({ props: { attributes: { spellcheck: 'false', autocorrect: 'off' } } })
