import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scorePress } from './press'
import type { PressStory } from './press'
import { newspaper } from './settings'

// The printed page is not ours to ship; where it is absent these tests have nothing to compare with.
const path = join(import.meta.dirname, '../../../../shared/press/lines.json')

describe.skipIf(!existsSync(path))('the printed page (skipped where ../shared/press is absent)', () => {
  const stories = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PressStory[]) : []
  const score = scorePress(stories, newspaper)

  test.each([
    ['line by line, all', score.lines.found / score.lines.of, 0.91],
    ['line by line, paragraphs not set loose', score.ruled.found / score.ruled.of, 0.96],
    ['whole paragraphs', score.whole.found / score.whole.of, 0.73],
  ])('%s', (_, share, least) => expect(share).toBeGreaterThanOrEqual(least))

  test('every count of lines asked for is met', () =>
    expect(score.exact.countsMet).toBe(score.exact.paragraphs))
})
