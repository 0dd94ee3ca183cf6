import { changePage, newFrameId } from '../newsroom/page-store'
import { hands, useHands } from './page-hands'
import { sayOnPage } from './page-says'
import { surfaceNow } from './page-surface'
import { pageViewNow } from './page-views'
import { choose, showPreview, useSelection } from './selection'
import { dropAt, dropSomewhere, type TrayDrop, type TrayItem } from './tray-drop'

/** Pixels that the pointer may tremble before it draws. */
const tremble = 4

/**
 * A story or photo drawn from the tray: while the pointer is over the page, the page shows it where it would
 * stand, set with its real text.
 */
class TrayHand {
  #item: TrayItem | null = null
  #from = { x: 0, y: 0 }
  #at = { x: 0, y: 0 }
  #isDrawn = false
  #newId = ''
  #drop: TrayDrop | null = null
  #isWaiting = false
  /** The place last asked about, so that nothing is set twice. */
  #asked = ''

  take(item: TrayItem, x: number, y: number): void {
    hands.finish()
    this.#item = item
    this.#from = { x, y }
    this.#isDrawn = false
    this.#drop = null
    this.#asked = ''
    this.#newId = newFrameId()
  }

  /** True once the item is being drawn. */
  move(x: number, y: number): boolean {
    if (!this.#item) return false
    if (!this.#isDrawn && Math.hypot(x - this.#from.x, y - this.#from.y) <= tremble) return false
    if (!this.#isDrawn) useHands.setState({ holding: 'tray' })
    this.#isDrawn = true
    this.#at = { x, y }
    if (!this.#isWaiting) {
      this.#isWaiting = true
      requestAnimationFrame(() => {
        this.#isWaiting = false
        this.#show()
      })
    }
    return true
  }

  #show(): void {
    const surface = surfaceNow()
    const item = this.#item
    if (!item || !surface || !this.#isDrawn) return
    const view = pageViewNow(surface.pageId)
    const at = surface.at(this.#at.x, this.#at.y)
    if (!view || !at) {
      this.#asked = ''
      this.#drop = null
      useHands.setState({ incoming: null })
      showPreview(surface.pageId, null)
      return
    }
    const { pitch, bodySize } = view.layout.paper
    const asked = `${Math.floor(at.x / bodySize)} ${Math.floor(at.y / pitch)}`
    if (asked === this.#asked) return
    this.#asked = asked
    this.#drop = dropAt(view, item, at, this.#newId)
    useHands.setState({ incoming: this.#drop?.frameId ?? null })
    showPreview(surface.pageId, this.#drop?.ops ?? null)
  }

  /** Lets go over the page: the item is placed. Anywhere else nothing happens. */
  drop(): void {
    const item = this.#item
    const wasDrawn = this.#isDrawn
    const surface = surfaceNow()
    if (wasDrawn) this.#show()
    const drop = this.#drop
    this.cancel()
    if (!item || !wasDrawn || !surface) return
    if (drop) place(surface.pageId, item, drop)
    else if (surface.at(this.#at.x, this.#at.y)) sayOnPage('这里已经有文框，放到空处或空文框里')
  }

  cancel(): void {
    const surface = surfaceNow()
    this.#item = null
    this.#drop = null
    if (!this.#isDrawn) return
    this.#isDrawn = false
    useHands.setState({ holding: null, incoming: null })
    if (surface) showPreview(surface.pageId, null)
  }
}

export const trayHand = new TrayHand()

/** Enter on an item of the tray. */
export function placeFromTray(pageId: string, item: TrayItem): void {
  const view = pageViewNow(pageId)
  if (!view) return
  const { pageId: page, frameId, hole } = useSelection.getState()
  const chosen = page === pageId ? { frameId, hole } : { frameId: null, hole: null }
  const drop = dropSomewhere(view, item, chosen, newFrameId())
  if (drop) place(pageId, item, drop)
  else sayOnPage('这一版没有空处了，先排下或缩小一个文框')
}

function place(pageId: string, item: TrayItem, drop: TrayDrop): void {
  if (!changePage(pageId, drop.label, drop.ops)) return
  choose(pageId, drop.frameId)
  sayOnPage(`${drop.label}：${item.title}`)
}
