import type { StoryParts } from '../../story/parts'
import type { ComposedPage } from '../compose/composed'
import type { NeighbourPage, PageFacts, PageLayout } from '../layout'

/** All that a judgement on a page may read: what it is to be, how it came out, what it says. Plain data. */
export interface PageView {
  readonly layout: PageLayout
  readonly composed: ComposedPage
  /** By id; a placed story that is not here is not known (yet). */
  readonly stories: ReadonlyMap<string, StoryParts>
  readonly facts: PageFacts
  /** The record that 报头 and 报眉 must agree with, and the edition's pages in order, this one included. */
  readonly edition: {
    readonly date: string
    readonly number: number
    readonly pages: readonly NeighbourPage[]
  } | null
}
