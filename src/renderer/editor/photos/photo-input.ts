import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { showDrop, shownDrop } from './photo-arrivals'
import { nearestPhotoPlace, photoAt } from './photo-places'
import { takePhotos, usePhotoNote, type PhotoTarget } from './take-photos'

/** Windows has no type for some; what the newsroom cannot read it says. */
const isPicture = (file: File) =>
  file.type.startsWith('image/') || /\.(?:jpe?g|png|tiff?|webp|gif|avif|hei[cf]|bmp)$/i.test(file.name)

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Where files dropped at a point of the screen go. */
function targetAt(view: EditorView, { clientX, clientY }: MouseEvent): PhotoTarget {
  const { doc } = view.state
  const box = view.dom.getBoundingClientRect()
  const left = Math.min(Math.max(clientX, box.left + 1), box.right - 1)
  const top = Math.min(Math.max(clientY, box.top + 1), box.bottom - 1)
  const found = view.posAtCoords({ left, top })
  if (!found) return { at: nearestPhotoPlace(doc, doc.content.size), fills: false }
  const $pos = doc.resolve(found.inside >= 0 ? found.inside : found.pos)
  const start = $pos.depth > 0 ? $pos.before(1) : $pos.pos
  const node = doc.nodeAt(start)
  const photo = photoAt(doc, start)
  if (photo && photo.node.attrs['image'] === null) return { at: start, fills: true }
  const dom = view.nodeDOM(start)
  if (!node || !(dom instanceof HTMLElement)) return { at: nearestPhotoPlace(doc, found.pos), fills: false }
  const { top: upper, height } = dom.getBoundingClientRect()
  const isAbove = clientY < upper + height / 2
  return { at: nearestPhotoPlace(doc, isAbove ? start : start + node.nodeSize), fills: false }
}

/** Files of pictures in what is pasted, where they are what was meant. */
function picturesPasted(data: DataTransfer): readonly File[] {
  const files = [...data.files].filter(isPicture)
  const lines = data
    .getData('text/plain')
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => line !== '')
  // File managers put the files' names beside them; Word and Excel a picture of the words beside the words.
  const isNames = lines.every(line =>
    files.some(file => line.endsWith(encodeURI(file.name)) || line.endsWith(file.name)),
  )
  return isNames ? files : []
}

/** Takes pictures that are pasted as files; false where it has none. Those in HTML come with their text. */
function takePasted(view: EditorView, data: DataTransfer | null): boolean {
  const files = data ? picturesPasted(data) : []
  if (files.length > 0) void takePhotos(view, files)
  return files.length > 0
}

/** Photos dropped on the sheet or pasted into it. Stands before what takes the words of a paste. */
export const photoInput = new Plugin({
  props: {
    handleDOMEvents: {
      paste(view, event) {
        if (view.composing || !takePasted(view, event.clipboardData)) return false
        event.preventDefault()
        return true
      },
    },
  },
  /** The paper's margins take files too: whoever drops beside the text means the text. */
  view(view) {
    const paper: HTMLElement = view.dom.closest<HTMLElement>('.sheet') ?? view.dom
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      const { at, fills } = targetAt(view, event)
      const line = fills ? null : at
      if (shownDrop(view.state) !== line) view.dispatch(showDrop(view.state.tr, line))
    }
    const away = () => {
      if (!view.isDestroyed && shownDrop(view.state) !== null) view.dispatch(showDrop(view.state.tr, null))
    }
    const leave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && paper.contains(event.relatedTarget))) away()
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      // Before the editor's own: what it does not know the browser would open in place of the desk.
      event.preventDefault()
      event.stopPropagation()
      const target = targetAt(view, event)
      away()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.some(isPicture)) void takePhotos(view, files, target)
      else usePhotoNote.setState({ failure: noPicture })
    }
    paper.addEventListener('dragover', over, true)
    paper.addEventListener('dragleave', leave, true)
    paper.addEventListener('drop', drop, true)
    return {
      destroy() {
        paper.removeEventListener('dragover', over, true)
        paper.removeEventListener('dragleave', leave, true)
        paper.removeEventListener('drop', drop, true)
      },
    }
  },
})

const noPicture = {
  code: 'photo.not-one',
  message: '拖来的不是图片，稿件没有变动。',
  remedy: '这里收 JPEG、PNG 和 TIFF；来稿请用“导入”。',
}
