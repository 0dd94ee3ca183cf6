import { getVersion, sendableSteps } from 'prosemirror-collab'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { CaretPlace } from '../../../shared/contract'

/** Somebody else's caret and selection, in this window's text. */
interface OtherCaret {
  readonly personId: string
  readonly anchor: number
  readonly head: number
  /** When it was last told of, in milliseconds. */
  readonly at: number
}

interface CaretsState {
  readonly carets: ReadonlyMap<string, OtherCaret>
  readonly decorations: DecorationSet
}

/** A caret of which nothing was heard for so long is gone: its window was closed without a word. */
export const caretLife = 25_000

const key = new PluginKey<CaretsState>('carets')

type Meta = { readonly place: CaretPlace } | { readonly sweep: number }

/** How a person is shown: name and colour. */
export type PersonLook = (personId: string) => { readonly name: string; readonly colour: string }

/** The others' carets, moved along with the text. */
export function othersCarets(look: PersonLook): Plugin<CaretsState> {
  return new Plugin<CaretsState>({
    key,
    state: {
      init: () => ({ carets: new Map(), decorations: DecorationSet.empty }),
      apply(tr, old, _before, state) {
        const meta = tr.getMeta(key) as Meta | undefined
        if (!meta && (!tr.docChanged || old.carets.size === 0)) return old
        const carets = new Map(old.carets)
        if (tr.docChanged) {
          for (const [id, caret] of carets) {
            const anchor = tr.mapping.map(caret.anchor, -1)
            const head = tr.mapping.map(caret.head, -1)
            carets.set(id, { ...caret, anchor, head })
          }
        }
        if (meta && 'place' in meta) takePlace(carets, meta.place, state)
        if (meta && 'sweep' in meta) {
          for (const [id, caret] of carets) if (meta.sweep - caret.at > caretLife) carets.delete(id)
        }
        return { carets, decorations: drawn(carets, state, look) }
      },
    },
    props: {
      decorations(state) {
        return key.getState(state)?.decorations
      },
    },
  })
}

/** Puts what a window has told into the editor. */
export const takeCaret = (tr: Transaction, place: CaretPlace): Transaction =>
  tr.setMeta(key, { place } satisfies Meta)

/** Forgets carets of which nothing was heard for long. */
export const sweepCarets = (tr: Transaction, now: number): Transaction =>
  tr.setMeta(key, { sweep: now } satisfies Meta)

/** The other people in this story, each once. */
export const othersHere = (state: EditorState): string[] => [
  ...new Set([...(key.getState(state)?.carets.values() ?? [])].map(caret => caret.personId)),
]

function takePlace(carets: Map<string, OtherCaret>, place: CaretPlace, state: EditorState): void {
  const { windowId, personId, storyId, version } = place
  if (storyId === null) {
    carets.delete(windowId)
    return
  }
  // Told at another version it would stand wrong; its window tells it again when it has caught up.
  if (version !== getVersion(state)) return
  const pending = sendableSteps(state)?.steps ?? []
  const mapping = new Mapping(pending.map(step => step.getMap()))
  const most = state.doc.content.size
  const here = (pos: number) => Math.min(most, mapping.map(pos, -1))
  carets.set(windowId, { personId, anchor: here(place.anchor), head: here(place.head), at: Date.now() })
}

function drawn(carets: ReadonlyMap<string, OtherCaret>, state: EditorState, look: PersonLook): DecorationSet {
  const found: Decoration[] = []
  for (const [id, { personId, anchor, head }] of carets) {
    const { name, colour } = look(personId)
    const draw = () => {
      const caret = document.createElement('span')
      caret.className = 'other-caret'
      caret.style.setProperty('--hand', colour)
      caret.dataset['name'] = name
      return caret
    }
    found.push(
      Decoration.widget(head, draw, { key: `${id} ${name} ${colour}`, side: 1, ignoreSelection: true }),
    )
    if (anchor !== head) {
      const style = `background: color-mix(in srgb, ${colour} 18%, transparent)`
      found.push(Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { style }))
    }
  }
  return DecorationSet.create(state.doc, found)
}
