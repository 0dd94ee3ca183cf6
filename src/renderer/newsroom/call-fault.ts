import { ORPCError } from '@orpc/client'
import { passesByItself, type Failure } from '../../shared/contract/failure'
import type { Fault } from '../../shared/story/log/log-client'
import { failureOf } from './client'

/** What the error of a call means for whoever has to decide whether to call again. */
export function faultOfCall(error: unknown): Fault<Failure> {
  const failure = failureOf(error)
  if (failure.code === 'window.offline') return { kind: 'lost' }
  if (failure.code !== 'window.unexpected')
    return { kind: passesByItself(failure) ? 'passing' : 'lasting', failure }
  // The contract does not let it in: it never will.
  const isRefused = error instanceof ORPCError && error.code === 'BAD_REQUEST'
  return { kind: isRefused ? 'lasting' : 'unclear', failure }
}
