/**
 * Measure: clusters → widths, squeezable room and break chances, all in integer thousandths of an em. What a
 * single cluster gives and takes stands in forms.ts.
 */
import { askBreak, Break, breakBetween, isInNumber, quickBreaks } from './breaks'
import { Class, readCharacters } from './characters'
import type { Characters } from './characters'
import { isLong, isWordUnit } from './word-units'
import { isMark, meetingForm, plainForm } from './forms'
import type { Forms } from './forms'
import type { HouseSetting } from './settings'
import { Workspace } from './workspace'

/** A paragraph's characters with what lines.ts needs to fill lines and justify.ts to place glyphs. */
export interface Measured extends Characters {
  readonly forms: Forms
  /** The form of each cluster: an index into the arrays of `forms`. */
  readonly form: Uint16Array
  /** {@link Break} before each cluster; `breaks[count]` is `must`. */
  readonly breaks: Uint8Array
  /** Sums up to each cluster: of widths, and of widths less what is given up when squeezed. */
  readonly widthsTo: Int32Array
  readonly leastTo: Int32Array
  /** True where the text itself ends lines. */
  readonly hasNewlines: boolean
  /** True where it has an address or a number that a line may have to part. */
  readonly hasLongWords: boolean
}

const em = 1000

const isNarrowClass = (cls: number) =>
  cls === Class.latin || cls === Class.digit || cls === Class.suffix || cls === Class.prefix
const isNarrow = (cls: number, code: number) => code < 0x2000 && isNarrowClass(cls)
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
  const { form, breaks, widthsTo, leastTo } = space
  const forms = space.formsOf(setting)
  const { widths, gives } = forms
  const loose = setting.looseProhibition
  const quick = quickBreaks[loose ? 1 : 0]
  const mayMeet = setting.latinGap.most > 0
  let sum = 0
  let least = 0
  let hasNewlines = false
  let hasLongWords = false
  /** Clusters of the word that ends before `wordEnd`. */
  let word = 0
  let wordEnd = 0
  /** Of two ！？ in a row, which share an em: a third stands alone again (GB/T 15834 5.1.2). */
  let isSecond = false
  let before: number = Class.han
  let cls: number = count > 0 ? (classes[0] as number) : Class.han

  for (let i = 0; i < count; i++) {
    const after = i + 1 < count ? (classes[i + 1] as number) : Class.han
    widthsTo[i] = sum
    leastTo[i] = least
    const chance = quick[before * 32 + cls] as number
    if (chance !== askBreak || i === 0) breaks[i] = chance
    else if (cls === Class.digit && before !== Class.han && isInNumber(characters, i)) breaks[i] = Break.no
    else breaks[i] = breakBetween(before, cls, codes[i - 1] as number, codes[i] as number, loose)
    if (cls === Class.han && !isNarrowClass(after)) {
      form[i] = plainForm
      sum += em
      least += em
    } else {
      const code = codes[i] as number
      let own = plainForm
      if (isMark(cls)) {
        if (cls === Class.exclamation) isSecond = i > 0 && before === Class.exclamation && !isSecond
        const isPaired = cls === Class.exclamation && (isSecond || after === Class.exclamation)
        own = forms.ofMark(i > 0 ? before : undefined, cls, after, code, isPaired)
      } else {
        if (cls === Class.newline) hasNewlines = true
        if (isWordUnit(cls, code)) {
          word = i === wordEnd ? word + 1 : 1
          wordEnd = i + 1
          if (isLong(word)) hasLongWords = true
        }
        const next = i + 1 < count ? (codes[i + 1] as number) : 0
        const meets =
          mayMeet &&
          i + 1 < count &&
          ((isHan(cls, code) && isNarrow(after, next)) || (isNarrow(cls, code) && isHan(after, next)))
        const isDouble = (offsets[i + 1] as number) - (offsets[i] as number) > 1
        if (cls === Class.han) own = meets ? meetingForm : plainForm
        else own = forms.ofOther(code, cls, isDouble, meets)
      }
      form[i] = own
      const width = widths[own] as number
      sum += width
      least += width - (gives[own] as number)
    }
    before = cls
    cls = after
    // Most text is Han after Han, with nothing to ask.
    while (before === Class.han && cls === Class.han && i + 2 < count && classes[i + 2] === Class.han) {
      i++
      form[i] = plainForm
      breaks[i] = Break.yes
      widthsTo[i] = sum
      leastTo[i] = least
      sum += em
      least += em
    }
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
    forms,
    form,
    breaks,
    widthsTo,
    leastTo,
    hasNewlines,
    hasLongWords,
  }
}
