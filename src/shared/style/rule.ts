import type { TextEdit } from '../text-place/text-edit'
import type { TextPartName } from '../text-place/text-place'
import type { TypingSwitch } from './typing-switches'

/** What a rule is told besides the text. */
export interface TextContext {
  readonly part: TextPartName
  /**
   * Where somebody is writing, in UTF-16 units of the text; null: the text is whole. What is open before it may still be
   * closed, and what ends there may go on.
   */
  readonly caret: number | null
}

/** What a rule has found in a text; offsets in UTF-16 units. */
export interface Finding {
  readonly from: number
  readonly to: number
  /**
   * Ways to mend it, the best first; none where only whoever reads the text can. The edits of one belong together, as
   * the two quotes of a pair do, and stand in the order of the text.
   */
  readonly fixes: readonly (readonly TextEdit[])[]
}

/** A text in which the rule finds something, and what it reads once mended; null where the rule has no fix. */
export type WrongExample = readonly [wrong: string, right: string | null, part?: TextPartName]
/** A text that looks like it and is right. */
export type RightExample = string | readonly [right: string, part: TextPartName]

/** When a rule helps while one types. */
export interface TypingMoment {
  /** What it is switched off with; rules of one switch go together. */
  readonly switch: TypingSwitch
  /** How a text ends whose last stroke may have made what the rule finds. */
  readonly strokes: RegExp
}

/**
 * One rule of house style about a text of a story: data, and one pure function. It is written once, in the file of its
 * family, and everybody takes it from there: cleaning its safe fixes, typing help what helps at a stroke.
 */
export interface StyleRule<Id extends string = string> {
  /** Stable; `family.what`, as in house-style tables: mark.half-width. */
  readonly id: Id
  /** What is wrong, as a list of findings names it: 半角标点. */
  readonly name: string
  /** What its fix does, as a list of changes names it: 半角标点改成全角. */
  readonly done: string
  /** The clause that it holds, or whose habit it is. */
  readonly source: string
  /** Whether the fix may be made without asking: one answer, whatever the text says. */
  readonly isSafe: boolean
  /** Parts of a story that it looks at; null: all. */
  readonly parts: readonly TextPartName[] | null
  readonly find: (text: string, context: TextContext) => Finding[]
  /** They are the rule's tests; in a paragraph where no part is named. */
  readonly examples: { readonly wrong: readonly WrongExample[]; readonly right: readonly RightExample[] }
  readonly typing: TypingMoment | null
}

/** Parts of a headline: a space there is a mark of its own, and none ends in a full stop. */
export const titleParts = ['kicker', 'headline', 'deck'] as const satisfies readonly TextPartName[]

/** Parts that stand apart in the text and read as one. */
export const displayParts = [...titleParts, 'crosshead'] as const satisfies readonly TextPartName[]

/** Parts without a form of their own: running text, captions, and the display parts among it. */
export const runningParts = [
  'paragraph',
  'summary',
  'editorNote',
  'related',
  'caption',
  ...displayParts,
] as const satisfies readonly TextPartName[]

export const looksAt = ({ parts }: Pick<StyleRule, 'parts'>, part: TextPartName): boolean =>
  parts === null || parts.includes(part)

/** A stretch with one way to mend it. */
export const replaced = (from: number, to: number, put: string): Finding => ({
  from,
  to,
  fixes: [[{ from, to, put }]],
})

/** Two marks that belong together, each put over. */
export const pairReplaced = (
  opening: number,
  closing: number,
  [open, close]: readonly [open: string, close: string],
): Finding => ({
  from: opening,
  to: closing + 1,
  fixes: [
    [
      { from: opening, to: opening + 1, put: open },
      { from: closing, to: closing + 1, put: close },
    ],
  ],
})
