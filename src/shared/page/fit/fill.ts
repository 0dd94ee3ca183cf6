import type { StoryParts } from '../../story/parts'
import type { PageOp } from '../changes/page-op'
import type { Fit } from '../compose/body'
import { composeCache, type ComposeCache } from '../compose/cache'
import { composePage } from '../compose/compose'
import { columnOptions, isReadable } from '../edit/column-names'
import { addOps, newStoryFrame } from '../edit/drop-story'
import { emptyLayout } from '../frame-defaults'
import type { PageFacts, PageLayout, StoryFrame } from '../layout'
import { spanMeasure, type GridPlace, type Paper } from '../paper'
import { sizes, stepSize } from '../sizes'

/** A story that waits for a place, as the budget knows it. */
export interface WaitingText {
  readonly id: string
  /** Of its running text. */
  readonly characters: number
}

/** A waiting story as it fills a hole, set in it with its headline. */
export interface Fill {
  readonly storyId: string
  readonly columns: number
  /** Steps by which its headline is below the paper's size for the width. */
  readonly headSteps: number
  /** Lines by which its paragraphs are set longer or shorter. */
  readonly looseness: number
  readonly fit: Pick<Fit, 'overset' | 'underset'>
  /** How ill it fits; 0 is best. */
  readonly cost: number
}

/** As many stories as are set for one hole. */
const mostSet = 60

/**
 * The waiting stories that may fit a hole, the likeliest first: an estimate by characters with room for what
 * headlines, short lines and crossheads make of them, so that only these need to be read and set.
 */
export function likelyFills<W extends WaitingText>(
  paper: Paper,
  hole: GridPlace,
  waiting: readonly W[],
  tolerance: number,
): W[] {
  const width = spanMeasure(paper, hole.columnSpan)
  const size = paper.headlineSizes[Math.min(hole.columnSpan, paper.headlineSizes.length) - 1] ?? '二号'
  const headRow = sizes[size] / paper.pitch
  // In characters, because the hole may be set in one column or several.
  const available = width * hole.rowSpan
  const slack = tolerance * paper.measure
  return waiting
    .map(story => {
      const least = story.characters * 0.92 + width * Math.min(headRow, 1)
      const most = story.characters * 1.5 + width * (headRow * 3 + 8) + paper.measure * 6
      const isLikely = least <= available + slack && most >= available - slack
      const usual = story.characters * 1.12 + width * (headRow * 1.4 + 1)
      return { story, isLikely, off: Math.abs(usual - available) }
    })
    .filter(({ isLikely }) => isLikely)
    .sort((a, b) => a.off - b.off)
    .slice(0, mostSet)
    .map(({ story }) => story)
}

/**
 * Sets waiting stories in a hole, in whole-character columns, and yields those that come out within `tolerance`
 * lines over or white; null for the others. Where looseness makes one come out even, it is set so.
 */
export function* fillsOf(
  paper: Paper,
  hole: GridPlace,
  waiting: readonly { readonly id: string; readonly parts: StoryParts }[],
  tolerance: number,
): Generator<Fill | null> {
  for (const { id, parts } of waiting) {
    let best: Fill | null = null
    for (const { columns } of fillColumns(paper, hole.columnSpan)) {
      const fill = fillOf(paper, hole, id, parts, columns)
      if (fill && (!best || fill.cost < best.cost)) best = fill
      yield null
    }
    yield best && missOf(best) <= tolerance ? best : null
  }
}

/** Fills as a list shows them, best first. */
export const rankedFills = (fills: readonly Fill[]): Fill[] => fills.toSorted((a, b) => a.cost - b.cost)

/** The whole-character columns that a hole is filled in, its base columns first. */
const fillColumns = (paper: Paper, columnSpan: number) =>
  columnOptions(paper, { columnSpan, boxed: false })
    .filter(({ isWhole, measure }) => isWhole && isReadable(paper, measure))
    .toSorted((a, b) => Number(b.columns === columnSpan) - Number(a.columns === columnSpan))

/** Lines that a fill is off: over, or white. */
export const missOf = ({ fit }: Pick<Fill, 'fit'>): number => fit.overset.lines + fit.underset.lines

/** Lines that looseness may be asked for, and sizes that a headline may come down, where a story is over. */
const mostLooser = 3
const mostHeadSteps = 2

function fillOf(
  paper: Paper,
  hole: GridPlace,
  storyId: string,
  parts: StoryParts,
  columns: number,
): Fill | null {
  const cache = composeCache()
  const set = (headSteps: number, looseness: number): Fill | null => {
    const way = { storyId, columns, headSteps, looseness }
    const fit = fitAlone(paper, fillFrame(paper, hole, 'fill', way), parts, cache)
    if (!fit) return null
    const { overset, underset } = fit
    const fill = { ...way, fit: { overset, underset } }
    return { ...fill, cost: costOf(fill, hole) }
  }
  let best: Fill | null = null
  for (let headSteps = 0; headSteps <= mostHeadSteps; headSteps++) {
    const plain = set(headSteps, 0)
    if (!plain) continue
    if (!best || plain.cost < best.cost) best = plain
    const wanted = plain.fit.underset.lines - plain.fit.overset.lines
    const loose = wanted !== 0 && Math.abs(wanted) <= mostLooser ? set(headSteps, wanted) : null
    if (loose && loose.cost < best.cost) best = loose
    if (plain.fit.overset.lines === 0) break
  }
  return best
}

const costOf = ({ fit, looseness, headSteps, columns }: Omit<Fill, 'cost'>, hole: GridPlace) =>
  fit.overset.lines * 2 +
  fit.underset.lines +
  Math.abs(looseness) * 0.5 +
  headSteps * 0.7 +
  (columns === hole.columnSpan ? 0 : 0.4)

const noFacts: PageFacts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}

/** How a story stands in a frame that nothing else touches; null where its head finds no room. */
function fitAlone(paper: Paper, frame: StoryFrame, parts: StoryParts, cache: ComposeCache): Fit | null {
  const stories = new Map([[frame.storyId ?? '', parts]])
  const page = composePage({ ...emptyLayout(paper), frames: [frame] }, stories, noFacts, cache)
  const composed = page.frames.get(frame.id)
  return composed?.fit && !composed.hides ? composed.fit : null
}

/** How a fill is set. */
type FillWay = Pick<Fill, 'storyId' | 'columns' | 'headSteps' | 'looseness'>

function fillFrame(paper: Paper, hole: GridPlace, frameId: string, way: FillWay): StoryFrame {
  const frame = newStoryFrame(paper, frameId, way.storyId, hole)
  const head = { ...frame.head, size: stepSize(frame.head.size, -way.headSteps) }
  return { ...frame, head, columns: way.columns, looseness: way.looseness }
}

/** Puts a story into a hole as it was set for it. */
export const fillOps = (layout: PageLayout, hole: GridPlace, frameId: string, fill: FillWay): PageOp[] =>
  addOps(layout, fillFrame(layout.paper, hole, frameId, fill))
