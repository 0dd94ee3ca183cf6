/**
 * Arrays that the setter works in, made once by whoever sets many paragraphs and used again for each. Nothing
 * in a result points into them.
 */
export class Workspace {
  #room = -1
  offsets = new Uint32Array(0)
  codes = new Uint32Array(0)
  classes = new Uint8Array(0)
  widths = new Uint16Array(0)
  gives = new Uint16Array(0)
  endWidths = new Int16Array(0)
  startWidths = new Int16Array(0)
  endGives = new Int16Array(0)
  startGives = new Int16Array(0)
  leftLosses = new Uint16Array(0)
  gaps = new Uint16Array(0)
  meets = new Uint8Array(0)
  breaks = new Uint8Array(0)
  widthsTo = new Int32Array(0)
  leastTo = new Int32Array(0)

  /** Makes sure that `count` characters have room. */
  hold(count: number): this {
    if (count <= this.#room) return this
    const room = Math.max(256, count + (count >> 1))
    this.#room = room
    this.offsets = new Uint32Array(room + 1)
    this.codes = new Uint32Array(room)
    this.classes = new Uint8Array(room)
    this.widths = new Uint16Array(room)
    this.gives = new Uint16Array(room)
    this.endWidths = new Int16Array(room)
    this.startWidths = new Int16Array(room)
    this.endGives = new Int16Array(room)
    this.startGives = new Int16Array(room)
    this.leftLosses = new Uint16Array(room)
    this.gaps = new Uint16Array(room)
    this.meets = new Uint8Array(room)
    this.breaks = new Uint8Array(room + 1)
    this.widthsTo = new Int32Array(room + 1)
    this.leastTo = new Int32Array(room + 1)
    return this
  }
}
