import { describe, expect, it } from 'vitest'
import { readShellOptions } from './command-line'
import { afterDeath } from './restarts'

describe('the command line', () => {
  it.each([
    [[], {}],
    [['.'], {}],
    [['.', '--data', '/tmp/a'], { data: '/tmp/a' }],
    [['--data=C:\\资料'], { data: 'C:\\资料' }],
    [['--data'], {}],
    [['--data='], {}],
    [['--no-sandbox', '--data', 'x', '--inspect'], { data: 'x' }],
  ])('%j', (args, options) => {
    expect(readShellOptions(args)).toEqual(options)
  })
})

describe('a newsroom that dies', () => {
  it.each([
    ['for the first time', [], 0, 0],
    ['a second time within the minute', [90_000], 100_000, 500],
    ['a fourth time within the minute', [70_000, 80_000, 90_000], 100_000, 5000],
    ['a fifth time within the minute', [60_000, 70_000, 80_000, 90_000], 100_000, null],
    ['now and then', [1000, 2000, 3000, 4000], 100_000, 0],
  ])('%s', (_, deaths, now, wait) => {
    expect(afterDeath(deaths, now).wait).toBe(wait)
  })

  it('remembers only the last minute', () => {
    expect(afterDeath([1000, 50_000], 100_000).deaths).toEqual([50_000, 100_000])
  })
})
