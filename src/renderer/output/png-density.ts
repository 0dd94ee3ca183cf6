/**
 * A browser writes PNGs without their resolution, and a layout program then places a page at 72 pixels an inch,
 * four times too large. This sets the one chunk that says it (pHYs, PNG specification 11.3.4.3).
 */
export async function withDensity(png: Blob, ppi: number): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer())
  const view = new DataView(bytes.buffer)
  // Signature (8) and IHDR (25) stand first by the specification.
  const afterHeader = 33
  if (bytes.length < afterHeader || view.getUint32(0) !== 0x89504e47) return png
  const chunk = new Uint8Array(21)
  const out = new DataView(chunk.buffer)
  const perMetre = Math.round(ppi / 0.0254)
  out.setUint32(0, 9)
  chunk.set([0x70, 0x48, 0x59, 0x73], 4)
  out.setUint32(8, perMetre)
  out.setUint32(12, perMetre)
  out.setUint8(16, 1)
  out.setUint32(17, crc32(chunk.subarray(4, 17)))
  return new Blob([bytes.subarray(0, afterHeader), chunk, bytes.subarray(afterHeader)], { type: 'image/png' })
}

/** The checksum of PNG chunks. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
