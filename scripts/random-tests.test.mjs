import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from './setup/root.mjs'

const tests = globSync('src/**/*.test.{ts,tsx}', { cwd: root })
const asks = tests.filter(file => /\/random\.testing'/.test(readFileSync(`${root}/${file}`, 'utf8')))

it('the tests that have a long form are those that the long run runs', () => {
  expect(asks.toSorted()).toEqual(tests.filter(file => /\.random\.test\.ts$/.test(file)).toSorted())
  expect(asks.length).toBeGreaterThan(5)
})
