import type { EditorFeature } from './editor-feature'
import { pasting } from './paste'
import { pastedPassages } from './pasted-passage'

/** What comes by the clipboard is cleaned, and remembered until somebody writes in it. */
export const pasteFeature: EditorFeature = { name: 'paste', plugins: () => [pastedPassages, pasting] }
