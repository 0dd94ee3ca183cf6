import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { titleOf } from '../../../shared/budget/story-names'
import { photosOf } from '../../../shared/page/compose/photo'
import { rankedShapes, shapeOps, wholeShapes, type WholeShape } from '../../../shared/page/fit/shapes'
import type { PageView } from '../../../shared/page/view/page-view'
import type { GridPlace } from '../../../shared/page/paper'
import type { StoryParts } from '../../../shared/story/parts'
import { useNewsroom } from '../../newsroom/newsroom'
import { newFrameId } from '../../newsroom/page-store'
import { useStoryTexts, wantTexts } from '../../newsroom/story-texts'
import { chooseWaiting } from '../selection'
import { stepInList } from './list-keys'
import { PlaceRow } from './PlaceRow'
import { useSlices } from './use-slices'

interface Props {
  readonly pageId: string
  readonly view: PageView
  readonly storyId: string
  /** The hole that it is to stand in; null: anywhere on the page. */
  readonly room: GridPlace | null
}

/** 排法: the whole-character shapes that a waiting story can take. */
export function ShapeList({ pageId, view, storyId, room }: Props) {
  const row = useNewsroom(s => s.rows.find(one => one.id === storyId))
  const parts = useStoryTexts(s => s.texts.get(storyId))
  useEffect(() => wantTexts([storyId]), [storyId])
  if (!row) return null
  return (
    <section className="hole-panel" aria-label="排法">
      <h4>
        排法
        <span className="quiet one-line" title={titleOf(row)}>
          《{titleOf(row)}》
        </span>
        <Button size="small" type="text" aria-label="收起排法" onClick={() => chooseWaiting(pageId, null)}>
          收起
        </Button>
      </h4>
      {parts ? (
        <Shapes pageId={pageId} view={view} storyId={storyId} room={room} parts={parts} />
      ) : (
        <p className="quiet">正在取稿…</p>
      )}
    </section>
  )
}

function Shapes({ pageId, view, storyId, room, parts }: Props & { readonly parts: StoryParts }) {
  const { layout } = view
  const [frameId] = useState(newFrameId)
  const asked = useMemo(() => ({ layout, parts, room }), [layout, parts, room])
  const { found, isStale, isDone } = useSlices<WholeShape>('shapes', asked, () =>
    wholeShapes(layout, parts, room),
  )
  if (found.length === 0) {
    const nothing = room ? '这个空整字排不下它。' : '这一版没有放得下它的空处，先排下或缩小一个文框。'
    return <p className="quiet">{isDone ? nothing : '正在试各种排法…'}</p>
  }
  const photos = photosOf(parts).length
  return (
    <>
      {photos > 0 && <p className="quiet">按文字算，{photos} 图另排。</p>}
      <ul className="offer-list" aria-label="整字排法" onKeyDown={stepInList}>
        {rankedShapes(found).map(shape => (
          <li key={`${shape.columnSpan} ${shape.columns}`}>
            <PlaceRow
              pageId={pageId}
              frameId={frameId}
              label="上版"
              isStale={isStale}
              title={`从第 ${shape.column + 1} 栏第 ${shape.row + 1} 行起`}
              ops={now => shapeOps(now, shape, frameId, storyId)}
            >
              <span className="one-line">
                {shape.columnSpan} 栏 × {shape.rowSpan} 行
                <span className="quiet">
                  {' '}
                  {shape.name} · {shape.columns} × {shape.measure} 字
                </span>
              </span>
              <span className={`tag ${isFull(shape) ? 'green' : ''}`}>{leavesSaid(shape)}</span>
            </PlaceRow>
          </li>
        ))}
      </ul>
    </>
  )
}

const isFull = ({ leavesColumns, leavesRows }: WholeShape) => leavesColumns === 0 && leavesRows === 0

const leavesSaid = (shape: WholeShape) => {
  if (isFull(shape)) return '填满'
  const columns = shape.leavesColumns > 0 ? `${shape.leavesColumns} 栏` : ''
  const rows = shape.leavesRows > 0 ? `${shape.leavesRows} 行` : ''
  return `剩 ${[columns, rows].filter(Boolean).join(' ')}`
}
