import { create } from 'zustand'
import type { PageOp } from '../../shared/page/changes/page-op'
import type { Frame } from '../../shared/page/layout'
import type { GridPlace } from '../../shared/page/paper'
import type { StoryParts } from '../../shared/story/parts'
import { usePage } from '../newsroom/page-store'

/** What is chosen and shown on the page desk of this window. */
export interface Selection {
  readonly pageId: string | null
  /** Null: nothing on the page is chosen. */
  readonly frameId: string | null
  /** The hole that was pressed, to be filled; null nearly always. */
  readonly hole: GridPlace | null
  /** The waiting story whose shapes are looked at; null nearly always. */
  readonly waiting: string | null
  /** What is shown on its page before it is taken: an offer, or a gesture under way. */
  readonly preview: Preview | null
}

export interface Preview {
  readonly pageId: string
  readonly ops: readonly PageOp[]
  /** A story's words as they would be, by id. */
  readonly texts?: ReadonlyMap<string, StoryParts>
}

export const useSelection = create<Selection>(() => ({
  pageId: null,
  frameId: null,
  hole: null,
  waiting: null,
  preview: null,
}))

/** Chooses a frame of a page, or none. */
export function choose(pageId: string, frameId: string | null): void {
  const { pageId: page, frameId: frame, hole, waiting } = useSelection.getState()
  if (page === pageId && frame === frameId && hole === null && waiting === null) return
  useSelection.setState({ pageId, frameId, hole: null, waiting: null })
}

/** Chooses a hole of a page, to be filled; no frame is chosen then. */
export const chooseHole = (pageId: string, hole: GridPlace): void =>
  useSelection.setState({ pageId, frameId: null, hole })

/** Chooses a waiting story, to see which shapes it can take: in the chosen hole, else anywhere on the page. */
export function chooseWaiting(pageId: string, storyId: string | null): void {
  const { pageId: page, hole } = useSelection.getState()
  useSelection.setState({ pageId, frameId: null, hole: page === pageId ? hole : null, waiting: storyId })
}

/** The waiting story that is chosen; null where none is. */
export const useChosenWaiting = (pageId: string | null): string | null =>
  useSelection(s => (s.pageId === pageId ? s.waiting : null))

/** The hole that is to be filled, on the grid; null where none is chosen. */
export const useChosenHole = (pageId: string | null): GridPlace | null =>
  useSelection(s => (s.pageId === pageId ? s.hole : null))

/** The id of the chosen frame of a page. */
export const useChosenId = (pageId: string | null): string | null =>
  useSelection(s => (s.pageId === pageId ? s.frameId : null))

/** The chosen frame as it stands, undefined where none is chosen or it has been taken away. */
export function useChosenFrame(pageId: string | null): Frame | undefined {
  const frameId = useChosenId(pageId)
  const layout = usePage(pageId)?.layout
  return frameId === null ? undefined : layout?.frames.find(frame => frame.id === frameId)
}

/** What a page shows beyond what it is; null nearly always. */
export const usePreview = (pageId: string | null): Preview | null =>
  useSelection(s => (s.preview && s.preview.pageId === pageId ? s.preview : null))

/** Shows ops on a page before they are taken; null shows the page as it is. */
export function showPreview(pageId: string, ops: readonly PageOp[] | null): void {
  const { preview } = useSelection.getState()
  if (ops !== null) useSelection.setState({ preview: { pageId, ops } })
  else if (preview?.pageId === pageId) useSelection.setState({ preview: null })
}

/** Shows stories' other words on a page before they are written. */
export const showTexts = (pageId: string, texts: ReadonlyMap<string, StoryParts>): void =>
  useSelection.setState({ preview: { pageId, ops: [], texts } })
