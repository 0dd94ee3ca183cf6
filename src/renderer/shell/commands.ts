import { useLayoutEffect } from 'react'
import { openReference, startEdition } from '../newsroom/reference-tab'
import { go, startImport, viewNames, type View } from '../newsroom/newsroom'
import type { Command } from '../ui/room-commands'
import { useShortcutSheet } from '../ui/search'

const views = Object.keys(viewNames) as View[]

/** What the search box runs anywhere besides opening stories. */
export const commands: readonly Command[] = [
  ...views.map((view, index): Command => ({
    title: `到${viewNames[view]}`,
    shortcut: `Alt ${index + 1}`,
    run: () => go(view),
  })),
  { title: '新出一期', shortcut: '', run: startEdition },
  { title: '期和版', shortcut: '', run: () => openReference('editions') },
  { title: '版面规格', shortcut: '', run: () => openReference('papers') },
  { title: '版式库', shortcut: '', run: () => openReference('templates') },
  { title: '导入来稿', shortcut: 'Ctrl O', run: startImport },
  { title: '快捷键', shortcut: 'F1 或 ?', run: () => useShortcutSheet.setState({ open: true }) },
]

/** Whether a key goes into text where it was pressed. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))

/** Alt 1–5, Ctrl O and F1, wherever the caret is; ? where nothing is written. */
export function runShortcut(event: KeyboardEvent): boolean {
  const asks = (event.key === '?' || event.key === '？') && !isWriting(event.target)
  if (event.key === 'F1' || (asks && !event.ctrlKey && !event.altKey && !event.metaKey)) {
    useShortcutSheet.setState({ open: true })
    return true
  }
  if (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === 'o'
  ) {
    startImport()
    return true
  }
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  const view = views[Number(event.key) - 1]
  if (!view) return false
  go(view)
  return true
}

/** Hears the keys of `runShortcut` from the moment that the desk is seen. */
export function useShortcuts(): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (runShortcut(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
