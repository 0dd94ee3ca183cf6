import { pt } from '../sizes'
import type { TextRun } from '../painting'
import type { Rect } from '../paper'
import { faceAdvance } from '../../typeset'
import { faceOf } from './runs'

/** Where ink is, for the test beside it: near enough to the faces' outlines to tell whether two texts touch. */

/** Marks whose ink stands in one half of their em. */
const openMarks = /^[“‘（《〈「『【〔〖［｛]$/u
const closeMarks = /^[，。、；：！？”’）》〉」』】〕〗］｝．]$/u

const advances = (cluster: string, face: TextRun['face']) =>
  [...cluster].reduce((sum, one) => sum + (faceAdvance(faceOf(face), one.codePointAt(0) ?? 0) ?? 1000), 0) /
  1000

/** The ink of a cluster from its origin along the baseline, in ems before it is stretched. */
function inkAlong(cluster: string, face: TextRun['face']): readonly [number, number] | null {
  if (/^[\s\u200b\u3000]*$/u.test(cluster)) return null
  if (openMarks.test(cluster)) return [0.52, 0.97]
  if (closeMarks.test(cluster)) return [0.03, 0.45]
  const code = cluster.codePointAt(0) ?? 0
  if (code < 0x2e80) {
    // The setter stands marks in the middle of their place: their glyphs are as wide as the face has them.
    const width = advances(cluster, face)
    // In 黑体 the dot stands in the middle of a whole em, in 宋体 in a narrow place of its own.
    if (cluster === '·') return face.startsWith('sans') ? [0.4, 0.6] : [0.05, 0.3]
    return [0.04, Math.max(0.05, width - 0.04)]
  }
  return [0.04, 0.96]
}

/** The ink of an upright cluster above and below its baseline, in ems. */
function inkUp(cluster: string): readonly [number, number] {
  if (/^[，、。．]$/u.test(cluster)) return [0.2, 0.08]
  if (/^[：；]$/u.test(cluster)) return [0.61, 0.02]
  if (/^[﹃﹁]$/u.test(cluster)) return [0.25, 0.1]
  if (/^[﹄﹂]$/u.test(cluster)) return [0.86, -0.5]
  if (/^[0-9]$/u.test(cluster)) return [0.77, 0.02]
  return [0.8, 0.08]
}

/** The rectangle that a run's ink fills; null for white. */
export function inkOf(run: TextRun): Rect | null {
  let [left, right, top, foot] = [Infinity, -Infinity, Infinity, -Infinity]
  const { size, stretch, clusters, xs, y, turn } = run
  clusters.forEach((cluster, at) => {
    const along = inkAlong(cluster, run.face)
    if (!along) return
    const x = xs[at]!
    const [from, to] = [along[0] * size * stretch, along[1] * size * stretch]
    if (turn === undefined) {
      const [up, down] = inkUp(cluster)
      left = Math.min(left, x + from)
      right = Math.max(right, x + to)
      top = Math.min(top, y - up * size)
      foot = Math.max(foot, y + down * size)
    } else {
      // Turned, the baseline runs down from (x, y) and the ascender lies to the right.
      left = Math.min(left, x - 0.08 * size)
      right = Math.max(right, x + 0.84 * size)
      top = Math.min(top, y + from)
      foot = Math.max(foot, y + to)
    }
  })
  return left === Infinity
    ? null
    : { x: pt(left), y: pt(top), width: pt(right - left), height: pt(foot - top) }
}
