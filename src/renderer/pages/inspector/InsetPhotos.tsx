import { pt, ems, type Em } from '../../../shared/page/sizes'
import { Button } from 'antd'
import type { ComposedFrame } from '../../../shared/page/compose/composed'
import type { InsetPhoto, StoryFrame } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { photoLines } from '../../../shared/page/edit/drop-photo'
import { addInsetOps, moveInsetOps, resizeInsetOps } from '../../../shared/page/edit/inset-moves'
import { layoutsOf, usePages } from '../../newsroom/page-store'
import { removeInset } from '../page-acts'
import { waitingPhotos, type WaitingPhoto } from '../../../shared/budget/waiting-photos'
import { ChoiceField } from './ChoiceField'
import { NumberField } from './NumberField'
import { editPage, onFrame, type PageEdit } from './page-edit'
import { PhotoFields } from './PhotoFields'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly view: PageView
  readonly composed: ComposedFrame | undefined
}

/** 图片: what stands among the frame's columns, and what of the story's photos waits. */
export function InsetPhotos({ pageId, frame, view, composed }: Props) {
  const pages = usePages(s => s.pages)
  const waiting = waitingPhotos(view.layout, view.stories, layoutsOf(pages)).filter(
    ({ source }) => source.storyId === frame.storyId,
  )
  const add = ({ source, photo }: WaitingPhoto) => {
    const first = composed?.columns[0]
    const columnSpan = Math.min(frame.columns, 2)
    const second = composed?.columns[1]
    const width = pt(
      first ? (columnSpan > 1 && second ? second.x + second.width - first.x : first.width + 0) : 200,
    )
    const rowSpan = photoLines(view.layout.paper, photo, width)
    editPage(pageId, '图片上版', layout =>
      addInsetOps(layout, frame.id, source, { column: 0, row: 0, columnSpan, rowSpan }),
    )
  }
  return (
    <>
      {frame.photos.map((inset, at) => (
        <InsetRow
          key={at}
          pageId={pageId}
          frame={frame}
          view={view}
          composed={composed}
          inset={inset}
          at={at}
        />
      ))}
      {waiting.map(one => (
        <div className="field-row spread" key={one.source.photo}>
          <span className="one-line" title={one.photo.caption}>
            {one.photo.caption || '没有图说的图片'}
          </span>
          <Button size="small" onClick={() => add(one)}>
            放进来
          </Button>
        </div>
      ))}
      {frame.photos.length === 0 && waiting.length === 0 && (
        <p className="quiet">这篇稿没有别的图片。在稿里添了图，就能放进来。</p>
      )}
    </>
  )
}

function InsetRow({ pageId, frame, view, composed, inset, at }: Props & { inset: InsetPhoto; at: number }) {
  const own = composed?.photos.find(photo => photo.inset === at)
  const name = `图 ${at + 1}`
  const set =
    (fields: Partial<InsetPhoto>): PageEdit =>
    layout =>
      onFrame('story', frame.id, now => {
        const was = now.photos[at]
        return was ? { photos: now.photos.with(at, { ...was, ...fields }) } : {}
      })(layout)
  const now = (layout: PageView['layout']) => {
    const found = layout.frames.find(one => one.id === frame.id)
    return found?.kind === 'story' ? found.photos[at] : undefined
  }
  const columns = `文字分 ${frame.columns} 栏`
  const shared = { pageId, change: '改图片位置' }
  return (
    <fieldset className="fields sub-fields" aria-label={name}>
      <div className="field-row spread">
        <span className="one-line" title={own?.photo.caption}>
          {name}　{own?.photo.caption ?? ''}
        </span>
        <button
          type="button"
          className="plain"
          aria-label={`撤下${name}`}
          onClick={() => removeInset(pageId, frame.id, at)}
        >
          撤下
        </button>
      </div>
      <NumberField
        {...shared}
        name="起栏"
        value={inset.column + 1}
        range={{
          least: 1,
          most: Math.max(1, frame.columns - inset.columnSpan + 1),
          unit: '栏',
          why: columns,
        }}
        ops={(layout, value) => {
          const step = (value ?? 1) - 1 - (now(layout)?.column ?? 0)
          return moveInsetOps(layout, frame.id, at, { columns: step, rows: 0 })
        }}
      />
      <NumberField
        {...shared}
        name="占栏"
        value={inset.columnSpan}
        range={{ least: 1, most: Math.max(1, frame.columns - inset.column), unit: '栏', why: columns }}
        ops={(layout, value) => {
          const step = (value ?? 1) - (now(layout)?.columnSpan ?? 1)
          return resizeInsetOps(layout, frame.id, at, 'e', { columns: step, rows: 0 })
        }}
      />
      <NumberField
        {...shared}
        name="起行"
        value={inset.row + 1}
        range={{
          least: 1,
          most: Math.max(1, frame.rowSpan - inset.rowSpan + 1),
          unit: '行',
          why: '从题下数起',
        }}
        ops={(layout, value) => {
          const step = (value ?? 1) - 1 - (now(layout)?.row ?? 0)
          return moveInsetOps(layout, frame.id, at, { columns: 0, rows: step })
        }}
      />
      <NumberField
        {...shared}
        name="行数"
        value={inset.rowSpan}
        range={{ least: 3, most: Math.max(3, frame.rowSpan - inset.row), unit: '行', why: '连图说' }}
        ops={(layout, value) => {
          const step = (value ?? 3) - (now(layout)?.rowSpan ?? 3)
          return resizeInsetOps(layout, frame.id, at, 's', { columns: 0, rows: step })
        }}
      />
      <ChoiceField<string>
        name="串文"
        value={inset.wrap?.side ?? 'none'}
        options={[
          { value: 'none', label: '不串' },
          { value: 'left', label: '图在左' },
          { value: 'right', label: '图在右' },
        ]}
        onChange={side =>
          editPage(
            pageId,
            '改串文',
            set({
              wrap:
                side === 'left' || side === 'right'
                  ? { side, width: inset.wrap?.width ?? halfOf(own, view) }
                  : null,
            }),
          )
        }
      />
      {inset.wrap && (
        <NumberField
          pageId={pageId}
          change="改图宽"
          name="图宽"
          value={inset.wrap.width}
          range={{ least: 2, most: 200, unit: '字', fractions: true }}
          step={0.5}
          ops={(layout, width) => {
            const wrap = now(layout)?.wrap
            return wrap ? set({ wrap: { ...wrap, width: ems(width ?? 2) } })(layout) : []
          }}
        />
      )}
      <PhotoFields pageId={pageId} paper={view.layout.paper} shown={inset} composed={own} edit={set} />
    </fieldset>
  )
}

/** Half of the width that a photo has, in whole characters: where wrapping text begins. */
const halfOf = (photo: ComposedFrame['photos'][number] | undefined, view: PageView): Em =>
  ems(Math.max(2, Math.round((photo?.picture.width ?? 100) / view.layout.paper.bodySize / 2)))
