/**
 * The structure of a JPEG (ITU-T T.81, annex B), as far as a PDF must know it to take the file's own pixels in
 * without unpacking them: what the frame header says, and that every segment is whole up to the end mark.
 */

/** What the frame header of a JPEG says, and the bytes that its picture is made of. */
export interface JpegStructure {
  /** Pixels as they are stored: before any turn that EXIF asks for. */
  readonly width: number
  readonly height: number
  readonly components: number
  /** Bits of a sample: 8, rarely 12. */
  readonly precision: number
  /** Baseline, extended or progressive with Huffman codes: the kinds that PDF's DCTDecode reads. */
  readonly isPlain: boolean
  /** An Adobe marker is there: four components are then stored inverted. */
  readonly isAdobe: boolean
  /** Three components that are red, green and blue as they stand, without a marker that says so. */
  readonly isBareRgb: boolean
  /** The file without what is not picture: EXIF, XMP, profiles, previews, and whatever follows the end mark. */
  readonly picture: readonly Uint8Array[]
}

const mark = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  jfif: 0xe0,
  adobe: 0xee,
  lastApplication: 0xef,
  comment: 0xfe,
} as const

/** Markers that stand among a picture's segments, other than frames, scans and applications. */
const tables = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd])
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && !tables.has(marker) && marker !== 0xc8
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** Reads a JPEG's structure; null where it is none, is cut short, or its segments do not follow one another. */
export function readJpeg(bytes: Uint8Array): JpegStructure | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 4 || file[0] !== 0xff || file[1] !== mark.start) return null
  const picture: Uint8Array[] = [file.subarray(0, 2)]
  let frame: Buffer | null = null
  let frameMarker = 0
  let isAdobe = false
  let isJfif = false
  let hasScan = false
  let at = 2
  for (;;) {
    if (file[at] !== 0xff) return null
    while (file[at] === 0xff) at++
    const marker = file[at]
    if (marker === undefined) return null
    const from = at - 1
    at++
    if (marker === mark.end) {
      if (!frame || !hasScan) return null
      picture.push(file.subarray(from, at))
      break
    }
    if (at + 2 > file.length) return null
    const next = at + file.readUInt16BE(at)
    const body = file.subarray(at + 2, next)
    if (next < at + 2 || next > file.length) return null
    at = next
    if (marker === mark.scan) {
      if (!frame) return null
      hasScan = true
      at = endOfScan(file, next)
      if (at < 0) return null
    } else if (isFrame(marker)) {
      if (frame || body.length < 6) return null
      frame = body
      frameMarker = marker
    } else if (marker === mark.jfif) {
      if (body.toString('latin1', 0, 4) !== 'JFIF') continue
      isJfif = true
    } else if (marker === mark.adobe) {
      if (body.toString('latin1', 0, 5) !== 'Adobe') continue
      isAdobe = true
    } else if ((marker > mark.jfif && marker <= mark.lastApplication) || marker === mark.comment) {
      continue
    } else if (!tables.has(marker)) {
      return null
    }
    picture.push(file.subarray(from, at))
  }
  const components = frame[5] ?? 0
  const [width, height] = [frame.readUInt16BE(3), frame.readUInt16BE(1)]
  if (width === 0 || height === 0 || frame.length < 6 + components * 3) return null
  const names = String.fromCharCode(...Array.from({ length: components }, (_, n) => frame[6 + n * 3] ?? 0))
  return {
    width,
    height,
    components,
    precision: frame[0] ?? 0,
    isPlain: frameMarker <= 0xc2,
    isAdobe,
    isBareRgb: names === 'RGB' && !isAdobe && !isJfif,
    picture,
  }
}

/** Where the entropy-coded data that begins at `from` ends: at the next marker that is no restart; −1 for never. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at)) {
    const after = file[at + 1]
    if (after === undefined) return -1
    if (after === 0 || isRestart(after)) at += 2
    else if (after === 0xff) at += 1
    else return at
  }
  return -1
}
