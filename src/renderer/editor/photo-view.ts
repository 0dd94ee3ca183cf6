import type { Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor } from 'prosemirror-view'
import { usePhotos, wantPhotos } from '../ui/photo-store'

/** A photo in the sheet: the picture at the left, its caption and credit as text at the right. */
class PhotoView implements NodeView {
  readonly dom = document.createElement('figure')
  readonly contentDOM = document.createElement('div')
  readonly #picture = document.createElement('canvas')
  readonly #unwatch: () => void
  #image: string | null

  constructor(node: Node) {
    this.#image = node.attrs['image'] as string | null
    this.dom.className = 'photo'
    this.contentDOM.className = 'photo-words'
    this.#picture.className = 'photo-picture'
    this.#picture.contentEditable = 'false'
    this.#picture.setAttribute('role', 'img')
    this.dom.append(this.#picture, this.contentDOM)
    this.#unwatch = usePhotos.subscribe(() => this.#paint())
    this.#paint()
  }

  update(node: Node): boolean {
    if (node.type.name !== 'photo') return false
    this.#image = node.attrs['image'] as string | null
    this.#paint()
    return true
  }

  #paint(): void {
    const hash = this.#image
    if (hash) wantPhotos([hash])
    const picture = hash ? usePhotos.getState().pictures.get(hash) : null
    this.#picture.classList.toggle('missing', !picture)
    this.#picture.setAttribute('aria-label', picture ? '照片' : '照片还没来')
    this.#picture.width = picture?.width ?? 132
    this.#picture.height = picture?.height ?? 84
    if (picture) this.#picture.getContext('2d')?.drawImage(picture, 0, 0)
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#unwatch()
  }
}

export const photoView: NodeViewConstructor = node => new PhotoView(node)
