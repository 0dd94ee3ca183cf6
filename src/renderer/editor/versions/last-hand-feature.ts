import { keymap } from 'prosemirror-keymap'
import type { EditorFeature } from '../editor-feature'
import { askLastHand } from './last-hand'

/** 这一段谁改的. */
export const lastHandFeature: EditorFeature = {
  name: 'last hand',
  plugins: ({ storyId }) => [
    keymap({ 'Mod-Alt-h': (_state, _dispatch, view) => (view && void askLastHand(storyId, view), true) }),
  ],
}
