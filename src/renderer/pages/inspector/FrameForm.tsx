import type { Frame } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { AdForm } from './AdForm'
import { PhotoForm } from './PhotoForm'
import { OriginFields, RowsField, SpanField } from './PlaceFields'
import { StoryForm } from './StoryForm'
import { StrapForm } from './StrapForm'

interface Props {
  readonly pageId: string
  readonly frame: Frame
  readonly view: PageView
}

/** The chosen frame's own form, by its kind. */
export function FrameForm({ pageId, frame, view }: Props) {
  const { paper } = view.layout
  switch (frame.kind) {
    case 'story':
      return <StoryForm pageId={pageId} frame={frame} view={view} />
    case 'photo':
      return <PhotoForm pageId={pageId} frame={frame} view={view} />
    case 'strap':
      return <StrapForm pageId={pageId} frame={frame} paper={paper} />
    case 'ad':
      return <AdForm pageId={pageId} frame={frame} paper={paper} />
    case 'masthead':
    case 'folio':
      return (
        <div className="fields">
          <SpanField pageId={pageId} frame={frame} paper={paper} />
          <RowsField pageId={pageId} frame={frame} paper={paper} />
          <OriginFields pageId={pageId} frame={frame} paper={paper} />
        </div>
      )
  }
}
