import { keymap } from 'prosemirror-keymap'
import type { EditorFeature } from '../editor-feature'
import { photoArrivals } from './photo-arrivals'
import { photoKeys } from './photo-commands'
import { photoInput } from './photo-input'
import { photoView } from './photo-view'
import './photos.css'

/** Photos: dropped, pasted, chosen; moved, changed and taken out by key. */
export const photosFeature: EditorFeature = {
  name: 'photos',
  plugins: () => [keymap(photoKeys), photoInput, photoArrivals],
  nodeViews: { photo: photoView },
}
