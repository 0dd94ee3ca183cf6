import { describe, expect, test } from 'vitest'
import type { PageChange } from './page-change'
import { emptyUndoStack, pushChange } from './undo-stack'

const change = (id: string, kind: PageChange['kind'] = 'do', of: string | null = null): PageChange => ({
  id,
  kind,
  of,
  ops: [],
  undo: [],
  label: id,
})
const doing = (...ids: string[]) => ids.map(id => change(id))
const undo = (of: string) => change(`undo ${of}`, 'undo', of)
const redo = (of: string) => change(`redo ${of}`, 'redo', of)

describe('pushChange', () => {
  test.each<[string, PageChange[], string, string]>([
    ['changes stack up', doing('1', '2'), '1 2', ''],
    ['undo moves over', [...doing('1', '2'), undo('2')], '1', '2'],
    ['twice', [...doing('1', '2'), undo('2'), undo('1')], '', '2 1'],
    ['redo moves back', [...doing('1', '2'), undo('2'), undo('1'), redo('1')], '1', '2'],
    ['something new forgets what was undone', [...doing('1', '2'), undo('2'), change('3')], '1 3', ''],
    ['undo of what is not known', [...doing('1'), undo('9')], '1', ''],
  ])('%s', (_, changes, undoable, redoable) => {
    const stack = changes.reduce(pushChange, emptyUndoStack)
    expect(stack.undo.map(one => one.id).join(' ')).toBe(undoable)
    expect(stack.redo.map(one => one.id).join(' ')).toBe(redoable)
  })
})
