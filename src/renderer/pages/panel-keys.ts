import type { KeyboardEvent } from 'react'
import { redoOnPage, undoOnPage } from './page-acts'

/** Undo and redo after a list or a box has been pressed; where words are written the keys belong to the words. */
export function undoInPanel(event: KeyboardEvent, pageId: string): void {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
  const { target } = event
  const isWriting =
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && !target.readOnly) ||
    target instanceof HTMLTextAreaElement
  if (isWriting) return
  const key = event.key.toLowerCase()
  if (key === 'z' && !event.shiftKey) undoOnPage(pageId)
  else if (key === 'y' || (key === 'z' && event.shiftKey)) redoOnPage(pageId)
  else return
  event.preventDefault()
  event.stopPropagation()
}
