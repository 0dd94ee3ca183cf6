import { adFrameDefaults, shownPhotoDefaults, storyFrameDefaults } from '../../../shared/page/frame-defaults'
import type { Frame, PageLayout } from '../../../shared/page/layout'
import type { GridPlace, Paper } from '../../../shared/page/paper'
import { leastRows } from '../../../shared/page/edit/grid-place'
import { roomsAt } from '../../../shared/page/edit/page-room'

/** What the desk puts on a page besides waiting stories and their photos. */
export type NewFrameKind = 'story' | 'photo' | 'ad' | 'strap'

export const newFrameNames: Readonly<Record<NewFrameKind, string>> = {
  story: '空文框',
  photo: '图片',
  ad: '广告',
  strap: '栏头',
}

/** Lines that a new frame takes at most. */
const usualRows: Readonly<Record<NewFrameKind, number>> = { story: 400, photo: 20, ad: 14, strap: 3 }

/** The largest free place of a page; null where nothing is free. */
export function largestRoom(layout: PageLayout): GridPlace | null {
  const { paper } = layout
  let largest: GridPlace | null = null
  const size = (place: GridPlace) => place.columnSpan * place.rowSpan
  for (let row = 0; row < paper.lines; row++) {
    for (let column = 0; column < paper.columns; column++) {
      for (const room of roomsAt(layout, { column, row })) {
        if (!largest || size(room) > size(largest)) largest = room
      }
    }
  }
  return largest
}

/** Where in a free place a new frame goes: an ad at its foot, all else at its head. Null: too small. */
export function placeIn(room: GridPlace, kind: NewFrameKind): GridPlace | null {
  if (room.rowSpan < leastRows[kind]) return null
  const rowSpan = Math.min(room.rowSpan, usualRows[kind])
  const row = kind === 'ad' ? room.row + room.rowSpan - rowSpan : room.row
  const columnSpan = kind === 'photo' ? Math.min(room.columnSpan, 3) : room.columnSpan
  return { column: room.column, row, columnSpan, rowSpan }
}

/** A new frame of a kind with nothing in it yet. */
export function newFrame(kind: NewFrameKind, paper: Paper, id: string, place: GridPlace): Frame {
  const { column, row, columnSpan, rowSpan } = place
  const own = { id, column, row, columnSpan, rowSpan }
  switch (kind) {
    case 'story': {
      const sizes = paper.headlineSizes
      const size = sizes[Math.min(columnSpan, sizes.length) - 1] ?? storyFrameDefaults.head.size
      return {
        ...storyFrameDefaults,
        ...own,
        storyId: null,
        columns: columnSpan,
        head: { ...storyFrameDefaults.head, size },
      }
    }
    case 'photo':
      return {
        ...shownPhotoDefaults,
        ...own,
        kind: 'photo',
        source: { kind: 'loose', photo: { image: null, width: 0, height: 0, caption: '', credit: '' } },
        ruleAbove: 'none',
        ruleRight: 'none',
      }
    case 'ad':
      return { ...adFrameDefaults, ...own }
    case 'strap':
      return { ...own, kind: 'strap', text: '', storyIds: [] }
  }
}
