import { faceAdvance } from '../../typeset'
import type { PageFace } from '../painting'
import { ascent, faceOf } from './runs'

/** Clusters that stand together in a vertical line, in ems of its size from the line's axis and the unit's top. */
export interface VerticalUnit {
  readonly clusters: readonly string[]
  /** Origins from the axis, one a cluster. */
  readonly xs: readonly number[]
  /** Baseline below the unit's top. */
  readonly y: number
  readonly turned: boolean
  /** Scale along the baseline. */
  readonly stretch: number
  readonly advance: number
}

/** A line of a 竖题. */
export interface VerticalLine {
  readonly units: readonly VerticalUnit[]
  /** In ems. */
  readonly length: number
}

/** A turned glyph's baseline stands so far left of the axis that its em lies across the line's middle. */
const turnedAxis = -(ascent - 0.5)

/** Quotes of horizontal text and those that vertical text has in their place (GB/T 15834-2011, 5.2.3). */
const verticalQuotes: Readonly<Record<string, string>> = { '“': '﹃', '”': '﹄', '‘': '﹁', '’': '﹂' }

const opens = new Set('（《〈「『【〔〖［｛')
const closes = new Set('）》〉」』】〕〗］｝')
const openQuotes = new Set('﹃﹁')
const closeQuotes = new Set('﹄﹂')
/** At the upper right of their place, half an em deep. */
const corner = new Set('、，。')
const colons = new Set('：；')
const middleDots = new Set('·・•')
const exclaims = new Set('！？')
const turned = new Set('—―⸺…‥⋯～〜－–~|')
const isDigit = (cluster: string) => /^[0-9]$/.test(cluster)
const isNarrow = (cluster: string) => /^[\u0021-\u024f\u2010-\u2013]$/.test(cluster)

/** Digits in a row that stand one below the other; longer numbers lie on their side. */
const mostStacked = 4
const stackedAdvance = 0.86

/**
 * Clusters set from top to bottom: Han characters upright, 、，。 at the upper right of their place, quotes in
 * their vertical forms, brackets, dashes and …… turned. Two digits stand side by side in one em (纵中横), up to
 * four one below the other; Latin and longer numbers are turned. No cluster is lost.
 */
export function setVertical(clusters: readonly string[], face: PageFace): VerticalLine {
  const units: VerticalUnit[] = []
  for (let at = 0; at < clusters.length;) {
    if (!isNarrow(clusters[at]!)) {
      units.push(oneUnit(clusters[at]!, face))
      at++
      continue
    }
    let end = at
    while (end < clusters.length && isNarrow(clusters[end]!)) end++
    units.push(...narrowUnits(clusters.slice(at, end), face))
    at = end
  }
  return { units, length: units.reduce((sum, unit) => sum + unit.advance, 0) }
}

const advanceOf = (cluster: string, face: PageFace): number =>
  [...cluster].reduce((sum, one) => sum + (faceAdvance(faceOf(face), one.codePointAt(0) ?? 0) ?? 1000), 0) /
  1000

const upright = { turned: false, stretch: 1 } as const

function oneUnit(own: string, face: PageFace): VerticalUnit {
  const cluster = verticalQuotes[own] ?? own
  const unit = (x: number, y: number, advance: number): VerticalUnit => {
    return { clusters: [cluster], xs: [x], y, advance, ...upright }
  }
  if (/^\s+$/.test(cluster)) return unit(-0.5, ascent, cluster === '\u3000' ? 1 : 0.5)
  if (corner.has(cluster)) return unit(0.13, ascent - 0.63, 0.5)
  if (openQuotes.has(cluster)) return unit(-0.5, ascent - 0.5, 0.5)
  if (closeQuotes.has(cluster)) return unit(-0.5, ascent, 0.5)
  // The ink of these stands in the left half of their em.
  if (colons.has(cluster)) return unit(-0.285, 0.71, 0.8)
  if (exclaims.has(cluster)) return unit(-0.25, ascent, 1)
  if (middleDots.has(cluster)) return unit(-advanceOf(cluster, face) / 2, 0.62, 0.5)
  if (opens.has(cluster)) return turnedUnit([cluster], -0.5, 0.5)
  if (closes.has(cluster)) return turnedUnit([cluster], 0, 0.5)
  if (turned.has(cluster[0] ?? '')) {
    const ems = cluster.length
    const natural = advanceOf(cluster, face)
    return { ...turnedUnit([cluster], 0, ems), stretch: natural > 0 ? ems / natural : 1 }
  }
  return unit(-0.5, ascent, 1)
}

const turnedUnit = (clusters: readonly string[], y: number, advance: number): VerticalUnit => ({
  clusters,
  xs: clusters.map(() => turnedAxis),
  y,
  turned: true,
  stretch: 1,
  advance,
})

function narrowUnits(clusters: readonly string[], face: PageFace): VerticalUnit[] {
  const digits = clusters.findIndex(one => !isDigit(one))
  const count = digits < 0 ? clusters.length : digits
  // 98% and 12, : the number stands, the sign below it.
  if (
    count > 0 &&
    (count === clusters.length || (count + 1 === clusters.length && clusters[count] === '%'))
  ) {
    const rest = clusters.slice(count).map(one => centred(one, face, 1))
    return [...numberUnits(clusters.slice(0, count), face), ...rest]
  }
  if (clusters.length === 1) return [centred(clusters[0]!, face, 1)]
  return clusters.map(cluster => {
    const advance = advanceOf(cluster, face)
    return turnedUnit([cluster], 0, advance)
  })
}

function numberUnits(digits: readonly string[], face: PageFace): VerticalUnit[] {
  if (digits.length === 2) {
    const widths = digits.map(digit => advanceOf(digit, face))
    const natural = widths[0]! + widths[1]!
    const stretch = Math.min(1, 0.98 / natural)
    const left = (-natural * stretch) / 2
    const xs = [left, left + widths[0]! * stretch]
    return [{ clusters: digits, xs, y: ascent, turned: false, stretch, advance: 1 }]
  }
  if (digits.length <= mostStacked) return digits.map(digit => centred(digit, face, stackedAdvance))
  return digits.map(digit => turnedUnit([digit], 0, advanceOf(digit, face)))
}

/** A narrow character upright on the axis; its height is that of a capital. */
function centred(cluster: string, face: PageFace, advance: number): VerticalUnit {
  const width = advanceOf(cluster, face)
  const stretch = Math.min(1, 1 / width)
  const y = advance / 2 + 0.37
  return { clusters: [cluster], xs: [(-width * stretch) / 2], y, turned: false, stretch, advance }
}
