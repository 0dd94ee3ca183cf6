/** What somebody decided about a cleaning so far. */
export interface Decisions {
  readonly reverted: ReadonlySet<string>
  readonly answers: Readonly<Record<string, string>>
  /** What was decided before, oldest first: Ctrl Z goes back through it. */
  readonly past: readonly Pick<Decisions, 'reverted' | 'answers'>[]
}

export const noDecisions: Decisions = { reverted: new Set(), answers: {}, past: [] }

export type Decision =
  /** Takes changes back, or makes them again. */
  | { readonly kind: 'revert' | 'make'; readonly keys: readonly string[] }
  /** Null takes an answer back: the question is open again. */
  | { readonly kind: 'answer'; readonly key: string; readonly answer: string | null }
  | { readonly kind: 'undo' }

const depth = 200

export function decide(now: Decisions, decision: Decision): Decisions {
  if (decision.kind === 'undo') {
    const before = now.past.at(-1)
    return before ? { ...before, past: now.past.slice(0, -1) } : now
  }
  const past = [...now.past, { reverted: now.reverted, answers: now.answers }].slice(-depth)
  if (decision.kind === 'answer') {
    const { [decision.key]: _before, ...others } = now.answers
    const answers = decision.answer === null ? others : { ...others, [decision.key]: decision.answer }
    return { ...now, answers, past }
  }
  const reverted = new Set(now.reverted)
  for (const key of decision.keys) {
    if (decision.kind === 'revert') reverted.add(key)
    else reverted.delete(key)
  }
  return { ...now, reverted, past }
}
