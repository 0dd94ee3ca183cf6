import { EditorView } from 'prosemirror-view'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { OpenedStory } from '../../shared/contract'
import { loggedMeta } from '../../shared/story/log/log-client'
import { openedStory, watchEvents } from '../newsroom/newsroom'
import { sound } from '../newsroom/sound-log'
import type { StoryEnd } from '../newsroom/story-ends'
import { storyEnds } from '../newsroom/window-stories'
import { AfterFrame } from './after-frame'
import { caretAtOpening } from './caret-memory-feature'
import type { FeatureAtWork, SheetContext, Urgency } from './editor-feature'
import { openState } from './open-story'
import { photosHaveCome } from './photos/take-photos'
import { sheetFeatures } from './sheet-features'
import 'prosemirror-view/style/prosemirror.css'
import './story.css'

/** The room round a sheet. */
export interface SheetRoom {
  /** Told, when there is time, how the editor stands. */
  tell(view: EditorView, state: EditorState): void
  /** The sheet lies there: it is for the room to give it the keys. */
  stands(view: EditorView): void
}

/** Sheets that were left while something of them was on its way, by whose hand and which story. */
const left = new Map<string, OpenSheet>()

const keyOf = ({ storyId, personId }: SheetContext) => `${personId} ${storyId}`

/** A story's sheet: the one that was left with something on its way, else a new one as the newsroom has it. */
export async function sheetOf(context: SheetContext): Promise<OpenSheet> {
  const known = left.get(keyOf(context))
  if (known) return known
  const gathered = storyEnds.gather(context.storyId)
  try {
    const opened = await openedStory(context.storyId)
    const sheet = new OpenSheet(context, opened)
    sheet.end.client.receive(gathered())
    return sheet
  } finally {
    gathered()
  }
}

/**
 * One story in a plain ProseMirror view, with its client and its features. It can be left and come back: as long as
 * something of it is not in the newsroom it stands as it was left, off the screen.
 */
export class OpenSheet {
  readonly paper = document.createElement('div')
  readonly view: EditorView
  readonly end: StoryEnd
  #room: SheetRoom | null = null
  #frame: AfterFrame | null = null
  #atWork: readonly FeatureAtWork[] = []
  #stopHearing = () => {}
  #isEdited = false
  #visits = 0

  constructor(
    readonly context: SheetContext,
    opened: OpenedStory,
  ) {
    const clientId = crypto.randomUUID()
    const { personId } = context
    const plugins = sheetFeatures.flatMap(feature => feature.plugins?.(context) ?? [])
    const asLeft = sound(openState(opened, personId, clientId, plugins))
    const state = asLeft.apply(asLeft.tr.setSelection(caretAtOpening(context.storyId, asLeft.doc)))
    this.paper.className = 'sheet'
    const dispatch = (tr: Transaction) => this.#dispatch(tr)
    this.view = new EditorView(this.paper, {
      state,
      nodeViews: Object.assign({}, ...sheetFeatures.map(feature => feature.nodeViews)),
      dispatchTransaction: dispatch,
    })
    const { view } = this
    const isOnDesk = () => this.#frame !== null
    const text = {
      get state() {
        return view.state
      },
      // Off the screen no input method is at work, whatever the view has not been told.
      get isComposing() {
        return isOnDesk() && view.composing
      },
      take: dispatch,
    }
    const identity = { ...context, clientId }
    this.end = storyEnds.hold(identity, text, { confirmed: 0, savedAt: opened.row.changedAt })
    this.end.client.send()
  }

  /** Lies on the desk from now on. */
  enter(place: HTMLElement, room: SheetRoom): void {
    const { view, end, context } = this
    this.#visits++
    this.#forgetLeft()
    end.stay()
    place.append(this.paper)
    this.#room = room
    this.#frame = new AfterFrame(
      () => this.#shown(),
      () => end.client.keep(),
    )
    const sheet = { ...context, view, isSent: () => !end.client.isPending }
    this.#atWork = sheetFeatures.flatMap(feature => feature.open?.(sheet) ?? [])
    this.#stopHearing = watchEvents(event => {
      for (const feature of this.#atWork) feature.hear?.(event)
    })
    room.tell(view, view.state)
    room.stands(view)
  }

  /** Goes from the desk; what is on its way is delivered first, however long that takes. */
  leave(): void {
    const { view, end, context } = this
    const visit = ++this.#visits
    this.#stopHearing()
    for (const feature of this.#atWork) feature.close?.()
    this.#atWork = []
    this.#frame?.close()
    this.#frame = null
    this.#room = null
    this.paper.remove()
    left.set(keyOf(context), this)
    end.client.keep()
    end.client.send()
    const settle = async () => {
      // Photos that were dropped still belong to this story.
      await photosHaveCome(view)
      if (this.#visits !== visit) return
      end.leave(() => {
        this.#forgetLeft()
        view.destroy()
      })
    }
    void settle()
  }

  #forgetLeft(): void {
    const key = keyOf(this.context)
    if (left.get(key) === this) left.delete(key)
  }

  #dispatch(tr: Transaction): void {
    const { view } = this
    const before = view.state
    const next = before.apply(tr)
    view.updateState(next)
    if (tr.docChanged) {
      this.#isEdited = true
      this.end.typed()
    }
    if (!this.#frame) {
      // Nobody looks at it: what comes late (a photo) goes on its way at once.
      if (tr.docChanged) this.#send()
      return
    }
    for (const feature of this.#atWork) feature.changed?.(tr)
    const urgency = urgencyOf(tr, before, next)
    if (urgency === 'now') this.#frame.now()
    else if (urgency === 'soon') this.#frame.ask()
  }

  #send(): void {
    this.end.client.keep()
    this.end.client.send()
  }

  #shown(): void {
    const { view } = this
    if (this.#isEdited) {
      this.end.client.send()
      for (const feature of this.#atWork) feature.shown?.(view.state)
    }
    this.#isEdited = false
    this.#room?.tell(view, view.state)
  }
}

const urgencies: readonly Urgency[] = ['never', 'soon', 'now']

/** The newsroom's mere word that it has what was typed is seen nowhere, unless a feature shows it. */
function urgencyOf(tr: Transaction, before: EditorState, after: EditorState): Urgency {
  const isReceipt = tr.getMeta(loggedMeta) !== undefined && !tr.docChanged && !tr.selectionSet
  let urgency = isReceipt ? 0 : 1
  for (const feature of sheetFeatures) {
    if (urgency === 2) break
    urgency = Math.max(urgency, urgencies.indexOf(feature.urgency?.(tr, before, after) ?? 'never'))
  }
  return urgencies[urgency]!
}
