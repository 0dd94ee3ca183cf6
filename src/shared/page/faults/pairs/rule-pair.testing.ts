import type { FaultRuleId } from '../fault'
import type { PageFixture } from './pages.testing'

/** A page with a fault, and one that is just short of it; both in words. */
export interface Pair {
  readonly rule: FaultRuleId
  readonly fault: string
  readonly page: PageFixture
  readonly shortOf: string
  readonly near: PageFixture
}

/** `near` says only what differs from the page with the fault. */
export const pair = (
  rule: FaultRuleId,
  fault: string,
  page: PageFixture,
  shortOf: string,
  near: Partial<PageFixture>,
): Pair => ({ rule, fault, page, shortOf, near: { ...page, ...near } })
