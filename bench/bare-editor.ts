/// <reference lib="dom" />
/** A bare ProseMirror view on a text: nothing but what is needed to type. Runs in the page of the typing bench. */
import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { documentOf, emptyParts } from '../src/shared/story/parts'

/** Puts the view with these paragraphs into the page's body. */
export function openBareEditor(headline: string, paragraphs: readonly string[]): void {
  const blocks = paragraphs.map(text => ({ kind: 'paragraph' as const, text }))
  const doc = documentOf({ ...emptyParts, headline, blocks })
  const state = EditorState.create({ doc, plugins: [keymap(baseKeymap)] })
  const host = document.createElement('div')
  host.className = 'sheet'
  document.body.append(host)
  const view = new EditorView(host, { state })
  view.focus()
}
