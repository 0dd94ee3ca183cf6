import { useEffect } from 'react'
import { tryOnPage, editPage } from '../inspector/page-edit'
import { CutList } from './CutList'
import type { Offer } from './offer'

interface Props {
  readonly pageId: string
  readonly storyId: string | null
  readonly offer: Offer
  /** The page has changed since it was worked out: it is being worked out anew. */
  readonly isStale: boolean
  readonly isOpen: boolean
  onOpen(isOpen: boolean): void
}

/** An offer: pointed at or focused it shows on the page, pressed it is taken as one change. */
export function OfferRow({ pageId, storyId, offer, isStale, isOpen, onOpen }: Props) {
  const isCut = offer.cuts.length > 0
  const show = () => {
    if (!isCut && !isStale) tryOnPage(pageId, () => [...offer.ops])
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
          else if (!isStale) editPage(pageId, offer.label, () => [...offer.ops])
        }}
      >
        <span className="one-line" title={offer.label}>
          {offer.label}
        </span>
        <span className={`tag ${offer.tone}`}>{offer.cost}</span>
      </button>
      {isCut && isOpen && storyId !== null && (
        <CutList pageId={pageId} storyId={storyId} cuts={offer.cuts} isStale={isStale} />
      )}
    </li>
  )
}
