import type { PageChange } from './page-change'

/** What one person can undo and do again on a page, the newest last. Read off the log, so it outlives a restart. */
export interface UndoStack {
  readonly undo: readonly PageChange[]
  readonly redo: readonly PageChange[]
}

export const emptyUndoStack: UndoStack = { undo: [], redo: [] }

/** The stack after one more change of that person. `undo` and `redo` move the change that they speak of. */
export function pushChange(stack: UndoStack, change: PageChange): UndoStack {
  const without = (list: readonly PageChange[]) => list.filter(one => one.id !== change.of)
  const original = [...stack.undo, ...stack.redo].find(one => one.id === change.of)
  switch (change.kind) {
    case 'do':
      return { undo: [...stack.undo, change], redo: [] }
    case 'undo':
      // What takes the undoing back is worked out anew at the time of undoing, so it is kept with the change.
      return original ? { undo: without(stack.undo), redo: [...without(stack.redo), original] } : stack
    case 'redo':
      return original ? { undo: [...without(stack.undo), original], redo: without(stack.redo) } : stack
  }
}
