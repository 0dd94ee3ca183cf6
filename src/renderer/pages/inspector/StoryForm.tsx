import type { ComposedFrame, PageView, StoryFrame } from '../../../shared/page'
import { ColumnsField, MeasureField } from './ColumnFields'
import { EdgeFields, GroundFields } from './EdgeFields'
import { Fold } from './Fold'
import { HeadFields, HeadPlaceField, HeadSizeField } from './HeadFields'
import { InsetPhotos } from './InsetPhotos'
import { OriginFields, RowsField, SpanField } from './PlaceFields'
import { QuoteFields } from './QuoteFields'
import { RegionFields } from './RegionFields'
import { TextSettingFields } from './TextSettingFields'
import { TurnFields } from './TurnFields'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly view: PageView
}

/** Everything that a story's frame can be: what is changed all day at the top, the rest folded away. */
export function StoryForm({ pageId, frame, view }: Props) {
  const { paper } = view.layout
  const composed: ComposedFrame | undefined = view.composed.frames.get(frame.id)
  const own = { pageId, frame }
  const turnsTo = composed?.jumps.to ?? null
  const parts = frame.storyId === null ? undefined : view.stories.get(frame.storyId)
  const settings = [
    frame.looseness === 0 ? '' : `疏密 ${frame.looseness}`,
    frame.balanced ? '取齐' : '',
    frame.nudge === 0 ? '' : `微调 ${frame.nudge}`,
  ].filter(Boolean)
  return (
    <>
      <div className="fields">
        <SpanField {...own} paper={paper} />
        <ColumnsField {...own} paper={paper} />
        <MeasureField {...own} paper={paper} />
        <RowsField {...own} paper={paper} />
        <OriginFields {...own} paper={paper} />
        <HeadSizeField {...own} name="主题" part="size" />
        <HeadPlaceField {...own} />
      </div>
      <GroundFields {...own} />
      <Fold name="head" title="标题">
        <HeadFields {...own} head={composed?.head ?? null} />
      </Fold>
      <Fold name="edges" title="线">
        <EdgeFields {...own} />
      </Fold>
      <Fold name="text" title="行文" aside={<span className="quiet">{settings.join(' · ')}</span>}>
        <TextSettingFields {...own} />
      </Fold>
      <Fold name="photos" title="图片" aside={<Count of={frame.photos.length} />}>
        <InsetPhotos {...own} view={view} composed={composed} />
      </Fold>
      <Fold name="quotes" title="提引" aside={<Count of={frame.quotes.length} />}>
        <QuoteFields {...own} parts={parts} composed={composed} />
      </Fold>
      <Fold
        name="regions"
        title="L 形"
        aside={frame.regions.length > 0 && <span className="quiet">共 {frame.regions.length + 1} 块</span>}
      >
        <RegionFields {...own} paper={paper} />
      </Fold>
      <Fold
        name="turns"
        title="转版"
        aside={turnsTo !== null && <span className="quiet">下转第 {turnsTo} 版</span>}
      >
        <TurnFields {...own} view={view} composed={composed} />
      </Fold>
    </>
  )
}

const Count = ({ of }: { of: number }) => (of === 0 ? null : <span className="quiet">{of}</span>)
