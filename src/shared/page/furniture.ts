import { emptyLayout } from './frame-defaults'
import type { Frame, FurnitureFrame, PageLayout } from './layout'
import type { Paper } from './paper'

/** 报头 of the first page, 报眉 of the others (newsroom.md 3.4): the one home of which, where and how tall. */

export type FurnitureKind = FurnitureFrame['kind']

/** What a page bears at its head. */
export const furnitureOf = (pageNumber: number): FurnitureKind => (pageNumber === 1 ? 'masthead' : 'folio')

/** How a sentence names it. */
export const furnitureNames: Readonly<Record<FurnitureKind, string>> = { masthead: '报头', folio: '报眉' }

/** True for 报头 and 报眉. */
export const isFurniture = (frame: Frame | null | undefined): frame is FurnitureFrame =>
  frame?.kind === 'masthead' || frame?.kind === 'folio'

/** It across the 版心 from `row`, as tall as the paper has it. */
export const furnitureFrame = (paper: Paper, kind: FurnitureKind, id: string, row = 0): FurnitureFrame => ({
  id,
  kind,
  column: 0,
  row,
  columnSpan: paper.columns,
  rowSpan: kind === 'masthead' ? paper.mastheadLines : paper.folioLines,
})

/** A page with its 报头 or 报眉 and nothing else. */
export const bareLayout = (paper: Paper, pageNumber: number, frameId: string): PageLayout => ({
  ...emptyLayout(paper),
  frames: [furnitureFrame(paper, furnitureOf(pageNumber), frameId)],
})
