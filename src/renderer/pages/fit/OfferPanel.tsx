import { useRef, useState } from 'react'
import type { Fit } from '../../../shared/page/compose/body'
import type { Offer } from '../../../shared/page/fit/offer'
import { offersFor, rankedOffers } from '../../../shared/page/fit/offers'
import { standingOf } from '../../../shared/page/fit/standing'
import type { StoryFrame } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { useCutRequests } from '../../newsroom/cut-requests'
import { pageCacheCopy } from '../page-views'
import { AskedCuts } from './AskedCuts'
import { FitTag } from './FitTag'
import { stepInList } from './list-keys'
import { OfferRow } from './OfferRow'
import { useSlices } from './use-slices'
import './fit.css'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly frame: StoryFrame
}

/** 溢欠 of the chosen frame, and what can be done about it. */
export function OfferPanel({ pageId, view, frame }: Props) {
  const panel = useRef<HTMLElement>(null)
  const fit = view.composed.frames.get(frame.id)?.fit
  if (!fit) return null
  return (
    <section className="fit-panel" aria-label="溢欠" ref={panel} tabIndex={-1}>
      <h4>
        <FitTag fit={fit} isTitle />
        <span className="quiet">
          要 {fit.lines} 行，有 {fit.available} 行
        </span>
      </h4>
      {frame.storyId !== null && <AskedCuts storyId={frame.storyId} />}
      {standingOf(fit) !== 'fits' && (
        <Offers
          pageId={pageId}
          view={view}
          frame={frame}
          fit={fit}
          onTaken={() => panel.current?.focus({ preventScroll: true })}
        />
      )}
    </section>
  )
}

function Offers({
  pageId,
  view,
  frame,
  fit,
  onTaken,
}: Props & { readonly fit: Fit; readonly onTaken: () => void }) {
  const { found, isStale, isDone } = useSlices<Offer>(frame.id, view, () =>
    offersFor(view, frame.id, pageCacheCopy(pageId)),
  )
  const requests = useCutRequests(frame.storyId)
  const [open, setOpen] = useState<string | null>(null)
  // What its editor has been asked to cut already is not offered again.
  const asked = requests.reduce((sum, request) => sum + request.lines, 0)
  const offers = rankedOffers(found).filter(({ kind }) => kind !== 'cuts' || asked < fit.overset.lines)
  const isOver = standingOf(fit) === 'over'
  const nothing = isOver ? '版面上收不下，要删稿、转版或换一篇。' : '没有更合适的排法。'
  return (
    <div className="offers" aria-busy={!isDone}>
      <h5>{isOver ? '怎么排下' : '怎么排满'}</h5>
      {offers.length === 0 && <p className="quiet">{isDone ? nothing : '正在试各种排法…'}</p>}
      <ul className="offer-list" aria-label="可用的办法" onKeyDown={stepInList}>
        {offers.map(offer => (
          <OfferRow
            key={offer.key}
            pageId={pageId}
            frame={frame}
            view={view}
            offer={offer}
            isStale={isStale}
            isOpen={open === offer.key}
            onOpen={isOpen => setOpen(isOpen ? offer.key : null)}
            onTaken={onTaken}
          />
        ))}
      </ul>
    </div>
  )
}
