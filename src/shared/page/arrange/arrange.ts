import type { StoryParts, StoryPhoto } from '../../story/parts'
import { composeCache } from '../compose/cache'
import { composePage } from '../compose/compose'
import { photosOf } from '../compose/photo'
import type { ComposedPage } from '../compose/composed'
import type { Frame, InsetPhoto, PageFacts, PageLayout, PhotoSource, StoryFrame } from '../layout'
import {
  adFrameDefaults,
  emptyLayout,
  insetPhotoDefaults,
  shownPhotoDefaults,
  storyFrameDefaults,
} from '../frame-defaults'
import { furnitureFrame, type FurnitureKind } from '../furniture'
import type { Paper } from '../paper'
import { ownerOf } from './photo-owner'
import { searchBands, type Band, type Group } from './search'
import { headSpace, rowsOf, Shaper, type Block, type Shape } from './shapes'

/** What is to be laid out on one page. */
export interface ArrangeInput {
  readonly paper: Paper
  readonly furniture: FurnitureKind | null
  /** In order of weight: the first is the lead. */
  readonly stories: readonly { readonly id: string; readonly parts: StoryParts }[]
  /** Photos that no story owns. One whose caption shares its words with a story goes to that story. */
  readonly photos?: readonly StoryPhoto[]
  /** 专题栏头 over some of the stories; over all of them when it names none. */
  readonly strap?: { readonly text: string; readonly storyIds: readonly string[] } | null
  /** Rows of an advertisement across the foot of the page. */
  readonly ad?: { readonly client: string; readonly rows: number } | null
  /** Rows that are left empty at the head, e.g. because frames that stay already stand there. */
  readonly startRow?: number
}

export interface Arrangement {
  readonly layout: PageLayout
  readonly page: ComposedPage
  /** Stories for which the page had no room at all. */
  readonly unplaced: readonly string[]
}

const strapRows = 2
const mostTight = 3

/**
 * Lays stories out on a page as a county paper does: the lead at the top left under a wide head, photos among
 * their story's columns, short pieces boxed, heads staggered, every frame as deep as its text. Fits are
 * measured by setting the text. What does not fit stands in its frame as overset; what is left of the page
 * stays white at its foot.
 */
export function arrangePage(input: ArrangeInput): Arrangement {
  const { paper } = input
  const frames: Frame[] = []
  let row = input.startRow ?? 0
  if (input.furniture) {
    const frame = furnitureFrame(paper, input.furniture, input.furniture, row)
    frames.push(frame)
    row += frame.rowSpan
  }
  const adRows = input.ad ? input.ad.rows : 0
  const foot = paper.lines - adRows
  const blocks = blocksOf(input)
  const groups = groupsOf(blocks, input.strap ?? null)
  const straps = groups.filter(group => group.strap).length * strapRows
  const rows = foot - row - straps
  // When the page is too full, heads come down and photos flatten before any text is left over.
  let bands: readonly Band[] = []
  let rowsTaken = Infinity
  for (let tight = 0; tight <= mostTight && rowsTaken > rows; tight++) {
    const tried = searchBands(groups, paper.columns, rows, new Shaper(paper, tight), tight * 2)
    const taken = tried.reduce((sum, band) => sum + band.least, 0)
    if (taken < rowsTaken) [bands, rowsTaken] = [tried, taken]
  }

  let group: Group | null = null
  const heights = shareRows(bands, rows)
  bands.forEach((band, at) => {
    if (band.group !== group) {
      group = band.group
      if (group.strap && row + strapRows < foot) {
        const storyIds = group.blocks.flatMap(block => (block.story ? [block.story.id] : []))
        frames.push({
          ...fullWidth(paper, row, strapRows),
          id: `strap-${at}`,
          kind: 'strap',
          text: group.strap,
          storyIds,
        })
        row += strapRows
      }
    }
    const height = Math.min(heights[at] ?? 0, foot - row)
    const isFirst = at === 0 || bands[at - 1]?.group !== band.group
    if (height > 0) frames.push(...bandFrames(band, row, height, isFirst))
    row += height
  })
  if (input.ad) {
    const place = fullWidth(paper, foot, adRows)
    frames.push({ ...adFrameDefaults, ...place, id: 'ad', client: input.ad.client })
  }
  const stories = new Map(input.stories.map(story => [story.id, story.parts]))
  const fitted = fitText({ ...emptyLayout(paper), frames }, stories)
  const placed = new Set(
    fitted.layout.frames.flatMap(frame => (frame.kind === 'story' ? [frame.storyId] : [])),
  )
  const unplaced = input.stories.map(story => story.id).filter(id => !placed.has(id))
  return { ...fitted, unplaced }
}

const fullWidth = (paper: Paper, row: number, rowSpan: number) => ({
  column: 0,
  row,
  columnSpan: paper.columns,
  rowSpan,
})

/** Stories with their photos; loose photos join the story that they show, or stand by themselves. */
function blocksOf(input: ArrangeInput): Block[] {
  const loose = new Map<string | null, StoryPhoto[]>()
  for (const photo of input.photos ?? []) {
    const owner = ownerOf(photo, input.stories)
    loose.set(owner, [...(loose.get(owner) ?? []), photo])
  }
  const looseSource = (photo: StoryPhoto) => {
    const { image, width, height, caption, credit } = photo
    return {
      source: { kind: 'loose', photo: { image, width, height, caption, credit } } as PhotoSource,
      photo,
    }
  }
  const blocks = input.stories.map((story): Block => {
    const own = photosOf(story.parts).map(({ photo }, at) => ({
      source: { kind: 'story', storyId: story.id, photo: at } as PhotoSource,
      photo,
    }))
    return { id: story.id, story, photos: [...own, ...(loose.get(story.id) ?? []).map(looseSource)] }
  })
  // A photo of its own belongs high on the page, beside the lead or right under it.
  const alone = (loose.get(null) ?? []).map((photo, at): Block => {
    return { id: `photo-${at + 1}`, story: null, photos: [looseSource(photo)] }
  })
  return [...blocks.slice(0, 1), ...alone, ...blocks.slice(1)]
}

/** Blocks under a strap stay together; the others keep their order around them. */
function groupsOf(
  blocks: readonly Block[],
  strap: { text: string; storyIds: readonly string[] } | null,
): Group[] {
  if (!strap || strap.text === '') return [{ strap: null, blocks }]
  const isUnder = (block: Block) =>
    strap.storyIds.length === 0 || (block.story !== null && strap.storyIds.includes(block.story.id))
  const under = blocks.filter(isUnder)
  if (under.length === 0) return [{ strap: null, blocks }]
  const first = blocks.indexOf(under[0]!)
  const before = blocks.slice(0, first).filter(block => !isUnder(block))
  const after = blocks.slice(first).filter(block => !isUnder(block))
  const groups: Group[] = [
    { strap: null, blocks: before },
    { strap: strap.text, blocks: under },
    { strap: null, blocks: after },
  ]
  return groups.filter(group => group.blocks.length > 0)
}

/** Gives each band its rows: all at their least, then grown towards their most while the page has room. */
function shareRows(bands: readonly Band[], rows: number): number[] {
  const heights = bands.map(band => band.least)
  let left = rows - heights.reduce((sum, height) => sum + height, 0)
  while (left > 0) {
    const growing = bands.flatMap((band, at) => ((heights[at] ?? 0) < band.most ? [at] : [])).slice(0, left)
    if (growing.length === 0) break
    for (const at of growing) heights[at] = (heights[at] ?? 0) + 1
    left -= growing.length
  }
  return heights
}

function bandFrames(band: Band, top: number, height: number, isFirst: boolean): Frame[] {
  const frames: Frame[] = []
  let column = 0
  band.stacks.forEach((stack, stackAt) => {
    const isLast = stackAt === band.stacks.length - 1
    const beside = band.stacks[stackAt + 1]
    let row = top
    let spare = height - stack.least
    stack.shapes.forEach((shape, at) => {
      const above = stack.above(at, isFirst)
      const isFoot = at === stack.shapes.length - 1
      const own = shape.least + above
      const more = Math.max(0, isFoot ? spare : Math.min(spare, shape.most - shape.least))
      spare -= more
      const rowSpan = Math.min(own + more, top + height - row)
      if (rowSpan < 2) return
      const rule = !isLast && !shape.boxed && !beside?.shapes.some(other => other.boxed)
      const place = { column, row, columnSpan: stack.span, rowSpan }
      const edges = {
        ruleAbove: above > 0 ? ('thin' as const) : ('none' as const),
        ruleRight: 'none' as const,
      }
      frames.push(frameOf(shape, place, { ...edges, ruleRight: rule ? 'thin' : 'none' }, above))
      row += rowSpan
    })
    column += stack.span
  })
  return frames
}

type Place = Pick<Frame, 'column' | 'row' | 'columnSpan' | 'rowSpan'>
type Edges = Pick<StoryFrame, 'ruleAbove' | 'ruleRight'>

function frameOf(shape: Shape, place: Place, edges: Edges, above: number): Frame {
  const { block, columns, boxed, head, photoSpan } = shape
  const first = block.photos[0]
  if (!block.story) {
    if (!first) throw new RangeError('A block without story or photo')
    return { ...shownPhotoDefaults, ...place, ...edges, id: block.id, kind: 'photo', source: first.source }
  }
  const rows = photoRowsFor(shape, place.rowSpan - above)
  const photos: InsetPhoto[] = []
  const needed = rowsOf(
    shape,
    rows.reduce((sum, one) => sum + one, 0),
  )
  const space = Math.max(0, Math.min(headSpace, place.rowSpan - above - needed))
  let row = 0
  block.photos.forEach(({ source }, at) => {
    const rowSpan = rows[at] ?? 2
    photos.push({
      ...insetPhotoDefaults,
      source,
      column: columns - photoSpan,
      columnSpan: photoSpan,
      row,
      rowSpan,
    })
    row += rowSpan
  })
  const common = { ...place, ...edges, id: `story-${block.story.id}`, storyId: block.story.id }
  return {
    ...storyFrameDefaults,
    ...common,
    columns,
    boxed,
    head: { ...head, space },
    photos,
  }
}

/** The tallest photos with which the text still fits `rows`, grown in turn. */
function photoRowsFor(shape: Shape, rows: number): number[] {
  const chosen = shape.photoRows.map(one => one.least)
  const total = () => chosen.reduce((sum, one) => sum + one, 0)
  for (let grew = true; grew;) {
    grew = false
    for (const [at, one] of shape.photoRows.entries()) {
      if ((chosen[at] ?? 0) < one.most && rowsOf(shape, total() + 1) <= rows) {
        chosen[at] = (chosen[at] ?? 0) + 1
        grew = true
      }
    }
  }
  return chosen
}

const noFacts: PageFacts = {
  paperName: '',
  date: null,
  editionNumber: null,
  pageNumber: 1,
  pageCount: null,
  pageName: '',
  credits: [],
}

/** Sets the page and evens out: a line or two over are won from photos, a few that are left from looseness. */
function fitText(
  layout: PageLayout,
  stories: ReadonlyMap<string, StoryParts>,
): { readonly layout: PageLayout; readonly page: ComposedPage } {
  let current = layout
  const cache = composeCache()
  let page = composePage(current, stories, noFacts, cache)
  for (let round = 0; round < 6; round++) {
    let changed = false
    const frames = current.frames.map((frame): Frame => {
      const fit = page.frames.get(frame.id)?.fit
      if (frame.kind !== 'story' || !fit) return frame
      const story = frame.storyId === null ? undefined : stories.get(frame.storyId)
      const better = eased(frame, fit.overset.lines, fit.underset.lines, story, round)
      if (better !== frame) changed = true
      return better
    })
    if (!changed) break
    const next = { ...current, frames }
    const nextPage = composePage(next, stories, noFacts, cache)
    // A change that made text overset is not taken.
    const kept = frames.map((frame, at): Frame => {
      const before = page.frames.get(frame.id)?.fit?.overset.lines ?? 0
      const after = nextPage.frames.get(frame.id)?.fit?.overset.lines ?? 0
      return after > before ? (current.frames[at] ?? frame) : frame
    })
    current = { ...current, frames: kept }
    page = composePage(current, stories, noFacts, cache)
  }
  return { layout: current, page }
}

function eased(
  frame: StoryFrame,
  over: number,
  under: number,
  story: StoryParts | undefined,
  round: number,
): StoryFrame {
  const last = frame.photos.at(-1)
  if (over > 0) {
    if (frame.looseness > 0) return { ...frame, looseness: Math.max(0, frame.looseness - over) }
    if (!last || last.rowSpan <= 5) return frame
    const less = Math.min(last.rowSpan - 5, Math.ceil(over / last.columnSpan))
    return { ...frame, photos: [...frame.photos.slice(0, -1), { ...last, rowSpan: last.rowSpan - less }] }
  }
  if (under === 0 || !story || round > 3) return frame
  const paragraphs = story.blocks.filter(block => block.kind === 'paragraph' && block.text.length > 60).length
  const room = Math.floor(paragraphs * 0.7) - frame.looseness
  const more = Math.min(under, room)
  return more > 0 && under <= Math.max(frame.columns, 3) + room
    ? { ...frame, looseness: frame.looseness + more }
    : frame
}
