import type { CutPassage } from '../../../shared/contract'
import type { PageOp } from '../../../shared/page'

/** One way to mend how a story stands, as its row says it. */
export interface Offer {
  readonly key: string
  /** 不动一字排下, 文框加 1 行, 主题降为小二. */
  readonly label: string
  /** What it costs or leaves: 空出 2 行, 压供热稿 1 行. */
  readonly cost: string
  readonly tone: 'blue' | 'green' | 'amber' | 'red' | ''
  readonly ops: readonly PageOp[]
  /** Cuts for the story's editor instead of a change of the page. */
  readonly cuts: readonly OfferedCut[]
}

export interface OfferedCut {
  readonly passage: CutPassage
  /** Lines that it saves. */
  readonly lines: number
}
