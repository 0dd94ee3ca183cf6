import { sansRegular, serifRegular } from './face-data'
import { em, type Milliem } from './em'
import type { FaceMetrics } from './faces'

/** How marks at a line's edges are trimmed: 全角, 行末半角, 开明, 半角. */
export type MarkStyle = 'full' | 'lineEndHalf' | 'kaiming' | 'half'

/** What each kind of character gives up, at most, to win a line one more character. */
export interface SqueezeRoom {
  /** ，、；： inside a line. */
  readonly pause: Milliem
  /** 。！？ inside a line. */
  readonly stop: Milliem
  /** 。！？ at a line's end. */
  readonly stopAtEnd: Milliem
  /** Quotes and brackets. */
  readonly bracket: Milliem
  /** ·, both sides together. */
  readonly middle: Milliem
  /** U+3000 inside a line: the dateline's space. */
  readonly wideSpace: Milliem
}

/** The gap between Han and Latin or digits. */
export interface LatinGap {
  readonly natural: Milliem
  /** The least it is squeezed to. */
  readonly least: Milliem
  /** The most it is stretched to before letter-space is used. */
  readonly most: Milliem
}

/** A newspaper's way of setting text, as data. */
export interface HouseSetting {
  readonly key: string
  /** What the user calls it. */
  readonly label: string
  /** Whose advances Latin and digits have. */
  readonly face: FaceMetrics
  /** `'face'`: each digit has its own advance; a number: every digit has this body, and painters take the face's half-width digits. */
  readonly digitWidth: Milliem | 'face'
  readonly markStyle: MarkStyle
  readonly squeeze: SqueezeRoom
  /** Pauses and full stops that end a line hang beyond the measure. */
  readonly hanging: boolean
  readonly latinGap: LatinGap
  /** A second closing mark in a row may begin a line. */
  readonly looseProhibition: boolean
  /** First-line indent of a paragraph. */
  readonly indent: Milliem
  /** Natural width of U+3000 in running text. */
  readonly datelineSpace: Milliem
  /** What a measure has over its round number of characters. */
  readonly slack: Milliem
  /** The least number of characters, marks not counted, of a paragraph's last line. */
  readonly leastLastLine: number
  /** Letter-space beyond which a line is called ugly. */
  readonly uglyLetterSpace: Milliem
  /** Lines of a paragraph kept together at a column's head and foot; 1 lets a single line stand. */
  readonly leastAtHead: number
  readonly leastAtFoot: number
  /** A byline runs in at the end of the last paragraph when there is room. */
  readonly bylineRunsIn: boolean
}

/** 报纸: as a county paper's pages show (typography.md marks these P). */
export const newspaper: HouseSetting = {
  key: 'newspaper',
  label: '报纸',
  face: serifRegular,
  digitWidth: em(0.505),
  markStyle: 'full',
  squeeze: {
    pause: em(0.5),
    stop: em(0),
    stopAtEnd: em(0),
    bracket: em(0.5),
    middle: em(0.5),
    wideSpace: em(0.25),
  },
  hanging: false,
  latinGap: { natural: em(0), least: em(0), most: em(0.25) },
  looseProhibition: false,
  indent: em(2),
  datelineSpace: em(1),
  slack: em(0.1),
  leastLastLine: 2,
  uglyLetterSpace: em(0.333),
  leastAtHead: 1,
  leastAtFoot: 1,
  bylineRunsIn: true,
}

/** 杂志: book habits: line-end marks half, a quarter em beside Latin, no single lines at a column's edge. */
export const magazine: HouseSetting = {
  ...newspaper,
  key: 'magazine',
  label: '杂志',
  digitWidth: 'face',
  markStyle: 'lineEndHalf',
  slack: em(0),
  latinGap: { natural: em(0.25), least: em(0.125), most: em(0.5) },
  leastAtHead: 2,
  leastAtFoot: 2,
  bylineRunsIn: false,
}

/** The presets a newsroom can begin with. */
export const presets: readonly HouseSetting[] = [newspaper, magazine]

/** The same house setting in the sans face, for captions and crossheads. */
export const inSans = (setting: HouseSetting): HouseSetting => ({ ...setting, face: sansRegular })
