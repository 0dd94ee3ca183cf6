import type { PageOp } from '../../../shared/page/changes/page-op'
import type { Frame, PageLayout } from '../../../shared/page/layout'
import { setFields } from '../../../shared/page/edit/frame-fields'
import { changePage, pageNow } from '../../newsroom/page-store'
import { hands } from '../page-hands'
import { sayOnPage } from '../page-says'
import { showPreview } from '../selection'

/** What a control makes of the page as it stands at the moment when it is asked. */
export type PageEdit = (layout: PageLayout) => PageOp[]

/** Makes one change of the page under its name; nothing where it would change nothing. */
export function editPage(pageId: string, label: string, edit: PageEdit): boolean {
  hands.finish()
  showPreview(pageId, null)
  const layout = pageNow(pageId)?.layout
  const ops = layout ? edit(layout) : []
  if (ops.length === 0 || !changePage(pageId, label, ops)) return false
  sayOnPage(label)
  return true
}

/** Shows what an edit would make of the page; `null` shows the page as it is. */
export function tryOnPage(pageId: string, edit: PageEdit | null): void {
  const layout = pageNow(pageId)?.layout
  const ops = edit && layout ? edit(layout) : []
  showPreview(pageId, ops.length > 0 ? ops : null)
}

type FieldsOf<F> = F extends Frame ? Partial<Omit<F, 'id' | 'kind'>> : never
type FrameOf<K extends Frame['kind']> = Extract<Frame, { kind: K }>

/** An edit of one frame of a kind: the fields that it gets. */
export const onFrame =
  <K extends Frame['kind']>(
    kind: K,
    frameId: string,
    fields: (frame: FrameOf<K>) => FieldsOf<FrameOf<K>>,
  ): PageEdit =>
  layout => {
    const frame = layout.frames.find((one): one is FrameOf<K> => one.id === frameId && one.kind === kind)
    return frame ? setFields(frame as Frame, fields(frame) as FieldsOf<Frame>) : []
  }
