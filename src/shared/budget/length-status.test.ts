import { expect, test } from 'vitest'
import { filledShare, lengthStatus } from './length-status'

test.each([
  [648, 600, 'over'],
  [631, 600, 'over'],
  [630, 600, 'fits'],
  [600, 600, 'fits'],
  [570, 600, 'fits'],
  [569, 600, 'under'],
  [0, 600, 'under'],
  [1152, 1200, 'fits'],
  [39, 38, 'fits'],
  [41, 38, 'over'],
  [5, null, 'none'],
  [5, 0, 'none'],
] as const)('%d of %s', (actual, planned, status) => {
  expect(lengthStatus(actual, planned)).toBe(status)
})

test.each([
  [660, 600, 10, 'fits'],
  [661, 600, 10, 'over'],
  [539, 600, 10, 'under'],
  [600, 600, 0, 'fits'],
  [601, 600, 0, 'over'],
] as const)('%d of %d with %d in 100', (actual, planned, tolerance, status) => {
  expect(lengthStatus(actual, planned, tolerance)).toBe(status)
})

test.each([
  [300, 600, 0.5],
  [900, 600, 1],
  [300, null, 0],
  [300, 0, 0],
] as const)('the bar for %d of %s', (actual, planned, share) => {
  expect(filledShare(actual, planned)).toBe(share)
})
