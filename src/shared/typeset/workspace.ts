import { Forms } from './forms'
import type { HouseSetting } from './settings'

/**
 * Arrays that the setter works in, made once by whoever sets many paragraphs and used again for each. Nothing
 * in a result points into them.
 */
export class Workspace {
  #room = -1
  /** Of the settings last asked for, the latest first. */
  readonly #forms: Forms[] = []
  offsets = new Uint32Array(0)
  codes = new Uint32Array(0)
  classes = new Uint8Array(0)
  form = new Uint16Array(0)
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
    this.form = new Uint16Array(room)
    this.breaks = new Uint8Array(room + 1)
    this.widthsTo = new Int32Array(room + 1)
    this.leastTo = new Int32Array(room + 1)
    return this
  }

  /** The forms of a house setting: those of the last few asked for are kept. */
  formsOf(setting: HouseSetting): Forms {
    const kept = this.#forms
    const at = kept.findIndex(forms => forms.setting === setting)
    if (at === 0) return kept[0] as Forms
    const own = at > 0 ? (kept.splice(at, 1)[0] as Forms) : new Forms(setting)
    kept.unshift(own)
    if (kept.length > mostForms) kept.pop()
    return own
  }
}

/** Body, crossheads, notes, and one in passing. */
const mostForms = 4
