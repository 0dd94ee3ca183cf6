import { caretMemoryFeature } from './caret-memory-feature'
import type { EditorFeature } from './editor-feature'
import { editedTextFeature } from './edited-text-feature'
import { findFeature } from './find-feature'
import { formsFeature } from './forms/forms-feature'
import { freshSelectionFeature } from './fresh-selection'
import { notesFeature } from './notes/notes-feature'
import { partLabelsFeature } from './part-labels-feature'
import { partsFeature } from './parts/parts-feature'
import { pasteFeature } from './paste-feature'
import { photosFeature } from './photos/photos-feature'
import { presenceFeature } from './presence/presence-feature'
import { revisionFeature } from './revision/revision-feature'
import { typingHelpFeature } from './typing-help-feature'
import { lastHandFeature } from './versions/last-hand-feature'
import { writingFeature } from './writing-feature'

/**
 * All that the sheet can do. The order is that of the plugins: whoever comes first is asked first what becomes of a
 * key, a paste or a typed letter. `sheet-features.test` says where it matters, and why.
 */
export const sheetFeatures: readonly EditorFeature[] = [
  partsFeature,
  lastHandFeature,
  writingFeature,
  formsFeature,
  typingHelpFeature,
  findFeature,
  freshSelectionFeature,
  photosFeature,
  pasteFeature,
  partLabelsFeature,
  revisionFeature,
  notesFeature,
  presenceFeature,
  editedTextFeature,
  caretMemoryFeature,
]
