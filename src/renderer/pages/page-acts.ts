import type { PageOp } from '../../shared/page/changes/page-op'
import { isFurniture } from '../../shared/page/furniture'
import { storyIdsOf, type Frame } from '../../shared/page/layout'
import { columnOps, duplicateOps, orderOps, removeOps, swapOps } from '../../shared/page/edit/frame-moves'
import { leastRows } from '../../shared/page/edit/grid-place'
import { removeInsetOps } from '../../shared/page/edit/inset-moves'
import { alignOps, balanceOps } from '../../shared/page/edit/level'
import { holesOf } from '../../shared/page/edit/page-room'
import { openStory } from '../newsroom/newsroom'
import { changePage, newFrameId, pageNow, redoPage, undoPage } from '../newsroom/page-store'
import { hands } from './page-hands'
import { sayOnPage } from './page-says'
import { choose, chooseHole, useSelection } from './selection'

/** What can be done with the chosen frame besides moving and sizing it, by key and by menu. */

const frameOf = (pageId: string, frameId: string): Frame | undefined =>
  pageNow(pageId)?.layout.frames.find(frame => frame.id === frameId)

function change(pageId: string, label: string, ops: PageOp[] | undefined, otherwise: string): boolean {
  hands.finish()
  const done = ops !== undefined && ops.length > 0 && changePage(pageId, label, ops)
  sayOnPage(done ? label : otherwise)
  return done
}

/** 复制文框: the copy is chosen. */
export function duplicateFrame(pageId: string, frameId: string): void {
  const id = newFrameId()
  const layout = pageNow(pageId)?.layout
  if (change(pageId, '复制文框', layout && duplicateOps(layout, frameId, id), '这里不能复制'))
    choose(pageId, id)
}

/** 排下: the story goes back to those that wait. */
export function removeFrame(pageId: string, frameId: string): void {
  const layout = pageNow(pageId)?.layout
  const frame = frameOf(pageId, frameId)
  if (!layout || !frame) return
  const at = layout.frames.indexOf(frame)
  const next = layout.frames[at + 1] ?? layout.frames[at - 1]
  if (change(pageId, '排下', removeOps(layout, frameId), '没有选中文框')) choose(pageId, next?.id ?? null)
}

/** Takes a photo out of its story's frame. */
export function removeInset(pageId: string, frameId: string, inset: number): void {
  const layout = pageNow(pageId)?.layout
  change(pageId, '排下图片', layout && removeInsetOps(layout, frameId, inset), '没有这张图')
}

/** Earlier or later in reading order. */
export function reorderFrame(pageId: string, frameId: string, by: 1 | -1): void {
  const layout = pageNow(pageId)?.layout
  const label = by === 1 ? '阅读顺序推后' : '阅读顺序提前'
  change(pageId, label, layout && orderOps(layout, frameId, by), by === 1 ? '已在最后' : '已在最前')
}

/** More or fewer columns of whole characters. */
export function recolumnFrame(pageId: string, frameId: string, by: 1 | -1): void {
  const layout = pageNow(pageId)?.layout
  change(pageId, '改分栏', layout && columnOps(layout, frameId, by), '没有别的整字分栏')
}

/** 栏底取齐 of a story's frame, or no longer. */
export function balanceFrame(pageId: string, frameId: string): void {
  const layout = pageNow(pageId)?.layout
  const frame = frameOf(pageId, frameId)
  const label = frame?.kind === 'story' && frame.balanced ? '栏底不取齐' : '栏底取齐'
  change(pageId, label, layout && balanceOps(layout, frameId), '只有稿件能栏底取齐')
}

/** Puts a frame's text back on the baseline grid. */
export function alignFrame(pageId: string, frameId: string): void {
  const layout = pageNow(pageId)?.layout
  change(pageId, '对齐基线', layout && alignOps(layout, frameId), '这个文框已在基线格上')
}

/** The same for all frames of the page, in one change. */
export function alignPage(pageId: string): void {
  const layout = pageNow(pageId)?.layout
  change(pageId, '全版对齐基线', layout && alignOps(layout), '全版都在基线格上')
}

/** Trades places with the frame after or before it in reading order, 报头 and 报眉 left out. */
export function swapFrame(pageId: string, frameId: string, by: 1 | -1): void {
  const layout = pageNow(pageId)?.layout
  if (!layout) return
  const movable = layout.frames.filter(frame => !isFurniture(frame))
  const at = movable.findIndex(frame => frame.id === frameId)
  const other = at < 0 ? undefined : movable[at + by]
  change(pageId, '换位', other && swapOps(layout, frameId, other.id), '没有可换位的文框')
}

/** Chooses the next hole of the page, or the one before, to be filled. */
export function stepHole(pageId: string, by: 1 | -1): void {
  hands.finish()
  const layout = pageNow(pageId)?.layout
  const holes = layout ? holesOf(layout, leastRows.story) : []
  const { pageId: page, hole: chosen } = useSelection.getState()
  const at = holes.findIndex(({ column, row }) => {
    return page === pageId && chosen !== null && column === chosen.column && row === chosen.row
  })
  const next = at < 0 ? holes.at(by === 1 ? 0 : -1) : holes[(at + by + holes.length) % holes.length]
  if (next) chooseHole(pageId, next)
  else sayOnPage('这一版没有空处')
}

/** Opens the story of a frame; of a photo, the story that owns it. */
export function openFrame(pageId: string, frameId: string): void {
  hands.finish()
  const frame = frameOf(pageId, frameId)
  const storyId = frame && storyIdsOf({ frames: [frame] })[0]
  if (storyId !== undefined) openStory(storyId)
  else sayOnPage('这个文框里没有稿件')
}

export function undoOnPage(pageId: string): void {
  hands.cancel()
  const label = undoPage(pageId)
  sayOnPage(label === null ? '没有可撤销的' : `撤销：${label}`)
  dropGone(pageId)
}

export function redoOnPage(pageId: string): void {
  hands.cancel()
  const label = redoPage(pageId)
  sayOnPage(label === null ? '没有可重做的' : `重做：${label}`)
  dropGone(pageId)
}

/** A frame that is no more is not chosen. */
function dropGone(pageId: string): void {
  const { frameId } = useSelection.getState()
  if (frameId !== null && !frameOf(pageId, frameId)) choose(pageId, null)
}
