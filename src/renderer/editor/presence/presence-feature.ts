import { windowId } from '../../newsroom/window-id'
import type { EditorFeature } from '../editor-feature'
import { othersCarets, takeCaret } from './others-carets'
import { personLook } from './person-look'
import { CaretTeller } from './tell-caret'

/** The others' carets in the text, and this window's in theirs. */
export const presenceFeature: EditorFeature = {
  name: 'presence',
  plugins: () => [othersCarets(personLook)],
  open({ storyId, view, isSent }) {
    const teller = new CaretTeller(storyId, view, isSent)
    return {
      hear(event) {
        if (event.kind !== 'here' || event.place.windowId === windowId) return
        const here = event.place.storyId === storyId ? event.place : { ...event.place, storyId: null }
        // A caret drawn into the word that is being composed would end its composition; it is told again soon.
        if (!view.composing || here.storyId === null) view.dispatch(takeCaret(view.state.tr, here))
      },
      changed(tr) {
        if (tr.selectionSet || tr.docChanged) teller.moved()
      },
      close: () => teller.close(),
    }
  },
}
