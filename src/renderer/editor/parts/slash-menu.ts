import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { storySchema } from '../../../shared/story/schema'
import { addableParts, type AddablePart } from './part-adding'

/** The menu that a stroke (/) at the start of a paragraph opens. */
export interface SlashMenu {
  /** Where the stroke stands; what is typed behind it narrows the choice. */
  readonly from: number
  readonly choices: readonly AddablePart[]
  /** Which of them is chosen. */
  readonly at: number
}

const key = new PluginKey<SlashMenu | null>('slash-menu')

export const slashMenuOf = (state: EditorState): SlashMenu | null => key.getState(state) ?? null

/** Id of a choice in the page, for screen readers. */
export const choiceId = (part: AddablePart): string => `add-part-${part.key}`
export const slashMenuId = 'add-part-menu'

type Move = { readonly open: number } | { readonly at: number } | 'close'

/** Input methods give 、 for the same key. */
const strokes = ['/', '、', '／']

/** The parts whose name holds the words, or whose letters begin with them. */
export function choicesFor(words: string): readonly AddablePart[] {
  const wanted = words.toLowerCase()
  return addableParts.filter(part => part.name.includes(wanted) || part.letters.startsWith(wanted))
}

/** What stands behind the stroke up to the caret; null where the caret has left it or the stroke is gone. */
function wordsBehind(state: EditorState, from: number): string | null {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== storySchema.nodes.paragraph) return null
  if (from < $from.start() || from >= $from.pos) return null
  const text = state.doc.textBetween(from, $from.pos)
  return strokes.includes(text.charAt(0)) ? text.slice(1) : null
}

/** Takes the stroke and what was typed behind it away and does what was chosen. */
export function choosePart(view: EditorView, part: AddablePart): void {
  const menu = slashMenuOf(view.state)
  if (!menu) return
  const cleared = view.state.tr
    .delete(menu.from, view.state.selection.head)
    .setMeta(key, 'close' satisfies Move)
  view.dispatch(cleared)
  part.command(view.state, tr => view.dispatch(tr))
  view.focus()
}

const move = (state: EditorState, to: Move): Transaction => state.tr.setMeta(key, to)

/**
 * `/` at the start of a paragraph offers the parts: ↑ ↓ and Enter, a figure, or letters of the name choose one, Esc leaves
 * the stroke as text. While an input method composes, nothing here happens.
 */
export const slashMenu: Plugin<SlashMenu | null> = new Plugin<SlashMenu | null>({
  key,
  state: {
    init: () => null,
    apply(tr, old, _before, state) {
      const asked = tr.getMeta(key) as Move | undefined
      if (asked === 'close') return null
      const from = asked && 'open' in asked ? asked.open : old ? tr.mapping.map(old.from, -1) : null
      if (from === null) return null
      const words = wordsBehind(state, from)
      const choices = words === null ? [] : choicesFor(words)
      if (choices.length === 0) return null
      const at = asked && 'at' in asked ? asked.at : tr.docChanged ? 0 : (old?.at ?? 0)
      return { from, choices, at: Math.min(at, choices.length - 1) }
    },
  },
  props: {
    attributes(state): Record<string, string> {
      const menu = slashMenuOf(state)
      const chosen = menu?.choices[menu.at]
      return chosen ? { 'aria-controls': slashMenuId, 'aria-activedescendant': choiceId(chosen) } : {}
    },
    handleTextInput(view, from, to, text) {
      const { $from } = view.state.selection
      const opens = strokes.includes(text) && from === to && from === $from.start()
      if (!opens || view.composing || $from.parent.type !== storySchema.nodes.paragraph) return false
      view.dispatch(view.state.tr.insertText(text, from, to).setMeta(key, { open: from } satisfies Move))
      return true
    },
    handleKeyDown(view, event) {
      const menu = slashMenuOf(view.state)
      if (!menu || view.composing || event.isComposing || event.keyCode === 229) return false
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      const count = menu.choices.length
      const figure = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : event.key === '0' ? 9 : null
      const part =
        figure !== null
          ? menu.choices[figure]
          : event.key === 'Enter' || event.key === 'Tab'
            ? menu.choices[menu.at]
            : undefined
      if (part) {
        choosePart(view, part)
        return true
      }
      if (event.key === 'ArrowDown') view.dispatch(move(view.state, { at: (menu.at + 1) % count }))
      else if (event.key === 'ArrowUp') view.dispatch(move(view.state, { at: (menu.at + count - 1) % count }))
      else if (event.key === 'Escape') view.dispatch(move(view.state, 'close'))
      else return false
      return true
    },
    handleDOMEvents: {
      blur(view) {
        if (slashMenuOf(view.state)) view.dispatch(move(view.state, 'close'))
        return false
      },
    },
  },
})
