import { collab } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { EditorState, type Transaction } from 'prosemirror-state'
import type { TextHolder } from './log-client'

/** A text that stands on no screen. */
export class HeldText implements TextHolder {
  readonly isComposing = false

  constructor(public state: EditorState) {}

  take(tr: Transaction): void {
    this.state = this.state.apply(tr)
  }
}

/** A text without a screen at a version of the log, for a client to keep in step. */
export const heldText = (doc: Node, version: number, clientId: string): HeldText =>
  new HeldText(EditorState.create({ doc, plugins: [collab({ version, clientID: clientId })] }))
