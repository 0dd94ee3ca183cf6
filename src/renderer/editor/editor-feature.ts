import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import type { EditorProps, EditorView } from 'prosemirror-view'
import type { NewsroomEvent } from '../../shared/contract'

/** Whose hand writes in which story. */
export interface SheetContext {
  readonly storyId: string
  readonly personId: string
}

/** The sheet on the desk, as its features see it. */
export interface SheetOnDesk extends SheetContext {
  readonly view: EditorView
  /** Whether the newsroom has all that was typed here: only then its places mean the same elsewhere. */
  isSent(): boolean
}

/** How soon the room round the sheet must know of a change: never, after the next frame, before the next key. */
export type Urgency = 'never' | 'soon' | 'now'

/** A feature while its sheet lies on the desk. */
export interface FeatureAtWork {
  /** Something happened in the newsroom. */
  hear?(event: NewsroomEvent): void
  /** At every transaction: whatever takes time must wait for `shown`. */
  changed?(tr: Transaction): void
  /** After the frame in which changes of the text are seen. */
  shown?(state: EditorState): void
  /** The sheet goes from the desk. */
  close?(): void
}

/**
 * Something that the sheet can do: its plugins, and what it does while the sheet lies on the desk. A new one has a
 * file of its own and a place in the list of `sheet-features`; the sheet knows none of them by name.
 */
export interface EditorFeature {
  readonly name: string
  /** Made once for a sheet, in the order of the list. */
  plugins?(context: SheetContext): readonly Plugin[]
  readonly nodeViews?: NonNullable<EditorProps['nodeViews']>
  /** What it wants the room to know of a transaction; nothing where it does not say. */
  urgency?(tr: Transaction, before: EditorState, after: EditorState): Urgency
  /** The sheet comes to the desk; it may come again after it was left. */
  open?(sheet: SheetOnDesk): FeatureAtWork
}
