import type { MenuProps } from 'antd'
import { storyIdsOf, type Frame } from '../../shared/page/layout'
import type { Paper } from '../../shared/page/paper'
import { columnChoices } from '../../shared/page/edit/frame-fields'
import {
  alignFrame,
  balanceFrame,
  duplicateFrame,
  openFrame,
  recolumnFrame,
  removeFrame,
  reorderFrame,
  swapFrame,
} from './page-acts'

type Items = NonNullable<MenuProps['items']>

/** The acts on a frame: key, name, shortcut, and whether it can be done to this one. */
export const acts = {
  open: ['打开稿件', 'Enter'],
  duplicate: ['复制文框', 'Ctrl D'],
  wider: ['多分一栏', 'Alt →'],
  narrower: ['少分一栏', 'Alt ←'],
  balance: ['栏底取齐', 'Ctrl B'],
  align: ['对齐基线', 'Ctrl G'],
  swapNext: ['与后一个换位', 'Ctrl →'],
  swapBefore: ['与前一个换位', 'Ctrl ←'],
  later: ['阅读顺序推后', 'Ctrl ]'],
  earlier: ['阅读顺序提前', 'Ctrl ['],
  remove: ['排下', 'Delete'],
} as const satisfies Record<string, readonly [name: string, shortcut: string]>

export type FrameAct = keyof typeof acts

/** The menu of a frame; without one it says where to press. */
export function frameMenu(frame: Frame | undefined, paper: Paper): Items {
  if (!frame) return [{ key: 'none', label: '先点一个文框', disabled: true }]
  const can: Partial<Record<FrameAct, boolean>> = {
    open: storyIdsOf({ frames: [frame] }).length > 0,
    balance: frame.kind === 'story',
    align: frame.kind === 'story' && frame.nudge !== 0,
    wider: frame.kind === 'story' && columnChoices(paper, frame).some(choice => choice > frame.columns),
    narrower: frame.kind === 'story' && columnChoices(paper, frame).some(choice => choice < frame.columns),
  }
  const item = (act: FrameAct): Items[number] => ({
    key: act,
    label: act === 'balance' && frame.kind === 'story' && frame.balanced ? '栏底不取齐' : acts[act][0],
    extra: acts[act][1],
    disabled: can[act] === false,
  })
  const line: Items[number] = { type: 'divider' }
  return [
    item('open'),
    line,
    item('wider'),
    item('narrower'),
    item('balance'),
    item('align'),
    line,
    item('swapBefore'),
    item('swapNext'),
    item('earlier'),
    item('later'),
    line,
    item('duplicate'),
    { ...item('remove'), danger: true } as Items[number],
  ]
}

export function runFrameAct(key: string, pageId: string, frameId: string): void {
  switch (key as FrameAct) {
    case 'open':
      return openFrame(pageId, frameId)
    case 'duplicate':
      return duplicateFrame(pageId, frameId)
    case 'wider':
      return recolumnFrame(pageId, frameId, 1)
    case 'narrower':
      return recolumnFrame(pageId, frameId, -1)
    case 'balance':
      return balanceFrame(pageId, frameId)
    case 'align':
      return alignFrame(pageId, frameId)
    case 'swapNext':
      return swapFrame(pageId, frameId, 1)
    case 'swapBefore':
      return swapFrame(pageId, frameId, -1)
    case 'later':
      return reorderFrame(pageId, frameId, 1)
    case 'earlier':
      return reorderFrame(pageId, frameId, -1)
    case 'remove':
      return removeFrame(pageId, frameId)
  }
}
