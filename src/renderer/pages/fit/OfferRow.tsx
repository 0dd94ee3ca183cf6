import { useEffect } from 'react'
import type { Offer } from '../../../shared/page/fit/offer'
import { storyWithout } from '../../../shared/page/fit/passages'
import type { StoryFrame } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import type { Passage } from '../../../shared/text-place/passage'
import { tryOnPage, editPage } from '../inspector/page-edit'
import { showTexts } from '../selection'
import { CutList } from './CutList'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly frame: StoryFrame
  readonly offer: Offer
  /** The page has changed since it was worked out: it is being worked out anew. */
  readonly isStale: boolean
  readonly isOpen: boolean
  onOpen(isOpen: boolean): void
  onTaken(): void
}

/** An offer: pointed at or focused it shows on the page, pressed it is taken as one change. */
export function OfferRow({ pageId, view, frame, offer, isStale, isOpen, onOpen, onTaken }: Props) {
  const { storyId } = frame
  const isCut = offer.cuts.length > 0
  const showCuts = (passages: readonly Passage[]) => {
    const parts = storyId === null ? undefined : view.stories.get(storyId)
    if (isStale || storyId === null || !parts) return
    showTexts(pageId, new Map([[storyId, storyWithout(parts, passages)]]))
  }
  const show = () => {
    if (isCut) showCuts(offer.cuts.map(cut => cut.passage))
    else if (!isStale) tryOnPage(pageId, () => [...offer.ops])
  }
  const hide = () => tryOnPage(pageId, null)
  // A row that goes while it is pointed at takes what it shows with it.
  useEffect(() => () => tryOnPage(pageId, null), [pageId])
  return (
    <li>
      <button
        type="button"
        className="offer-row"
        aria-disabled={isStale}
        aria-expanded={isCut ? isOpen : undefined}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={() => {
          if (isCut) onOpen(!isOpen)
          else if (!isStale && editPage(pageId, offer.label, () => [...offer.ops])) onTaken()
        }}
      >
        <span className="one-line" title={offer.label}>
          {offer.label}
        </span>
        <span className={`tag ${toneOf(offer)}`}>{offer.leaves}</span>
      </button>
      {isCut && isOpen && storyId !== null && (
        <CutList
          pageId={pageId}
          storyId={storyId}
          cuts={offer.cuts}
          isStale={isStale}
          onShow={showCuts}
          onHide={hide}
        />
      )}
    </li>
  )
}

const toneOf = ({ outcome }: Offer) =>
  outcome.settles ? 'green' : outcome.fit.overset.lines > 0 ? 'amber' : ''
