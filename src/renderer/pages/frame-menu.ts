import type { MenuProps } from 'antd'
import { storyIdsOf, type Frame, type Paper } from '../../shared/page'
import { columnChoices } from '../../shared/page/edit'
import { duplicateFrame, openFrame, recolumnFrame, removeFrame, reorderFrame, swapFrame } from './page-acts'

type Items = NonNullable<MenuProps['items']>

/** The acts on a frame: key, name, shortcut, and whether it can be done to this one. */
const acts = {
  open: ['打开稿件', 'Enter'],
  duplicate: ['复制文框', 'Ctrl D'],
  wider: ['多分一栏', 'Alt →'],
  narrower: ['少分一栏', 'Alt ←'],
  swapNext: ['与后一个换位', 'Ctrl →'],
  swapBefore: ['与前一个换位', 'Ctrl ←'],
  later: ['阅读顺序推后', 'Ctrl ]'],
  earlier: ['阅读顺序提前', 'Ctrl ['],
  remove: ['排下', 'Delete'],
} as const satisfies Record<string, readonly [name: string, shortcut: string]>

type Act = keyof typeof acts

/** The menu of a frame; without one it says where to press. */
export function frameMenu(frame: Frame | undefined, paper: Paper): Items {
  if (!frame) return [{ key: 'none', label: '先点一个文框', disabled: true }]
  const can: Partial<Record<Act, boolean>> = {
    open: storyIdsOf({ frames: [frame] }).length > 0,
    wider: frame.kind === 'story' && columnChoices(paper, frame).some(choice => choice > frame.columns),
    narrower: frame.kind === 'story' && columnChoices(paper, frame).some(choice => choice < frame.columns),
  }
  const item = (act: Act): Items[number] => ({
    key: act,
    label: acts[act][0],
    extra: acts[act][1],
    disabled: can[act] === false,
  })
  const line: Items[number] = { type: 'divider' }
  return [
    item('open'),
    line,
    item('wider'),
    item('narrower'),
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
  switch (key as Act) {
    case 'open':
      return openFrame(pageId, frameId)
    case 'duplicate':
      return duplicateFrame(pageId, frameId)
    case 'wider':
      return recolumnFrame(pageId, frameId, 1)
    case 'narrower':
      return recolumnFrame(pageId, frameId, -1)
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
