import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view'
import type { Command } from 'prosemirror-state'
import { usePhotoFacts, wantPhotoFacts } from '../../newsroom/photo-facts-store'
import { usePhotos, wantPhotos } from '../../newsroom/photo-store'
import { removePhoto } from '../part-keys'
import { chooseReplacement } from './choose-photos'
import { factsLine } from './facts-line'
import { movePhoto, toPhoto } from './photo-changes'
import { photoAt } from './photo-places'

/** Width of an empty place for a picture, and its height, in the canvas's own pixels. */
const emptySize = { width: 132, height: 84 }

/**
 * A photo in the sheet: the picture at the left with what can be done to it; at the right its caption and credit
 * as text, and below them what else its file says.
 */
class PhotoView implements NodeView {
  readonly dom = document.createElement('figure')
  readonly contentDOM = document.createElement('div')
  readonly #picture = document.createElement('canvas')
  readonly #side = document.createElement('div')
  readonly #facts = document.createElement('p')
  readonly #replace: HTMLButtonElement
  readonly #unwatch: readonly (() => void)[]
  #node: Node
  #shown: ImageBitmap | null | undefined = undefined

  constructor(
    node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
  ) {
    this.#node = node
    this.dom.className = 'photo'
    this.contentDOM.className = 'photo-words'
    this.#picture.className = 'photo-picture'
    this.#picture.setAttribute('role', 'img')
    this.#picture.addEventListener('contextrestored', () => {
      this.#shown = undefined
      this.#paint()
    })
    this.#picture.addEventListener('mousedown', event => {
      event.preventDefault()
      this.#putCaret()
    })
    this.#facts.className = 'photo-facts'
    this.#facts.contentEditable = 'false'

    const acts = document.createElement('div')
    acts.className = 'photo-acts'
    acts.setAttribute('role', 'toolbar')
    acts.setAttribute('aria-label', '这张图片')
    this.#replace = button('换图', '换一张照片，图说和署名留着（Ctrl Alt R）', () => {
      const pos = this.getPos()
      const photo = pos === undefined ? null : photoAt(this.view.state.doc, pos)
      if (photo) void chooseReplacement(this.view, photo)
    })
    acts.append(
      this.#replace,
      button('上移', '移到上一段前面（Alt ↑）', () => this.#run(movePhoto(-1))),
      button('下移', '移到下一段后面（Alt ↓）', () => this.#run(movePhoto(1))),
      button('去掉', '从稿里拿掉，原图仍留着（Ctrl Alt D）', () => this.#run(removePhoto)),
    )
    const side = this.#side
    side.className = 'photo-side'
    side.contentEditable = 'false'
    side.append(this.#picture, acts)
    const main = document.createElement('div')
    main.className = 'photo-main'
    main.append(this.contentDOM, this.#facts)
    this.dom.append(side, main)
    this.#unwatch = [usePhotos.subscribe(() => this.#paint()), usePhotoFacts.subscribe(() => this.#tell())]
    this.#show()
  }

  update(node: Node): boolean {
    if (node.type.name !== 'photo') return false
    this.#node = node
    this.#show()
    return true
  }

  #show(): void {
    const hash = this.#hash
    if (hash) {
      wantPhotos([hash])
      wantPhotoFacts(hash)
    }
    this.#replace.textContent = hash ? '换图' : '选图'
    this.#paint()
    this.#tell()
  }

  get #hash(): string | null {
    return this.#node.attrs['image'] as string | null
  }

  #paint(): void {
    const hash = this.#hash
    const picture = (hash ? usePhotos.getState().pictures.get(hash) : null) ?? null
    const caption = this.#node.child(0).textContent
    this.#picture.setAttribute('aria-label', picture ? `照片：${caption || '缺图说'}` : '照片还没来')
    if (picture) delete this.#side.dataset['says']
    else this.#side.dataset['says'] = hash ? '图片在路上' : '待补图'
    // Every photo hears of every other: only its own is painted anew.
    if (picture === this.#shown) return
    this.#shown = picture
    this.#picture.classList.toggle('missing', !picture)
    const { width, height } = picture ?? emptySize
    this.#picture.width = width
    this.#picture.height = height
    if (picture) this.#picture.getContext('2d')?.drawImage(picture, 0, 0)
  }

  #tell(): void {
    const facts = (this.#hash ? usePhotoFacts.getState().facts.get(this.#hash) : null) ?? null
    const line = facts ? factsLine(facts) : ''
    if (this.#facts.textContent !== line) this.#facts.textContent = line
    this.#facts.hidden = line === ''
  }

  #putCaret(): boolean {
    const pos = this.getPos()
    if (pos === undefined) return false
    this.view.dispatch(toPhoto(this.view.state.tr, pos))
    this.view.focus()
    return true
  }

  /** Does something to this photo, whichever the caret is in. */
  #run(command: Command): void {
    if (!this.#putCaret()) return
    command(this.view.state, this.view.dispatch.bind(this.view), this.view)
    this.view.focus()
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && event.target.closest('.photo-side') !== null
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    for (const unwatch of this.#unwatch) unwatch()
  }
}

function button(name: string, hint: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'plain'
  made.textContent = name
  made.title = hint
  // The caret stays in the text; Tab belongs to it.
  made.tabIndex = -1
  made.addEventListener('mousedown', event => event.preventDefault())
  made.addEventListener('click', run)
  return made
}

export const photoView: NodeViewConstructor = (node, view, getPos) => new PhotoView(node, view, getPos)
