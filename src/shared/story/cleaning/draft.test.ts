import { expect, test } from 'vitest'
import { draftOfParts } from './draft'
import { body, cleaned, text } from './fixture-drafts'

test('a story’s own parts stay its parts', () => {
  const { parts } = cleaned(text('秋粮收购忙', `本报讯（记者 张三）${body}`, '（王倩茹）'))
  expect(cleaned(draftOfParts(parts)).parts).toEqual(parts)
})
