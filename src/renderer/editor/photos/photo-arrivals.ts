import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { photoAtCaret } from './photo-places'

/** Places kept for photos that are on their way, and where a dragged file would go. Nothing of it is in the text. */
interface Arrivals {
  readonly kept: DecorationSet
  /** Between two parts; null while nothing is dragged over the sheet. */
  readonly dropAt: number | null
}

type Meta =
  | { readonly kind: 'keep'; readonly id: string; readonly at: number; readonly says: string }
  | { readonly kind: 'free'; readonly id: string }
  | { readonly kind: 'drag'; readonly at: number | null }

const key = new PluginKey<Arrivals>('photo-arrivals')

export const photoArrivals = new Plugin<Arrivals>({
  key,
  state: {
    init: () => ({ kept: DecorationSet.empty, dropAt: null }),
    apply(tr, { kept, dropAt }) {
      const meta = tr.getMeta(key) as Meta | undefined
      let next = kept.map(tr.mapping, tr.doc)
      if (meta?.kind === 'keep') {
        const { id, at, says } = meta
        next = next.add(tr.doc, [Decoration.widget(at, () => line('photo-arriving', says), { id, side: 1 })])
      }
      if (meta?.kind === 'free')
        next = next.remove(next.find(undefined, undefined, spec => spec['id'] === meta.id))
      const drop = meta?.kind === 'drag' ? meta.at : tr.docChanged ? null : dropAt
      return { kept: next, dropAt: drop }
    },
  },
  props: {
    decorations(state) {
      const own = key.getState(state)
      if (!own) return null
      const more: Decoration[] = []
      if (own.dropAt !== null) {
        more.push(Decoration.widget(own.dropAt, () => line('photo-drop-line', ''), { key: 'drop', side: -1 }))
      }
      const here = photoAtCaret(state)
      if (here) more.push(Decoration.node(here.pos, here.pos + here.node.nodeSize, { class: 'has-caret' }))
      return more.length === 0 ? own.kept : own.kept.add(state.doc, more)
    },
  },
})

function line(className: string, text: string): HTMLElement {
  const mark = document.createElement('div')
  mark.className = className
  mark.contentEditable = 'false'
  mark.textContent = text
  if (text !== '') mark.setAttribute('role', 'status')
  return mark
}

/** Keeps a place in the text, through all that is written meanwhile, until it is freed. */
export const keepPlace = (tr: Transaction, id: string, at: number, says: string): Transaction =>
  tr.setMeta(key, { kind: 'keep', id, at, says } satisfies Meta)

export const freePlace = (tr: Transaction, id: string): Transaction =>
  tr.setMeta(key, { kind: 'free', id } satisfies Meta)

/** Where a kept place is now; null when what it stood in was deleted. */
export function keptPlace(state: EditorState, id: string): number | null {
  const found = key.getState(state)?.kept.find(undefined, undefined, spec => spec['id'] === id)
  return found?.[0]?.from ?? null
}

/** Shows where what is dragged would go; null takes the line away. */
export const showDrop = (tr: Transaction, at: number | null): Transaction =>
  tr.setMeta(key, { kind: 'drag', at } satisfies Meta)

export const shownDrop = (state: EditorState): number | null => key.getState(state)?.dropAt ?? null
