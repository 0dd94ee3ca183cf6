import { Button } from 'antd'
import type { PageLayout, Region, StoryFrame } from '../../../shared/page/layout'
import type { Paper } from '../../../shared/page/paper'
import { setFields } from '../../../shared/page/edit/frame-fields'
import { within } from '../../../shared/page/edit/grid-place'
import { NumberField } from './NumberField'
import { editPage, onFrame } from './page-edit'
import { meetsItself, regionBelow, regionRight } from './region-places'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly paper: Paper
}

const most = 8

/** L 形: further rectangles that the text runs on into, in reading order, with exact numbers. */
export function RegionFields({ pageId, frame, paper }: Props) {
  const add = (region: Region | null) =>
    region &&
    editPage(
      pageId,
      '加一块',
      onFrame('story', frame.id, now => ({ regions: [...now.regions, region] })),
    )
  const below = regionBelow(paper, frame)
  const right = regionRight(paper, frame)
  const isFull = frame.regions.length >= most
  return (
    <>
      {frame.regions.map((region, at) => (
        <RegionRow key={at} pageId={pageId} frame={frame} paper={paper} region={region} at={at} />
      ))}
      <div className="field-row">
        <Button
          size="small"
          disabled={isFull || below === null}
          title={below === null ? '下面没有空处了' : '文字接着走到文框下面的一块'}
          onClick={() => add(below)}
        >
          下面加一块
        </Button>
        <Button
          size="small"
          disabled={isFull || right === null}
          title={right === null ? '右边没有栏了' : '文字接着走到文框右边的一块'}
          onClick={() => add(right)}
        >
          右边加一块
        </Button>
      </div>
    </>
  )
}

function RegionRow({ pageId, frame, paper, region, at }: Props & { region: Region; at: number }) {
  const set = (fields: (now: Region) => Partial<Region>) => (layout: PageLayout) => {
    const now = layout.frames.find(one => one.id === frame.id)
    const own = now?.kind === 'story' ? now.regions[at] : undefined
    if (now?.kind !== 'story' || !own) return []
    return setFields(now, { regions: now.regions.with(at, { ...own, ...fields(own) }) })
  }
  const shared = { pageId, change: `改第 ${at + 2} 块` }
  return (
    <fieldset className="fields sub-fields" aria-label={`第 ${at + 2} 块`}>
      <div className="field-row spread">
        <span>第 {at + 2} 块</span>
        <button
          type="button"
          className="plain"
          aria-label={`去掉第 ${at + 2} 块`}
          onClick={() =>
            editPage(
              pageId,
              '去掉一块',
              onFrame('story', frame.id, now => ({ regions: now.regions.toSpliced(at, 1) })),
            )
          }
        >
          去掉
        </button>
      </div>
      <NumberField
        {...shared}
        name="起栏"
        value={region.column + 1}
        range={{
          least: 1,
          most: paper.columns - region.columnSpan + 1,
          unit: '栏',
          why: `占 ${region.columnSpan} 栏，版心共 ${paper.columns} 栏`,
        }}
        ops={(layout, value) => set(() => ({ column: (value ?? 1) - 1 }))(layout)}
      />
      <NumberField
        {...shared}
        name="起行"
        value={region.row + 1}
        range={{
          least: 1,
          most: paper.lines - region.rowSpan + 1,
          unit: '行',
          why: `高 ${region.rowSpan} 行，版心共 ${paper.lines} 行`,
        }}
        ops={(layout, value) => set(() => ({ row: (value ?? 1) - 1 }))(layout)}
      />
      <NumberField
        {...shared}
        name="占栏"
        value={region.columnSpan}
        range={{
          least: 1,
          most: paper.columns - region.column,
          unit: '栏',
          why: `版心共 ${paper.columns} 栏`,
        }}
        ops={(layout, value) =>
          set(now => {
            const columnSpan = value ?? 1
            const isBase = now.columns === now.columnSpan
            return { columnSpan, columns: isBase ? columnSpan : within(now.columns, 1, columnSpan * 2) }
          })(layout)
        }
      />
      <NumberField
        {...shared}
        name="行数"
        value={region.rowSpan}
        range={{ least: 3, most: paper.lines - region.row, unit: '行', why: `版心共 ${paper.lines} 行` }}
        ops={(layout, value) => set(() => ({ rowSpan: value ?? 3 }))(layout)}
      />
      <NumberField
        {...shared}
        name="分栏"
        value={region.columns}
        range={{ least: 1, most: region.columnSpan * 2, unit: '栏', why: `这一块占 ${region.columnSpan} 栏` }}
        ops={(layout, value) => set(() => ({ columns: value ?? 1 }))(layout)}
      />
      {meetsItself(frame, at) && <p className="field-note red">这一块压着文框的另一块，挪开它。</p>}
    </fieldset>
  )
}
