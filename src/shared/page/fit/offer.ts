import type { PageOp } from '../changes/page-op'
import type { Fit } from '../compose/body'
import type { OfferedCut } from './cuts'

/** Ways to mend how a story stands. */
export type OfferKind = 'looseness' | 'cuts' | 'rows' | 'columns' | 'headSize' | 'photo'

/** One way to mend how a story stands, tried by setting the page with it. */
export interface Offer {
  /** Tells it from the story's other offers, also when they are worked out anew. */
  readonly key: string
  readonly kind: OfferKind
  /** What it does, and the name of the change: 不动一字排下, 文框加 1 行, 主题降为小二. */
  readonly label: string
  /** What it leaves: 正好, 还溢 1 行, 压《供热管…》2 行. */
  readonly leaves: string
  readonly outcome: Outcome
  /** The change of the page; none where words are to be cut. */
  readonly ops: readonly PageOp[]
  /** For the story's editor, who cuts or does not; empty where the page is changed. */
  readonly cuts: readonly OfferedCut[]
}

/** What an offer comes to. */
export interface Outcome {
  /** How the story stands then. */
  readonly fit: Pick<Fit, 'overset' | 'underset'>
  /** Lines over on the whole page, before and then: never more, and fewer where the story is 溢. */
  readonly overset: { readonly before: number; readonly after: number }
  /** The story then fits, and no other has come to be over. */
  readonly settles: boolean
}
