import type { StoryParts } from '../../story/parts'
import type { PageOp } from '../changes/page-op'
import type { Fit } from '../compose/body'
import { composeCache, type ComposeCache } from '../compose/cache'
import { composePage } from '../compose/compose'
import { photosOf } from '../compose/photo'
import { columnOptions, isReadable } from '../edit/column-names'
import { addOps, newStoryFrame } from '../edit/drop-story'
import { emptyLayout } from '../frame-defaults'
import type { InsetPhoto, PageFacts, PageLayout, StoryFrame } from '../layout'
import { spanMeasure, type GridPlace, type Paper } from '../paper'
import { sizes, stepSize, type Em } from '../sizes'
import { photoStacks, stackedPhotos, stackRows, type FreePhoto, type PhotoStack } from './fill-photos'

/** A story that waits for a place, as the budget knows it. */
export interface WaitingText {
  readonly id: string
  /** Of its running text. */
  readonly characters: number
  /** How many it has. */
  readonly photos: number
}

/** A waiting story's text, to be set. */
export interface FillStory {
  readonly id: string
  readonly parts: StoryParts
  /** Numbers of its photos that stand on the page already and are not placed again. */
  readonly placed?: readonly number[]
}

/** A waiting story as it fills a hole, set in it with its headline and its photos, or without them. */
export interface Fill {
  readonly storyId: string
  readonly columns: number
  /** Steps by which its headline is below the paper's size for the width. */
  readonly headSteps: number
  /** Lines by which its paragraphs are set longer or shorter. */
  readonly looseness: number
  /** Its photos that come along; all that wait, or none where they would not go in. */
  readonly photos: readonly InsetPhoto[]
  /** How many of them stay behind. */
  readonly photosLeft: number
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
  // A line over or white is one of whichever columns it is filled in.
  const longest = Math.max(0, ...fillColumns(paper, hole.columnSpan).map(({ measure }) => measure))
  const slack = tolerance * longest
  return waiting
    .map(story => {
      const least = story.characters * 0.92 + width * Math.min(headRow, 1)
      const most = story.characters * 1.5 + width * (headRow * 3 + 8) + paper.measure * 6
      const largest = story.photos * photoArea(paper, width, 1)
      const isLikely = least <= available + slack && most + largest >= available - slack
      const pictures = Math.min(story.photos * photoArea(paper, width, 0.6), available * 0.5)
      const usual = story.characters * 1.12 + width * (headRow * 1.4 + 1) + pictures
      return { story, isLikely, off: Math.abs(usual - available) }
    })
    .filter(({ isLikely }) => isLikely)
    .sort((a, b) => a.off - b.off)
    .slice(0, mostSet)
    .map(({ story }) => story)
}

/** Characters whose place a photo takes across a share of a hole's width, its words with it: the tallest, or 3:2. */
function photoArea(paper: Paper, width: Em, share: number): number {
  const across = width * share
  const rows = (across * paper.bodySize) / (share === 1 ? tallest : 1.5) / paper.pitch + 3
  return across * rows
}

/** Width to height of a photo as tall as newspapers show them. */
const tallest = 0.55

/**
 * Sets waiting stories in a hole, in whole-character columns, and yields those that come out within `tolerance`
 * lines over or white; null for the others. Where looseness makes one come out even, it is set so.
 */
export function* fillsOf(
  paper: Paper,
  hole: GridPlace,
  waiting: readonly FillStory[],
  tolerance: number,
): Generator<Fill | null> {
  for (const story of waiting) {
    const photos = freePhotos(story)
    let best: Fill | null = null
    for (const { columns } of fillColumns(paper, hole.columnSpan)) {
      for (const stack of [...photoStacks(paper, hole.columnSpan, columns, photos), null]) {
        const fill = fillOf({ paper, hole, story, columns, stack, waiting: photos.length }, tolerance)
        if (fill && (!best || fill.cost < best.cost)) best = fill
        yield null
      }
    }
    yield best
  }
}

const freePhotos = ({ parts, placed = [] }: FillStory): FreePhoto[] =>
  photosOf(parts).flatMap(({ photo }, at) => (placed.includes(at) ? [] : [{ at, photo }]))

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

/** A story in so many columns, its photos in one way to stand or, where `stack` is null, without them. */
interface Filling {
  readonly paper: Paper
  readonly hole: GridPlace
  readonly story: FillStory
  readonly columns: number
  readonly stack: PhotoStack | null
  /** How many photos of the story wait for a place. */
  readonly waiting: number
}

/** The best that comes of it within the tolerance. */
function fillOf(filling: Filling, tolerance: number): Fill | null {
  const { paper, hole, story, columns, stack, waiting } = filling
  const cache = composeCache()
  let best: Fill | null = null
  const set = (headSteps: number, looseness: number, rows: readonly number[]): Fill | null => {
    const photos = stack ? stackedPhotos(stack, rows, story.id) : []
    const way = { storyId: story.id, columns, headSteps, looseness, photos }
    const fit = fitAlone(paper, fillFrame(paper, hole, 'fill', way), story.parts, cache)
    if (!fit) return null
    const { overset, underset } = fit
    const known = { ...way, photosLeft: waiting - photos.length, fit: { overset, underset } }
    const fill = { ...known, cost: costOf(known, hole) + cropCost(stack, rows) }
    if (missOf(fill) <= tolerance && (!best || fill.cost < best.cost)) best = fill
    return fill
  }
  for (let headSteps = 0; headSteps <= mostHeadSteps; headSteps++) {
    let rows = stack ? stackRows(stack, 0) : []
    let plain = set(headSteps, 0, rows)
    if (stack) {
      // A picture cropped lower, or shown taller, evens out most: each of its rows is as many lines as it is wide.
      const more = plain ? Math.floor(whiteOf(plain) / stack.span) : -hole.rowSpan
      const evenRows = stackRows(stack, more)
      const even = evenRows.join() === rows.join() ? null : set(headSteps, 0, evenRows)
      if (even && (!plain || missOf(even) < missOf(plain))) [plain, rows] = [even, evenRows]
    }
    if (!plain) continue
    const wanted = whiteOf(plain)
    if (wanted !== 0 && Math.abs(wanted) <= mostLooser) set(headSteps, wanted, rows)
    if (plain.fit.overset.lines === 0) break
  }
  return best
}

/** Lines that are white; below 0, that are over. */
const whiteOf = ({ fit }: Fill): number => fit.underset.lines - fit.overset.lines

/** What it costs that photos stay behind: a layout hand would rather see some white. */
const withoutPhotos = 4

const costOf = ({ fit, looseness, headSteps, columns, photosLeft }: Omit<Fill, 'cost'>, hole: GridPlace) =>
  fit.overset.lines * 2 +
  fit.underset.lines +
  Math.abs(looseness) * 0.5 +
  headSteps * 0.7 +
  (photosLeft > 0 ? withoutPhotos : 0) +
  (columns === hole.columnSpan ? 0 : 0.4)

/** What it costs that a picture is not shown whole. */
const cropCost = (stack: PhotoStack | null, rows: readonly number[]): number =>
  (stack?.photos ?? []).reduce((sum, { whole }, at) => sum + Math.abs(rows[at]! - whole) * 0.2, 0)

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
type FillWay = Pick<Fill, 'storyId' | 'columns' | 'headSteps' | 'looseness' | 'photos'>

function fillFrame(paper: Paper, hole: GridPlace, frameId: string, way: FillWay): StoryFrame {
  const frame = newStoryFrame(paper, frameId, way.storyId, hole)
  const head = { ...frame.head, size: stepSize(frame.head.size, -way.headSteps) }
  return { ...frame, head, columns: way.columns, looseness: way.looseness, photos: [...way.photos] }
}

/** Puts a story into a hole as it was set for it. */
export const fillOps = (layout: PageLayout, hole: GridPlace, frameId: string, fill: FillWay): PageOp[] =>
  addOps(layout, fillFrame(layout.paper, hole, frameId, fill))
