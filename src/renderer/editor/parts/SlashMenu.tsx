import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { bindingName } from './part-adding'
import { choiceId, choosePart, slashMenuId, slashMenuOf } from './slash-menu'
import './parts.css'

/** The parts that a stroke at the start of a paragraph offers, below the caret; the keys stay with the sheet. */
export function SlashMenu({ view, state }: { readonly view: EditorView; readonly state: EditorState }) {
  const menu = slashMenuOf(state)
  const list = useRef<HTMLUListElement>(null)
  const from = menu?.from ?? -1
  const count = menu?.choices.length ?? 0
  useLayoutEffect(() => {
    const place = list.current
    if (!place || count === 0 || view.isDestroyed || from > view.state.doc.content.size) return
    const caret = view.coordsAtPos(from)
    const { height, width } = place.getBoundingClientRect()
    const below = caret.bottom + 4
    const top = below + height > window.innerHeight ? Math.max(4, caret.top - height - 4) : below
    place.style.top = `${top}px`
    place.style.left = `${Math.min(caret.left, window.innerWidth - width - 8)}px`
  }, [view, from, count])
  if (!menu) return null
  return createPortal(
    <ul ref={list} id={slashMenuId} className="slash-menu" role="listbox" aria-label="加部分">
      {menu.choices.map((part, index) => (
        <li
          key={part.key}
          id={choiceId(part)}
          role="option"
          aria-selected={index === menu.at}
          aria-label={part.name}
          // The sheet keeps the focus.
          onMouseDown={event => event.preventDefault()}
          onClick={() => choosePart(view, part)}
        >
          <i aria-hidden>{index === 9 ? 0 : index < 9 ? index + 1 : ''}</i>
          <b>{part.name}</b>
          <span>{part.hint}</span>
          <kbd>{bindingName(part.binding)}</kbd>
        </li>
      ))}
    </ul>,
    document.body,
  )
}
