/** Several pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A view for reading and writing numbers in bytes. */
export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether bytes begin with these from `at` on. */
export const startsWith = (bytes: Uint8Array, start: Uint8Array, at = 0) =>
  bytes.length >= at + start.length && start.every((byte, index) => bytes[at + index] === byte)

/** A text of Latin letters as bytes. */
export const latin = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))
