import { keymap } from 'prosemirror-keymap'
import type { EditorFeature } from '../editor-feature'
import { partKeys } from './part-adding'
import { slashMenu } from './slash-menu'

/** ＋ 部分: parts by key, and by a stroke at the start of a paragraph. */
export const partsFeature: EditorFeature = {
  name: 'parts',
  plugins: () => [slashMenu, keymap(partKeys)],
}
