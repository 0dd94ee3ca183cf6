/**
 * Forms: what a cluster can look like in a line. A page has thousands of clusters but only some dozens of
 * forms, so a paragraph keeps a form's number for each cluster, and the form is worked out once.
 * Lengths are reckoned in thousandths of an em. Sources: CLREQ 连续标点的挤压 and 行首行尾标点挤压, GB/T 15834
 * 5.1.10, and the print itself.
 */
import { Class } from './characters'
import { faceAdvance } from './faces'
import type { HouseSetting } from './settings'

const em = 1000
const half = 500
const quarter = 250

/** The form of a Han character that meets no Latin: one em, nothing to give, nothing lost. */
export const plainForm = 0
/** A Han character before Latin or digits. */
export const meetingForm = 1

const isOpen = (cls: number) => cls === Class.open
const isClose = (cls: number) => cls === Class.close
const isPoint = (cls: number) => cls === Class.pause || cls === Class.stop || cls === Class.exclamation
/** The wide marks, whose neighbours decide what they lose. */
export const isMark = (cls: number): boolean => cls >= Class.pause && cls <= Class.middle

/** What the first (`right`) or the second (`left`) of two adjoining marks loses for good. */
export function adjoiningLoss(a: number, b: number): { right: number; left: number } {
  if (isOpen(b)) {
    if (isOpen(a)) return { right: 0, left: half }
    if (isClose(a) || isPoint(a)) return { right: half, left: 0 }
    if (a === Class.middle) return { right: quarter, left: 0 }
  } else if (isClose(b)) {
    if (isClose(a) || isPoint(a)) return { right: half, left: 0 }
  } else if (isPoint(b)) {
    if (isClose(a)) return { right: half, left: 0 }
  } else if (b === Class.middle && (isClose(a) || isPoint(a))) {
    return { right: 0, left: quarter }
  }
  return { right: 0, left: 0 }
}

/** The advance of a cluster's glyph, which may differ from the body it is set on. */
export function glyphAdvance(code: number, cls: number, setting: HouseSetting): number {
  if (cls === Class.dash && (code === 0x2014 || code === 0x2e3a)) return faceAdvance(setting.face, code) ?? em
  if (code < 0x2e80 && (code < 0x2100 || code > 0x2bff)) return faceAdvance(setting.face, code) ?? em
  return em
}

function body(code: number, cls: number, isDouble: boolean, setting: HouseSetting): number {
  switch (cls) {
    case Class.han:
      return em
    case Class.latin:
      if (code === 0x2019) return 333
      if (code >= 0xff61 && code <= 0xffdc) return half
      return faceAdvance(setting.face, code) ?? (code < 0x2e80 ? 600 : em)
    case Class.digit:
      if (code >= 0xff10) return em
      return setting.digitWidth === 'face' ? (faceAdvance(setting.face, code) ?? half) : setting.digitWidth
    case Class.dash:
    case Class.ellipsis:
      return code === 0x2e3a || isDouble ? 2 * em : em
    case Class.wideSpace:
      return setting.datelineSpace
    case Class.space:
    case Class.glue:
      return code === 0x09 ? em : (faceAdvance(setting.face, 0x20) ?? quarter)
    case Class.newline:
    case Class.invisible:
    case Class.zeroSpace:
      return 0
    default:
      if (code >= 0x2e80 || (code >= 0x2100 && code <= 0x2bff) || code === 0x2030 || code === 0x2031)
        return em
      return faceAdvance(setting.face, code) ?? half
  }
}

/** Narrow glyphs on a wider or narrower body (digits at half an em, ·, ——) stand in its middle. */
function centring(code: number, cls: number, isDouble: boolean, setting: HouseSetting): number {
  if (cls === Class.digit) {
    if (setting.digitWidth === 'face' || code > 0x39) return 0
    return (setting.digitWidth - setting.face.halfDigit) >> 1
  }
  if (cls === Class.middle || cls === Class.dash) {
    const width = cls === Class.dash && (isDouble || code === 0x2e3a) ? 2 * em : em
    const glyph = width === em ? glyphAdvance(code, cls, setting) : glyphAdvance(0x2e3a, cls, setting)
    return (width - glyph) >> 1
  }
  return 0
}

interface Form {
  width: number
  give: number
  endWidth: number
  startWidth: number
  endGive: number
  startGive: number
  leftLoss: number
  startLoss: number
  gap: number
  meets: number
  shift: number
}

const plain: Form = {
  width: em,
  give: 0,
  endWidth: 0,
  startWidth: 0,
  endGive: 0,
  startGive: 0,
  leftLoss: 0,
  startLoss: 0,
  gap: 0,
  meets: 0,
  shift: 0,
}

/**
 * A wide mark between its neighbours (classes; `undefined` where the paragraph begins). `isPaired`: one of two ！？
 * that share an em.
 */
function markForm(
  before: number | undefined,
  cls: number,
  after: number,
  isPaired: boolean,
  setting: HouseSetting,
): Form {
  const { squeeze, markStyle } = setting
  // 开明 halves every mark but 。！？, 半角 those too; only a full body has room to give or lose.
  if (markStyle === 'half' || (markStyle === 'kaiming' && cls !== Class.stop && cls !== Class.exclamation)) {
    // What is left out of a body is its empty side.
    const loss = isOpen(cls) ? half : cls === Class.middle ? quarter : 0
    return { ...plain, width: half, leftLoss: loss, startLoss: loss }
  }
  const left = before === undefined ? 0 : adjoiningLoss(before, cls).left
  const right = isPaired ? half : adjoiningLoss(cls, after).right
  const lost = left + right
  const isStop = cls === Class.stop || cls === Class.exclamation
  const room = isStop
    ? squeeze.stop
    : cls === Class.pause
      ? squeeze.pause
      : cls === Class.middle
        ? squeeze.middle
        : squeeze.bracket
  const give = Math.max(0, Math.min(room, half - lost))
  const form: Form = { ...plain, width: em - lost, give, leftLoss: left }
  // At an edge the loss to a neighbour on the other line comes back, and may be squeezed again.
  const endRoom = isStop ? squeeze.stopAtEnd : room
  const isHanging = setting.hanging && isPoint(cls) && before !== undefined && !isMark(before)
  if (isOpen(cls)) {
    form.startWidth = left
    form.startGive = Math.min(room, half) - give
    form.startLoss = Math.max(0, em - (form.width + form.startWidth))
  } else if (isPaired) {
    // Nothing is left to give, and nothing comes back at a line's end.
    form.give = 0
    if (left > 0) form.startWidth = left
  } else if (isHanging) {
    // A pause or full stop hangs beyond the measure, but never the second of two marks.
    form.endWidth = lost - em
    form.endGive = -give
  } else if (markStyle !== 'full' && cls !== Class.middle) {
    form.endWidth = right - half
    form.endGive = -give
  } else {
    form.endWidth = right
    form.endGive = Math.max(0, Math.min(endRoom, half - left)) - give
    if (left > 0) form.startWidth = left
  }
  return form
}

/** Everything that is no wide mark. `meets`: Han beside Latin or digits, this cluster and the one after it. */
function otherForm(
  code: number,
  cls: number,
  isDouble: boolean,
  meets: boolean,
  setting: HouseSetting,
): Form {
  const width = body(code, cls, isDouble, setting)
  if (cls === Class.wideSpace) {
    const give = Math.min(setting.squeeze.wideSpace, width)
    return { ...plain, width, give, endWidth: -width, endGive: -give }
  }
  if (cls === Class.space) return { ...plain, width, endWidth: -width }
  if (!meets) return { ...plain, width }
  const { natural, least } = setting.latinGap
  const give = natural - least
  return {
    ...plain,
    width: width + natural,
    give,
    endWidth: -natural,
    endGive: -give,
    gap: natural,
    meets: 1,
  }
}

/** The seven things a mark's neighbour can be: any other character, or a mark of one of six classes. */
const neighbours = 7
const atStart = neighbours

/** The forms of one house setting, each by its number. Grows as forms are met; owned by a workspace. */
export class Forms {
  readonly setting: HouseSetting
  /** Width inside a line, already without what adjoining marks lose. */
  readonly widths: number[] = []
  /** What is given up inside a line when it is squeezed, beside `widths`. */
  readonly gives: number[] = []
  /** Change of width where the cluster is the last (first) of its line. */
  readonly endWidths: number[] = []
  readonly startWidths: number[] = []
  /** Change of room where the cluster is the last (first) of its line. */
  readonly endGives: number[] = []
  readonly startGives: number[] = []
  /** The part of the body left out on its left inside a line, and at a line's start. */
  readonly leftLosses: number[] = []
  readonly startLosses: number[] = []
  /** Gap to the cluster after it (Han beside Latin), part of `widths`. */
  readonly gaps: number[] = []
  /** 1 where Han meets Latin or digits after the cluster, gap or no gap. */
  readonly meets: number[] = []
  /** Where the glyph stands in its body. */
  readonly shifts: number[] = []

  readonly #marks = new Uint16Array((neighbours + 1) * neighbours * neighbours)
  readonly #pairs = new Uint16Array((neighbours + 1) * neighbours * neighbours)
  readonly #ascii = new Uint16Array(256)
  readonly #others = new Map<number, number>()

  constructor(setting: HouseSetting) {
    this.setting = setting
    this.#add(plain)
    this.#add(otherForm(0x4e00, Class.han, false, true, setting))
  }

  /** The form of a wide mark; neighbours by class. `isPaired`: one of two ！？ that share an em. */
  ofMark(before: number | undefined, cls: number, after: number, code: number, isPaired: boolean): number {
    const place = before === undefined ? atStart : markPlace(before)
    const key = (place * neighbours + markPlace(cls)) * neighbours + markPlace(after)
    // The glyphs of · differ; all other marks of a class stand alike in their bodies.
    if (cls === Class.middle) return this.#ofMiddle(before, after, code, key)
    const known = isPaired ? this.#pairs : this.#marks
    const form = known[key] as number
    if (form > 0) return form
    return (known[key] = this.#add(markForm(before, cls, after, isPaired, this.setting)))
  }

  /** The form of anything else. `isDouble`: —— or …… in one cluster. */
  ofOther(code: number, cls: number, isDouble: boolean, meets: boolean): number {
    if (code < 128) {
      const key = code * 2 + (meets ? 1 : 0)
      const known = this.#ascii[key] as number
      return known > 0 ? known : (this.#ascii[key] = this.#addOther(code, cls, isDouble, meets))
    }
    if (cls === Class.han) return meets ? meetingForm : plainForm
    const key = (code * 32 + cls) * 4 + (meets ? 2 : 0) + (isDouble ? 1 : 0)
    let form = this.#others.get(key)
    if (form === undefined) this.#others.set(key, (form = this.#addOther(code, cls, isDouble, meets)))
    return form
  }

  #ofMiddle(before: number | undefined, after: number, code: number, place: number): number {
    const key = -1 - (place * 0x10000 + code)
    let form = this.#others.get(key)
    if (form === undefined) {
      const shift = centring(code, Class.middle, false, this.setting)
      form = this.#add({ ...markForm(before, Class.middle, after, false, this.setting), shift })
      this.#others.set(key, form)
    }
    return form
  }

  #addOther(code: number, cls: number, isDouble: boolean, meets: boolean): number {
    const shift = centring(code, cls, isDouble, this.setting)
    return this.#add({ ...otherForm(code, cls, isDouble, meets, this.setting), shift })
  }

  #add(form: Form): number {
    this.widths.push(form.width)
    this.gives.push(form.give)
    this.endWidths.push(form.endWidth)
    this.startWidths.push(form.startWidth)
    this.endGives.push(form.endGive)
    this.startGives.push(form.startGive)
    this.leftLosses.push(form.leftLoss)
    this.startLosses.push(form.startLoss)
    this.gaps.push(form.gap)
    this.meets.push(form.meets)
    this.shifts.push(form.shift)
    return this.widths.length - 1
  }
}

const markPlace = (cls: number) => (isMark(cls) ? cls - Class.pause + 1 : 0)
