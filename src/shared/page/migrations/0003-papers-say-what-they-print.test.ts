import { expect, test } from 'vitest'
import { papersSayWhatTheyPrint } from './0003-papers-say-what-they-print'
import { bringChange, bringLayout } from './migration'

const said = {
  furniture: { weekday: true, editionNumber: true, credits: true, footRule: false },
  leastPpi: 170,
}

test.each([
  ['a paper that says nothing', { id: 'own' }, { id: 'own', ...said }],
  ['one that does', { id: 'own', ...said, leastPpi: 200 }, { id: 'own', ...said, leastPpi: 200 }],
])('%s', (_, paper, after) => {
  expect(papersSayWhatTheyPrint.paper!(paper)).toEqual(after)
  expect(bringLayout(papersSayWhatTheyPrint, { paper })).toEqual({ paper: after })
  expect(bringChange(papersSayWhatTheyPrint, { ops: [{ op: 'paper', paper }], undo: [] })).toEqual({
    ops: [{ op: 'paper', paper: after }],
    undo: [],
  })
})
