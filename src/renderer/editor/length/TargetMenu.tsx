import { Button, InputNumber, Popover } from 'antd'
import type { StoryPlan } from '../../../shared/contract'
import { planStories } from '../../budget/budget-actions'
import { lengthStatus } from '../../../shared/budget/length-status'
import { useRow } from '../../newsroom/newsroom'
import { missing } from './story-length'
import { useCounted } from './story-counts'
import './length.css'

/** 目标: how long the story is to be, in characters and lines, and by how much it may miss that. */
export function TargetMenu({ storyId }: { readonly storyId: string }) {
  const row = useRow(storyId)
  const length = useCounted(storyId)?.length
  if (!row) return null
  const { plannedCharacters, plannedLines, lengthTolerance } = row
  const plan = (change: Partial<StoryPlan>) => void planStories([row], change, '目标')
  const field = (
    label: string,
    value: number | null,
    unit: string,
    max: number,
    put: (value: number | null) => void,
  ) => (
    <label>
      {label}
      <InputNumber
        size="small"
        aria-label={label}
        min={0}
        max={max}
        precision={0}
        value={value}
        placeholder="不定"
        onChange={put}
        changeOnWheel={false}
      />
      {unit}
    </label>
  )
  const status = lengthStatus(length?.characters ?? row.characters, plannedCharacters, lengthTolerance)
  const words = missing(length?.characters ?? row.characters, plannedCharacters, lengthTolerance, '字')
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="target-form">
          {field('目标字数', plannedCharacters, '字', 100_000, value => plan({ plannedCharacters: value }))}
          {field('目标行数', plannedLines, '行', 10_000, value => plan({ plannedLines: value }))}
          {field('允许出入', lengthTolerance, '%', 50, value => plan({ lengthTolerance: value ?? 5 }))}
          <p className="quiet">行按基本栏算，每行 {row.baseColumn.measure} 字。超出变红，合适变绿。</p>
        </div>
      }
    >
      <Button type="text" size="small" className={`target ${status}`} aria-label="目标">
        {plannedCharacters === null ? '目标' : `目标 ${plannedCharacters} 字`}
        {words !== '' && <small>{words}</small>}
      </Button>
    </Popover>
  )
}
