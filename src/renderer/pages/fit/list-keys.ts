import type { KeyboardEvent } from 'react'
import { frameOnPage } from '../into-sight'

/** ↑ ↓ go through a list of buttons that can also be reached with Tab. */
export function stepInList(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.offer-row')]
  const at = buttons.indexOf(event.target as HTMLElement)
  if (by === 0 || at < 0) return
  event.preventDefault()
  event.stopPropagation()
  buttons[at + by]?.focus()
}

/** Gives the keys to a frame of the page once it stands there. */
export function focusFrameSoon(frameId: string): void {
  requestAnimationFrame(() => frameOnPage(frameId)?.focus({ preventScroll: true }))
}

/** Gives the keys to the first of what is offered for what is chosen on the page; false where nothing is. */
export function focusOffers(): boolean {
  const first = document.querySelector<HTMLElement>('.inspector .offer-row')
  first?.focus()
  return first !== null
}
