import { Checkbox } from 'antd'
import type { Edge, PhotoFrame, StoryFrame } from '../../../shared/page/layout'
import { setFields } from '../../../shared/page/edit/frame-fields'
import { ChoiceField } from './ChoiceField'
import { editPage } from './page-edit'

const edges: readonly { readonly value: Edge; readonly label: string }[] = [
  { value: 'none', label: '无' },
  { value: 'thin', label: '正线' },
  { value: 'thick', label: '反线' },
  { value: 'double', label: '文武线' },
]

/** 线 above, below and at the right of a frame, each by its own list. */
export function EdgeFields({
  pageId,
  frame,
}: {
  readonly pageId: string
  readonly frame: StoryFrame | PhotoFrame
}) {
  const set = (label: string, fields: { ruleAbove?: Edge; ruleBelow?: Edge; ruleRight?: Edge }) =>
    editPage(pageId, label, layout => {
      const now = layout.frames.find(one => one.id === frame.id)
      if (now?.kind === 'story') return setFields(now, fields)
      return now?.kind === 'photo' ? setFields(now, fields) : []
    })
  return (
    <div className="fields">
      <ChoiceField<Edge>
        name="上线"
        value={frame.ruleAbove}
        options={edges}
        onChange={ruleAbove => set('改上线', { ruleAbove })}
      />
      {frame.kind === 'story' && (
        <ChoiceField<Edge>
          name="下线"
          value={frame.ruleBelow}
          options={edges}
          onChange={ruleBelow => set('改下线', { ruleBelow })}
        />
      )}
      <ChoiceField<Edge>
        name="右线"
        value={frame.ruleRight}
        options={edges}
        onChange={ruleRight => set('改右线', { ruleRight })}
      />
    </div>
  )
}

/** 加框 and 底纹. */
export function GroundFields({ pageId, frame }: { readonly pageId: string; readonly frame: StoryFrame }) {
  const set = (label: string, fields: { boxed?: boolean; tint?: boolean }) =>
    editPage(pageId, label, layout => {
      const now = layout.frames.find(one => one.id === frame.id)
      return now?.kind === 'story' ? setFields(now, fields) : []
    })
  return (
    <div className="field-row">
      <Checkbox
        checked={frame.boxed}
        onChange={({ target }) => set(target.checked ? '加框' : '去框', { boxed: target.checked })}
      >
        加框
      </Checkbox>
      <Checkbox
        checked={frame.tint}
        onChange={({ target }) => set(target.checked ? '加底纹' : '去底纹', { tint: target.checked })}
      >
        底纹
      </Checkbox>
    </div>
  )
}
