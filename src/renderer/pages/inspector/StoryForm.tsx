import type { ComposedFrame } from '../../../shared/page/compose/composed'
import type { StoryFrame } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { ColumnsField, MeasureField } from './ColumnFields'
import { Drawers } from './Drawers'
import { EdgeFields, GroundFields } from './EdgeFields'
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
  const edges = [frame.ruleAbove, frame.ruleBelow, frame.ruleRight].filter(edge => edge !== 'none').length
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
      <Drawers
        drawers={[
          {
            name: 'head',
            title: '标题',
            content: <HeadFields {...own} head={composed?.head ?? null} />,
          },
          {
            name: 'edges',
            title: '线',
            ...saidIf(edges === 0 ? '' : `${edges} 道线`),
            content: <EdgeFields {...own} />,
          },
          {
            name: 'text',
            title: '行文',
            ...saidIf(settings.join(' · ')),
            content: <TextSettingFields {...own} />,
          },
          {
            name: 'photos',
            title: '图片',
            ...saidIf(counted(frame.photos.length, '张')),
            content: <InsetPhotos {...own} view={view} composed={composed} />,
          },
          {
            name: 'quotes',
            title: '提引',
            ...saidIf(counted(frame.quotes.length, '处')),
            content: <QuoteFields {...own} parts={parts} composed={composed} />,
          },
          {
            name: 'regions',
            title: 'L 形',
            ...saidIf(frame.regions.length === 0 ? '' : `共 ${frame.regions.length + 1} 块`),
            content: <RegionFields {...own} paper={paper} />,
          },
          {
            name: 'turns',
            title: '转版',
            ...saidIf(turnsTo === null ? (frame.continues ? '接前文' : '') : `下转第 ${turnsTo} 版`),
            content: <TurnFields {...own} view={view} composed={composed} />,
          },
        ]}
      />
    </>
  )
}

const counted = (count: number, unit: string) => (count === 0 ? '' : `${count} ${unit}`)

/** A drawer says something only where something is set. */
const saidIf = (said: string): { said?: string } => (said === '' ? {} : { said })
