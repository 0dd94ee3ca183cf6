import { pt } from '../../../shared/page/sizes'
import { Button, Checkbox } from 'antd'
import type { StoryFrame } from '../../../shared/page/layout'
import { alignFrame } from '../page-acts'
import { NumberField } from './NumberField'
import { editPage, onFrame } from './page-edit'

/** 行文: 疏密, 栏底取齐, 微调. */
export function TextSettingFields({
  pageId,
  frame,
}: {
  readonly pageId: string
  readonly frame: StoryFrame
}) {
  return (
    <div className="fields">
      <NumberField
        pageId={pageId}
        name="疏密"
        change="改疏密"
        value={frame.looseness}
        range={{ least: -20, most: 20, unit: '行' }}
        ops={(layout, looseness) => onFrame('story', frame.id, () => ({ looseness: looseness ?? 0 }))(layout)}
      />
      <NumberField
        pageId={pageId}
        name="微调"
        change="微调文字"
        value={frame.nudge}
        step={0.5}
        range={{ least: -40, most: 40, unit: '磅', fractions: true }}
        ops={(layout, nudge) => onFrame('story', frame.id, () => ({ nudge: pt(nudge ?? 0) }))(layout)}
      />
      <div className="field-row">
        <Checkbox
          checked={frame.balanced}
          onChange={({ target }) =>
            editPage(
              pageId,
              target.checked ? '栏底取齐' : '栏底不取齐',
              onFrame('story', frame.id, () => ({ balanced: target.checked })),
            )
          }
        >
          栏底取齐
        </Checkbox>
      </div>
      {frame.nudge !== 0 && (
        <div className="field-row spread">
          <span className="quiet">文字离开了基线格</span>
          <Button size="small" onClick={() => alignFrame(pageId, frame.id)}>
            对齐
          </Button>
        </div>
      )}
    </div>
  )
}
