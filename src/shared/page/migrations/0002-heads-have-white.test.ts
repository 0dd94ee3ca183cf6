import { expect, test } from 'vitest'
import { headsHaveWhite } from './0002-heads-have-white'
import { bringChange, bringLayout } from './migration'

test.each([
  ['a head without white', { size: '一号' }, { size: '一号', space: 0 }],
  ['one that has some', { size: '一号', space: 2 }, { size: '一号', space: 2 }],
])('%s', (_, head, after) => {
  const frame = (one: object) => ({ id: 'a', kind: 'story', head: one })
  expect(bringLayout(headsHaveWhite, { frames: [frame(head)] })).toEqual({ frames: [frame(after)] })
  const change = (one: object) => ({
    ops: [{ op: 'add', frame: frame(one), before: null }],
    undo: [{ op: 'set', frameId: 'a', fields: { row: 3, head: one } }],
  })
  expect(bringChange(headsHaveWhite, change(head))).toEqual(change(after))
})
