import { keymap } from 'prosemirror-keymap'
import { Plugin } from 'prosemirror-state'
import { caretInSight } from './caret-in-sight'
import type { EditorFeature } from './editor-feature'
import { storyKeys } from './part-keys'

/** Writing in the parts of a story: their keys, and the sheet as the browser and screen readers know it. */
export const writingFeature: EditorFeature = {
  name: 'writing',
  plugins: () => [keymap(storyKeys), paper],
}

const paper = new Plugin({
  props: {
    handleScrollToSelection: caretInSight,
    attributes: {
      'aria-label': '稿件',
      role: 'textbox',
      'aria-multiline': 'true',
      // The browser's English spelling marks have no place under Chinese text.
      spellcheck: 'false',
      autocorrect: 'off',
    },
  },
})
