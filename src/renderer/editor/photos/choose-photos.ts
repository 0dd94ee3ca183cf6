import type { EditorView } from 'prosemirror-view'
import { replacePhoto, takePhotos } from './take-photos'
import { photoAtCaret, type PlacedPhoto } from './photo-places'

/** Asks for picture files by the system's dialog; none where the user thinks better of it. */
function choose(isSeveral: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/jpeg,image/png,image/tiff,image/webp,image/gif,image/avif'
  input.multiple = isSeveral
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** Photos from files, at the caret. */
export async function choosePhotos(view: EditorView): Promise<void> {
  await takePhotos(view, await choose(true))
  view.focus()
}

/** Another picture in the place of a photo's own: of this one, or of the one that holds the caret. */
export async function chooseReplacement(view: EditorView, photo?: PlacedPhoto): Promise<void> {
  const chosen = photo ?? photoAtCaret(view.state)
  if (!chosen) return
  const [file] = await choose(false)
  // Others may have written above it while the dialog was open; the photo itself is the same node.
  let pos: number | null = null
  view.state.doc.forEach((node, at) => {
    if (node === chosen.node) pos = at
  })
  if (file && pos !== null) await replacePhoto(view, pos, file)
  view.focus()
}
