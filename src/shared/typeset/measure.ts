/**
 * Measure: clusters → widths, squeezable room and break chances, all in integer thousandths of an em.
 * Sources: CLREQ 连续标点的挤压 and 行首行尾标点挤压, GB/T 15834 5.1.10, and the print itself.
 */
import { askBreak, Break, breakBetween, Class, quickBreaks, readCharacters } from './characters'
import type { Characters } from './characters'
import { faceAdvance } from './faces'
import type { Milliem } from './faces'
import type { HouseSetting } from './settings'
import { Workspace } from './workspace'

const em = 1000
const half = 500
const quarter = 250

/** A paragraph's characters with what lines.ts needs to fill lines and justify.ts to place glyphs. */
export interface Measured extends Characters {
  /** Width of each cluster inside a line, already without what adjoining marks lose. */
  readonly widths: Uint16Array
  /** What each cluster gives up inside a line when it is squeezed, beside `widths`. */
  readonly gives: Uint16Array
  /** Change of width where the cluster is the last (first) of its line. */
  readonly endWidths: Int16Array
  readonly startWidths: Int16Array
  /** Change of room where the cluster is the last (first) of its line. */
  readonly endGives: Int16Array
  readonly startGives: Int16Array
  /** The part of a cluster's body lost on its left to the mark before it. */
  readonly leftLosses: Uint16Array
  /** Gap to the cluster after it (Han beside Latin), part of `widths`. */
  readonly gaps: Uint16Array
  /** 1 where Han meets Latin or digits after the cluster, gap or no gap. */
  readonly meets: Uint8Array
  /** {@link Break} before each cluster; `breaks[count]` is `must`. */
  readonly breaks: Uint8Array
  /** Sums up to each cluster: of `widths`, and of `widths` less `gives`. */
  readonly widthsTo: Int32Array
  readonly leastTo: Int32Array
  /** True where the text itself ends lines. */
  readonly hasNewlines: boolean
}

/** The advance of a cluster's glyph, which may differ from the body it is set on. */
export function glyphAdvance(code: number, cls: number, setting: HouseSetting): Milliem {
  if (cls === Class.dash && (code === 0x2014 || code === 0x2e3a)) return faceAdvance(setting.face, code) ?? em
  if (code < 0x2e80 && (code < 0x2100 || code > 0x2bff)) return faceAdvance(setting.face, code) ?? em
  return em
}

function body(code: number, cls: number, units: number, setting: HouseSetting): Milliem {
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
      return code === 0x2e3a || units > 1 ? 2 * em : em
    case Class.wideSpace:
      return setting.datelineSpace
    case Class.space:
      return code === 0x09 ? em : (faceAdvance(setting.face, 0x20) ?? quarter)
    case Class.newline:
    case Class.invisible:
    case Class.zeroSpace:
      return 0
    case Class.pause:
    case Class.stop:
    case Class.open:
    case Class.close:
    case Class.middle:
      return em
    default:
      if (code >= 0xff00 || (code >= 0x2100 && code <= 0x2bff) || code === 0x2030 || code === 0x301c)
        return em
      return faceAdvance(setting.face, code) ?? half
  }
}

const isOpen = (cls: number) => cls === Class.open
const isClose = (cls: number) => cls === Class.close
const isPoint = (cls: number) => cls === Class.pause || cls === Class.stop
const isMark = (cls: number) => cls >= Class.pause && cls <= Class.middle

/** What the first (`right`) or the second (`left`) of two adjoining marks loses for good. */
export function adjoiningLoss(a: number, b: number): { right: Milliem; left: Milliem } {
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

/** The same as tables, at `a * 32 + b`. */
const rightLosses = new Uint16Array(1024)
const leftLossOf = new Uint16Array(1024)
for (let a = 0; a < 32; a++) {
  for (let b = 0; b < 32; b++) {
    const loss = adjoiningLoss(a, b)
    rightLosses[a * 32 + b] = loss.right
    leftLossOf[a * 32 + b] = loss.left
  }
}

const isNarrowClass = (cls: number) =>
  cls === Class.latin || cls === Class.digit || cls === Class.suffix || cls === Class.prefix
const isNarrow = (cls: number, code: number) =>
  (cls === Class.latin || cls === Class.digit || cls === Class.suffix || cls === Class.prefix) &&
  code < 0x2000
const isHan = (cls: number, code: number) => cls === Class.han && code >= 0x2e80

/** Measures a paragraph's text. */
export function measureText(
  text: string,
  setting: HouseSetting,
  space: Workspace = new Workspace(),
): Measured {
  return measure(readCharacters(text, space), setting, space)
}

/** Measures clusters that were read into the same `space`. */
export function measure(characters: Characters, setting: HouseSetting, space: Workspace): Measured {
  const { text, count, classes, codes, offsets } = characters
  const { widths, gives, endWidths, startWidths, endGives, startGives } = space
  const { leftLosses, gaps, meets, breaks, widthsTo, leastTo } = space
  gives.fill(0, 0, count)
  endWidths.fill(0, 0, count)
  startWidths.fill(0, 0, count)
  endGives.fill(0, 0, count)
  startGives.fill(0, 0, count)
  leftLosses.fill(0, 0, count)
  gaps.fill(0, 0, count)
  meets.fill(0, 0, count)
  let sum = 0
  let least = 0
  let hasNewlines = false
  const { squeeze, latinGap, markStyle } = setting
  const loose = setting.looseProhibition
  const quick = quickBreaks[loose ? 1 : 0]
  const startHalf = markStyle === 'kaiming' || markStyle === 'half'
  const endHalf = markStyle !== 'full'

  // A pause or full stop hangs beyond the measure, but never the second of two marks.
  const hangsAt = (i: number) =>
    setting.hanging && isPoint(classes[i] as number) && i > 0 && !isMark(classes[i - 1] as number)

  for (let i = 0; i < count; i++) {
    const cls = classes[i] as number
    const after = i + 1 < count ? (classes[i + 1] as number) : Class.han
    widthsTo[i] = sum
    leastTo[i] = least
    if (cls === Class.han && !isNarrowClass(after)) {
      const chance = i > 0 ? (quick[(classes[i - 1] as number) * 32] as number) : Break.no
      breaks[i] =
        chance === askBreak
          ? breakBetween(classes[i - 1] as number, cls, codes[i - 1] as number, codes[i] as number, loose)
          : chance
      widths[i] = em
      sum += em
      least += em
      continue
    }
    const code = codes[i] as number
    if (cls === Class.newline) hasNewlines = true
    const units = (offsets[i + 1] as number) - (offsets[i] as number)
    const mark = isMark(cls)
    let width = mark ? em : body(code, cls, units, setting)
    let give = 0
    if (i > 0) {
      const before = classes[i - 1] as number
      const chance = quick[before * 32 + cls] as number
      breaks[i] =
        chance === askBreak ? breakBetween(before, cls, codes[i - 1] as number, code, loose) : chance
    }

    if (mark) {
      // 开明 halves every mark but 。！？, 半角 those too; only a full body has room to give or lose.
      const isHalved = markStyle === 'half' || (markStyle === 'kaiming' && cls !== Class.stop)
      if (isHalved) {
        width = half
      } else {
        const left = i > 0 ? (leftLossOf[(classes[i - 1] as number) * 32 + cls] as number) : 0
        const right = rightLosses[cls * 32 + after] as number
        const lost = left + right
        const room =
          cls === Class.stop
            ? squeeze.stop
            : cls === Class.pause
              ? squeeze.pause
              : cls === Class.middle
                ? squeeze.middle
                : squeeze.bracket
        width -= lost
        give = Math.max(0, Math.min(room, half - lost))
        leftLosses[i] = left
        // At an edge the loss to a neighbour on the other line comes back, and may be squeezed again.
        const endRoom = cls === Class.stop ? squeeze.stopAtEnd : room
        if (isOpen(cls)) {
          startWidths[i] = startHalf ? left - half : left
          startGives[i] = startHalf ? -give : Math.min(room, half) - give
        } else if (hangsAt(i)) {
          endWidths[i] = lost - em
          endGives[i] = -give
        } else if (endHalf && cls !== Class.middle) {
          endWidths[i] = right - half
          endGives[i] = -give
        } else {
          endWidths[i] = right
          endGives[i] = Math.max(0, Math.min(endRoom, half - left)) - give
          if (left > 0) startWidths[i] = left
        }
      }
    } else if (cls === Class.wideSpace) {
      give = Math.min(squeeze.wideSpace, width)
      endWidths[i] = -width
      endGives[i] = -give
    } else if (cls === Class.space) {
      endWidths[i] = -width
    } else if (latinGap.most > 0 && i + 1 < count) {
      const nextClass = classes[i + 1] as number
      const nextCode = codes[i + 1] as number
      const meet =
        (isHan(cls, code) && isNarrow(nextClass, nextCode)) ||
        (isNarrow(cls, code) && isHan(nextClass, nextCode))
      if (meet) {
        meets[i] = 1
        gaps[i] = latinGap.natural
        width += latinGap.natural
        give = latinGap.natural - latinGap.least
        endWidths[i] = -latinGap.natural
        endGives[i] = -give
      }
    }
    widths[i] = width
    gives[i] = give
    sum += width
    least += width - give
  }
  widthsTo[count] = sum
  leastTo[count] = least
  breaks[0] = Break.no
  breaks[count] = Break.must
  return {
    text,
    count,
    classes,
    codes,
    offsets,
    widthsTo,
    leastTo,
    hasNewlines,
    widths,
    gives,
    endWidths,
    startWidths,
    endGives,
    startGives,
    leftLosses,
    gaps,
    meets,
    breaks,
  }
}
