import { InputNumber, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { titleOf } from '../../../shared/budget/story-names'
import { useShallow } from 'zustand/react/shallow'
import { fillOps, fillsOf, likelyFills, missOf, rankedFills, type Fill } from '../../../shared/page/fit/fill'
import { amountSaid } from '../../../shared/page/fit/standing'
import type { GridPlace, Paper } from '../../../shared/page/paper'
import { remember, useNewsroom } from '../../newsroom/newsroom'
import { layoutsOf, newFrameId, usePages } from '../../newsroom/page-store'
import { useStoryTexts, wantTexts } from '../../newsroom/story-texts'
import { chooseWaiting, useChosenWaiting } from '../selection'
import { placedPhotos, shownPhotos } from '../../../shared/budget/waiting-photos'
import { stepInList } from './list-keys'
import { PlaceRow } from './PlaceRow'
import { useSlices } from './use-slices'
import { useWaiting } from './use-waiting'

interface Props {
  readonly pageId: string
  readonly paper: Paper
  readonly hole: GridPlace
}

const toleranceKey = 'pages.tolerance'
const usualTolerance = 3
const mostTolerance = 40

/** The waiting stories that fit a hole within the tolerance, best first; any other to see its shapes. */
export function FillList({ pageId, paper, hole }: Props) {
  const waiting = useWaiting(pageId)
  const tolerance = useNewsroom(s => toleranceIn(s.memory))
  const [frameId] = useState(newFrameId)
  const likely = useMemo(
    () => likelyFills(paper, hole, waiting, tolerance),
    [paper, hole, waiting, tolerance],
  )
  useEffect(() => wantTexts(likely.map(row => row.id)), [likely])
  const texts = useStoryTexts(useShallow(s => likely.map(row => s.texts.get(row.id))))
  const shown = usePages(useShallow(s => shownPhotos(layoutsOf(s.pages))))
  const asked = useMemo(() => {
    const known = likely.flatMap(({ id }, at) => {
      const parts = texts[at]
      return parts ? [{ id, parts, placed: placedPhotos(shown, id, parts) }] : []
    })
    return { paper, hole, known, tolerance, isWhole: known.length === likely.length }
  }, [paper, hole, likely, texts, shown, tolerance])
  const { found, isStale, isDone } = useSlices<Fill>('fills', asked, () =>
    fillsOf(asked.paper, asked.hole, asked.known, asked.tolerance),
  )
  const rows = new Map(waiting.map(row => [row.id, row]))
  const fills = rankedFills(found).filter(fill => rows.has(fill.storyId))
  return (
    <>
      <div className="field-row spread">
        <label className="quiet" htmlFor="fill-tolerance">
          待排 {waiting.length} 篇，差几行以内
        </label>
        <InputNumber
          id="fill-tolerance"
          size="small"
          className="tolerance-field"
          min={0}
          max={mostTolerance}
          precision={0}
          value={tolerance}
          suffix="行"
          onChange={value => remember(toleranceKey, value ?? usualTolerance)}
        />
      </div>
      {fills.length === 0 && (
        <p className="quiet">
          {isDone && asked.isWhole ? nothingSaid(waiting.length) : '正在试排待排的稿件…'}
        </p>
      )}
      <ul className="offer-list" aria-label="合这个空的稿件" onKeyDown={stepInList}>
        {fills.map(fill => {
          const title = titleOf(rows.get(fill.storyId)!)
          return (
            <li key={fill.storyId} className="fill-item">
              <PlaceRow
                pageId={pageId}
                frameId={frameId}
                label="填空"
                isStale={isStale}
                title={`${title}（${waySaid(fill, hole)}）`}
                ops={layout => fillOps(layout, hole, frameId, fill)}
              >
                <span className="one-line">{title}</span>
                {photosSaid(fill) !== '' && <span className="quiet photos-said">{photosSaid(fill)}</span>}
                <span className={`tag ${toneOf(fill)}`}>{leavesSaid(fill)}</span>
              </PlaceRow>
              <ShapesButton pageId={pageId} storyId={fill.storyId} title={title} />
            </li>
          )
        })}
      </ul>
      <Select
        className="waiting-select"
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="选一篇看排法"
        placeholder="选一篇看它能排成什么样"
        value={null}
        disabled={waiting.length === 0}
        options={waiting.map(row => ({ value: row.id, label: titleOf(row) }))}
        onChange={(id: string | null) => id !== null && chooseWaiting(pageId, id)}
      />
    </>
  )
}

function ShapesButton({
  pageId,
  storyId,
  title,
}: {
  readonly pageId: string
  readonly storyId: string
  readonly title: string
}) {
  const isOpen = useChosenWaiting(pageId) === storyId
  return (
    <button
      type="button"
      className="link-button"
      aria-pressed={isOpen}
      aria-label={`《${title}》的排法`}
      onClick={() => chooseWaiting(pageId, isOpen ? null : storyId)}
    >
      排法
    </button>
  )
}

const nothingSaid = (count: number) =>
  count === 0 ? '没有待排的稿件。' : '没有正合这个空的，放宽几行，或选一篇看它能排成什么样。'

/** In a hole every line of white counts, also those that are ordinary at a story's foot. */
function leavesSaid({ fit: { overset, underset } }: Fill): string {
  if (overset.lines > 0) return `溢 ${amountSaid(overset)}`
  return underset.lines > 0 ? `欠 ${amountSaid(underset)}` : '正好'
}

/** Whether its photos come along. */
const photosSaid = ({ photos, photosLeft }: Fill): string =>
  photosLeft > 0 ? `${photosLeft} 图另排` : photos.length > 0 ? `连 ${photos.length} 图` : ''

const toneOf = (fill: Fill) => (missOf(fill) === 0 ? 'green' : fill.fit.overset.lines > 0 ? 'red' : '')

const waySaid = (fill: Fill, hole: GridPlace) => {
  const { columns, headSteps, looseness } = fill
  return [
    columns === hole.columnSpan ? `${columns} 栏` : `改分 ${columns} 栏`,
    headSteps === 0 ? '' : `主题小 ${headSteps} 号`,
    looseness === 0 ? '' : `${looseness > 0 ? '疏' : '密'} ${Math.abs(looseness)} 行`,
    photosSaid(fill),
  ]
    .filter(Boolean)
    .join('，')
}

const toleranceIn = (memory: Readonly<Record<string, unknown>>): number => {
  const kept = memory[toleranceKey]
  return typeof kept === 'number' && kept >= 0 && kept <= mostTolerance ? Math.round(kept) : usualTolerance
}
