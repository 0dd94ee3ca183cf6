import { partsOf } from '../../shared/story/parts'
import { endEditedText, putEditedText } from '../newsroom/story-texts'
import type { EditorFeature } from './editor-feature'

/** What is typed here is what galley and page set, before the newsroom has it. */
export const editedTextFeature: EditorFeature = {
  name: 'edited text',
  open({ storyId, view }) {
    putEditedText(storyId, partsOf(view.state.doc))
    return {
      shown: state => putEditedText(storyId, partsOf(state.doc)),
      close: () => endEditedText(storyId),
    }
  },
}
