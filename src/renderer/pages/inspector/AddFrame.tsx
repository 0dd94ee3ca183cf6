import { Button } from 'antd'
import { useState } from 'react'
import type { PageLayout } from '../../../shared/page/layout'
import type { GridPlace } from '../../../shared/page/paper'
import { addOps } from '../../../shared/page/edit/drop-story'
import { newFrameId } from '../../newsroom/page-store'
import { choose } from '../selection'
import { largestRoom, newFrame, newFrameNames, placeIn, type NewFrameKind } from './new-frame'
import { editPage } from './page-edit'

interface Props {
  readonly pageId: string
  readonly layout: PageLayout
  /** The free place that it is to stand in; without one the largest of the page. */
  readonly room?: GridPlace
}

const kinds = Object.keys(newFrameNames) as NewFrameKind[]

/** Puts a place for something on the page that is in no list: an ad, a strap, a photo, a place kept free. */
export function AddFrame({ pageId, layout, room }: Props) {
  const [says, setSays] = useState('')
  const add = (kind: NewFrameKind) => {
    const where = room ?? largestRoom(layout)
    const place = where && placeIn(where, kind)
    if (!place) {
      setSays('这一版没有空处了，先排下或缩小一个文框。')
      return
    }
    setSays('')
    const id = newFrameId()
    const frame = newFrame(kind, layout.paper, id, place)
    if (editPage(pageId, `加${newFrameNames[kind]}`, now => addOps(now, frame))) choose(pageId, id)
  }
  return (
    <>
      <div className="field-row add-frame" role="group" aria-label="加文框">
        <span className="quiet">加</span>
        {kinds.map(kind => (
          <Button key={kind} size="small" onClick={() => add(kind)}>
            {newFrameNames[kind]}
          </Button>
        ))}
      </div>
      {says !== '' && (
        <p className="field-note amber" role="alert">
          {says}
        </p>
      )}
    </>
  )
}
