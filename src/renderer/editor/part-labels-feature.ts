import type { EditorFeature } from './editor-feature'
import { partLabels } from './part-labels'

/** Names of the parts in the margin, and what an empty one says. */
export const partLabelsFeature: EditorFeature = { name: 'part labels', plugins: () => [partLabels] }
