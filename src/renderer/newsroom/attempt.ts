import { useState } from 'react'
import type { Failure } from '../../shared/contract'
import { failureOf } from './client'

export interface Attempts<Name extends string> {
  /** What is under way, so that its button can show it. */
  readonly busy: Name | null
  /** Why the last attempt did not come off; shown in place by `FailureNote`. */
  readonly failure: Failure | null
  /** Runs the work; what it throws becomes `failure`. */
  attempt(name: Name, work: () => Promise<void>): Promise<void>
  dismiss(): void
}

/** What a panel asks of the newsroom, one thing at a time, with its failure in place. */
export function useAttempt<Name extends string>(): Attempts<Name> {
  const [busy, setBusy] = useState<Name | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    busy,
    failure,
    async attempt(name, work) {
      setBusy(name)
      setFailure(null)
      try {
        await work()
      } catch (error) {
        setFailure(failureOf(error))
      } finally {
        setBusy(null)
      }
    },
    dismiss: () => setFailure(null),
  }
}
