import type { StyleRule } from '../style/rule'
import type { SafeRuleId } from '../style/rules'
import type { TextPartName } from '../text-place/text-place'
import { kindOfRule, type CleanKind } from './kinds'
import type { TextEdit } from '../text-place/text-edit'
import { placeAt, splice, type TracedText } from '../text-place/traced-text'

/** Edits that belong together, as the two quotes of a pair do: made or taken back as one. In order of the text. */
export interface EditGroup {
  readonly kind: CleanKind
  readonly edits: readonly TextEdit[]
}

/** A change that a rule would make, and whether it was made. */
export interface ProposedChange {
  readonly key: string
  readonly kind: CleanKind
  readonly before: string
  readonly after: string
  /** Place in the draft. */
  readonly at: number
  readonly isMade: boolean
}

/** A question that a rule has. */
export interface ProposedQuestion {
  readonly key: string
  readonly text: string
  readonly words: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
  readonly free: string | null
  readonly answer: string | null
  /** Place in the draft; null where it is about the whole. */
  readonly at: number | null
}

/**
 * What rules work through: it makes a change only where it may, and keeps the list. `known` are the keys of a run in
 * which nothing was taken back; what appears besides them only does because something was, and is not made.
 */
export class Pen {
  readonly #changes = new Map<string, ProposedChange>()
  readonly #questions = new Map<string, ProposedQuestion>()

  constructor(
    private readonly reverted: ReadonlySet<string>,
    private readonly answers: Readonly<Record<string, string>>,
    private readonly known: ReadonlySet<string> | null,
  ) {}

  get changes(): readonly ProposedChange[] {
    return [...this.#changes.values()]
  }

  get questions(): readonly ProposedQuestion[] {
    return [...this.#questions.values()]
  }

  /** Whether a change may be made; it is noted either way. A second one of its kind at a place belongs to the first. */
  makes(kind: CleanKind, at: number, before: string, after: string): boolean {
    const key = `${kind}@${at}`
    const isMade = !this.reverted.has(key) && this.known?.has(key) !== false
    const first = this.#changes.get(key)
    this.#changes.set(key, { key, kind, before: first?.before ?? before, after, at, isMade })
    return isMade
  }

  /** A line with those groups of edits that may be made. Groups do not overlap. */
  rewrite(line: TracedText, groups: readonly EditGroup[]): TracedText {
    const edits: TextEdit[] = []
    for (const group of groups) {
      const first = group.edits[0]
      const last = group.edits.at(-1)
      if (!first || !last) continue
      const before = line.text.slice(first.from, last.to)
      let after = ''
      let done = first.from
      for (const edit of group.edits) {
        after += line.text.slice(done, edit.from) + edit.put
        done = edit.to
      }
      if (before !== after && this.makes(group.kind, placeAt(line, first.from), before, after))
        edits.push(...group.edits)
    }
    return splice(line, edits)
  }

  /** A line with what a rule may mend of it without asking. */
  mend(line: TracedText, rule: StyleRule<SafeRuleId>, part: TextPartName): TracedText {
    const kind = kindOfRule[rule.id]
    const found = rule.find(line.text, { part, caret: null })
    const groups = found.flatMap(({ fixes }): EditGroup[] => (fixes[0] ? [{ kind, edits: fixes[0] }] : []))
    return groups.length === 0 ? line : this.rewrite(line, groups)
  }

  /** What was answered; null while the question is open. */
  asks(question: Omit<ProposedQuestion, 'answer'>): string | null {
    const answer = this.answers[question.key] ?? null
    this.#questions.set(question.key, { ...question, answer })
    return answer
  }
}
