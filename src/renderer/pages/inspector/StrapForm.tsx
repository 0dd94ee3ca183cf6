import type { StrapFrame } from '../../../shared/page/layout'
import type { Paper } from '../../../shared/page/paper'
import { OriginFields, RowsField, SpanField } from './PlaceFields'
import { editPage, onFrame } from './page-edit'
import { TextField } from './TextField'

/** 专题栏头: its place and its words. */
export function StrapForm({
  pageId,
  frame,
  paper,
}: {
  readonly pageId: string
  readonly frame: StrapFrame
  readonly paper: Paper
}) {
  const own = { pageId, frame, paper }
  return (
    <div className="fields">
      <TextField
        name="文字"
        value={frame.text}
        most={60}
        placeholder="抓党建促基层治理能力提升"
        onSet={text =>
          editPage(
            pageId,
            '改栏头',
            onFrame('strap', frame.id, () => ({ text })),
          )
        }
      />
      <SpanField {...own} />
      <RowsField {...own} />
      <OriginFields {...own} />
    </div>
  )
}
