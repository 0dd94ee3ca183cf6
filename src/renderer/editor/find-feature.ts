import { search } from 'prosemirror-search'
import type { EditorFeature } from './editor-feature'

/** 查找替换: what is found stands marked in the text. */
export const findFeature: EditorFeature = { name: 'find', plugins: () => [search()] }
