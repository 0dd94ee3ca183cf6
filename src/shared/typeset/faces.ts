import { milliem, type Milliem } from './em'

/** The advances of one face, for everything that is not one em wide. Data: face-data.ts. */
export interface FaceMetrics {
  readonly key: string
  /** What the user calls it. */
  readonly label: string
  readonly postscriptName: string
  /** Advance of its half-width digits (OpenType `hwid`), all ten alike, in thousandths of an em. */
  readonly halfDigit: number
  /** Runs of code points with their advances in thousandths of an em; 0 means the face has no such glyph. */
  readonly ranges: readonly { readonly from: number; readonly advances: readonly number[] }[]
}

/** The width taken for a narrow character that the face lacks. */
const missingAdvance = 600

/** The advance of a narrow code point in a face; `null` where the face's table does not reach. */
export function faceAdvance(face: FaceMetrics, code: number): Milliem | null {
  for (const range of face.ranges) {
    const at = code - range.from
    if (at >= 0 && at < range.advances.length) return milliem(range.advances[at] || missingAdvance)
  }
  return null
}
