import { useEffect, type ReactNode } from 'react'
import type { PageOp } from '../../../shared/page/changes/page-op'
import type { PageLayout } from '../../../shared/page/layout'
import { editPage, tryOnPage } from '../inspector/page-edit'
import { choose } from '../selection'
import { focusFrameSoon } from './list-keys'

interface Props {
  readonly pageId: string
  /** The frame that it would make. */
  readonly frameId: string
  /** Name of the change. */
  readonly label: string
  readonly isStale: boolean
  readonly title: string
  readonly children: ReactNode
  ops(layout: PageLayout): PageOp[]
}

/** A way to put a waiting story on the page: pointed at or focused it shows there, pressed it stands there. */
export function PlaceRow({ pageId, frameId, label, isStale, title, children, ops }: Props) {
  const show = () => {
    if (!isStale) tryOnPage(pageId, ops)
  }
  const hide = () => tryOnPage(pageId, null)
  useEffect(() => () => tryOnPage(pageId, null), [pageId])
  return (
    <button
      type="button"
      className="offer-row"
      title={title}
      aria-disabled={isStale}
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onClick={() => {
        if (isStale || !editPage(pageId, label, ops)) return
        choose(pageId, frameId)
        focusFrameSoon(frameId)
      }}
    >
      {children}
    </button>
  )
}
