import { expect, it } from 'vitest'
import { installedMatches } from './install.mjs'

const wanted = {
  packages: {
    '': { name: 'dayang' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  },
}
const installed = (a, b) => ({
  packages: {
    ...(a && { 'node_modules/a': { version: a } }),
    ...(b && { 'node_modules/b': { version: b } }),
  },
})

it.each([
  ['everything is there', installed('1.0.0', '2.0.0'), true],
  ['a package of another system is absent', installed('1.0.0'), true],
  ['a package is absent', installed(undefined, '2.0.0'), false],
  ['a package has another version', installed('1.0.1', '2.0.0'), false],
  ['an optional package has another version', installed('1.0.0', '2.0.1'), false],
  ['nothing is there', installed(), false],
])('%s', (_, there, matches) => {
  expect(installedMatches(wanted, there)).toBe(matches)
})
