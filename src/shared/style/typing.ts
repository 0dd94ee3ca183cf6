import { edited, type TextEdit } from '../text-place/text-edit'
import type { TextPartName } from '../text-place/text-place'
import { looksAt, type StyleRule, type TypingMoment } from './rule'
import { styleRules, type RuleId } from './rules'
import type { TypingSwitch } from './typing-switches'

/** A text in which somebody has just written. */
export interface Stroke {
  /** The part's whole text, with what was written. */
  readonly text: string
  readonly part: TextPartName
  /** Behind what was written, in UTF-16 units. */
  readonly caret: number
  /** Units that were written before the caret. */
  readonly length: number
}

type HelpingRule = StyleRule<RuleId> & { readonly typing: TypingMoment }

/** Rules that help while one types. */
export const helpingRules: readonly HelpingRule[] = styleRules.filter(
  (rule): rule is HelpingRule => rule.typing !== null,
)

/** How far back a stroke is looked for. */
const ending = (text: string, caret: number) => text.slice(Math.max(0, caret - 4), caret)

/** Whether a text that ends so at the caret may have been given something to mend by its last stroke. */
export const mayHelp = (written: string): boolean =>
  helpingRules.some(({ typing }) => typing.strokes.test(ending(written, written.length)))

/**
 * What the desk sets right at a stroke, one fix after the other: each speaks of the text that the one before it left. A
 * rule mends there what it did not find before; what it found before was taken back, or left by whoever wrote it.
 */
export function helpAt(
  stroke: Stroke,
  isOn: (name: TypingSwitch) => boolean,
): readonly (readonly TextEdit[])[] {
  const fixes: (readonly TextEdit[])[] = []
  let now = stroke
  for (const rule of helpingRules) {
    if (!looksAt(rule, now.part) || !isOn(rule.typing.switch)) continue
    const fix = freshFix(rule, now)
    if (!fix) continue
    fixes.push(fix)
    now = afterFix(now, fix)
  }
  return fixes
}

function freshFix(rule: HelpingRule, stroke: Stroke): readonly TextEdit[] | null {
  const { text, part, caret, length } = stroke
  if (!rule.typing.strokes.test(ending(text, caret))) return null
  const found = rule.find(text, { part, caret }).map(({ fixes }) => fixes[0] ?? [])
  const near = found.filter(edits => edits.some(({ to }) => to >= caret - length && to <= caret))
  if (near.length === 0) return null
  const known = foundBefore(rule, stroke)
  return near.find(edits => !edits.some(edit => known.some(old => overlap(edit, old)))) ?? null
}

/** What the rule found before the stroke, where it stands now. */
function foundBefore(rule: StyleRule, { text, part, caret, length }: Stroke): TextEdit[] {
  const at = caret - length
  const before = text.slice(0, at) + text.slice(caret)
  return rule
    .find(before, { part, caret: at })
    .flatMap(({ fixes }) => fixes[0] ?? [])
    .map(edit => (edit.from >= at ? { ...edit, from: edit.from + length, to: edit.to + length } : edit))
}

const overlap = (a: TextEdit, b: TextEdit) => a.from < b.to && b.from < a.to

function afterFix(stroke: Stroke, fix: readonly TextEdit[]): Stroke {
  const grown = (until: number) =>
    fix.filter(({ to }) => to <= until).reduce((sum, { from, to, put }) => sum + put.length - (to - from), 0)
  const { text, caret, length } = stroke
  const start = caret - length
  const now = caret + grown(caret)
  // What was put over together with the stroke is the stroke from now on.
  const first = fix.find(({ from, to }) => from < start && to > start)?.from ?? start
  return { ...stroke, text: edited(text, fix), caret: now, length: now - (first + grown(first)) }
}
