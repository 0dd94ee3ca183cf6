import { lazy, type ComponentType } from 'react'

const chunks: (() => Promise<unknown>)[] = []

/** A part of the desk in a chunk of its own, read when it is first shown or by `readAhead`. */
function chunk<Props>(load: () => Promise<ComponentType<Props>>) {
  chunks.push(load)
  return lazy(async () => ({ default: await load() }))
}

export const StoryView = chunk(async () => (await import('../editor/StoryView')).StoryView)
export const BudgetView = chunk(async () => (await import('../budget/BudgetView')).BudgetView)
export const PagesView = chunk(async () => (await import('../pages/PagesView')).PagesView)
export const PagePreview = chunk(async () => (await import('../pages/PagePreview')).PagePreview)
export const ReviewView = chunk(async () => (await import('../review/ReviewView')).ReviewView)
export const ReferenceView = chunk(async () => (await import('../reference/ReferenceView')).ReferenceView)
export const ImportPanel = chunk(async () => (await import('../intake/ImportPanel')).ImportPanel)
export const ShortcutSheet = chunk(async () => (await import('./ShortcutSheet')).ShortcutSheet)
export const GapsDialog = chunk(async () => (await import('../story-files/GapsDialog')).GapsDialog)

/**
 * Reads the chunks that have not been shown yet, one by one while the window has nothing else to do: a view opens
 * at once, and opens too when the newsroom cannot be reached.
 */
export function readAhead(): void {
  let at = 0
  const next = () => {
    const load = chunks[at++]
    // What could not be read now is read when it is shown.
    if (load) void load().then(later, later)
  }
  const later = () => requestIdleCallback(next, { timeout: 5000 })
  later()
}
