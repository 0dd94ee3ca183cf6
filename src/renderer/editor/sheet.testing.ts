import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Command, type Plugin } from 'prosemirror-state'
import { documentOf, emptyParts, partsOf, type StoryBlock, type StoryParts } from '../../shared/story/parts'

/** Stories with a caret in them, for the tests of the sheet. */
export const p = (text: string): StoryBlock => ({ kind: 'paragraph', text })
export const crosshead = (text: string): StoryBlock => ({ kind: 'crosshead', text })
export const summary = (text: string): StoryBlock => ({ kind: 'summary', text })
export const note = (text: string): StoryBlock => ({ kind: 'editorNote', text })
export const related = (text: string): StoryBlock => ({ kind: 'related', text })
export const photo = (caption: string, credit: string): StoryBlock => ({
  kind: 'photo',
  image: null,
  width: 0,
  height: 0,
  caption,
  credit,
})

export const story = (some: Partial<StoryParts>): StoryParts => ({ ...emptyParts, ...some })

/** The story with `|` taken out, and where it stood; two of them span a selection. */
export function stateOf(parts: StoryParts, plugins: readonly Plugin[] = []): EditorState {
  const doc = documentOf(parts)
  const carets: number[] = []
  doc.descendants((node, pos) => {
    for (let at = node.isText ? node.text!.indexOf('|') : -1; at >= 0; at = node.text!.indexOf('|', at + 1)) {
      carets.push(pos + at)
    }
  })
  const tr = EditorState.create({ doc }).tr
  for (const at of [...carets].reverse()) tr.delete(at, at + 1)
  const [anchor = 1, head] = carets
  const selection = TextSelection.create(tr.doc, anchor, head === undefined ? anchor : head - 1)
  return EditorState.create({ doc: tr.doc, selection, plugins: [...plugins] })
}

export function run(command: Command, parts: StoryParts): { parts: StoryParts; caret: string; did: boolean } {
  let state = stateOf(parts)
  const did = command(state, tr => (state = state.apply(tr)))
  state.doc.check()
  return { parts: partsOf(state.doc), caret: caretName(state.doc, state.selection.head), did }
}

/** headline:2 for a caret after the second character of the headline. */
export function caretName(doc: Node, pos: number): string {
  const $pos = doc.resolve(pos)
  return `${$pos.parent.type.name}:${$pos.parentOffset}`
}
