import { expect, test } from 'vitest'
import { bylines } from '../../style/forms/bylines.testing'
import { Pen } from '../pen'
import { traced } from '../../text-place/traced-text'
import { unifyForms } from './house-forms'

test.each(bylines)('the byline %s is handed in and becomes %s', (written, form) => {
  const pen = new Pen(new Set(), {}, null)
  const line = traced(written, 0)
  const [byline] = unifyForms([{ role: 'byline', line, look: null, picture: null }], pen)
  expect(byline?.line.text).toBe(form)
  expect(pen.changes.map(({ kind, after }) => [kind, after])).toEqual(
    written === form ? [] : [['byline-form', form]],
  )
})
