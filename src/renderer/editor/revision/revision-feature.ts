import { handLook } from '../../newsroom/hand-look'
import type { EditorFeature } from '../editor-feature'
import { keepsTrail, revision } from './revision-state'
import { TrailKeeper } from './trail-store'

/** 修订: what has been changed, and by whom. */
export const revisionFeature: EditorFeature = {
  name: 'revision',
  plugins: ({ personId }) => [revision(() => personId, handLook)],
  // What the newsroom has taken changes its hand's time in the trail.
  urgency: (_tr, _before, after) => (keepsTrail(after) ? 'soon' : 'never'),
  open(sheet) {
    const keeper = new TrailKeeper(sheet.storyId, sheet.view, sheet.isSent)
    void keeper.open()
    return {
      hear(event) {
        if (event.kind === 'trail' && event.storyId === sheet.storyId) void keeper.take(event.trail)
      },
      close: () => keeper.close(),
    }
  },
}
