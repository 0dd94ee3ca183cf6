import { em } from '../../typeset'
import type { ComposeCache } from '../compose/cache'
import type { ComposedFrame } from '../compose/composed'
import type { StoryFrame } from '../layout'
import type { PageView } from '../view/page-view'
import { CutSearch } from './cuts'
import { levers, type Lever, type Setting } from './levers'
import type { Offer, OfferKind } from './offer'
import { storyWithout } from './passages'
import { quietLines, standingOf } from './standing'
import { Trials, type Tried } from './trials'

/**
 * What can be done about a story that is 溢 or 欠, each tried by setting the page, in the order in which a desk
 * thinks of them; nothing where it fits. Yields null between trials, so that who asks can pause at any time.
 * `cache`: a copy of what the page was set with, so that the first trial need not set all of it.
 */
export function* offersFor(view: PageView, frameId: string, cache?: ComposeCache): Generator<Offer | null> {
  const frame = view.layout.frames.find(
    (one): one is StoryFrame => one.id === frameId && one.kind === 'story',
  )
  const composed = view.composed.frames.get(frameId)
  const trials = new Trials(view, frameId, cache)
  if (!frame || !composed?.fit || !trials.before || standingOf(composed.fit) === 'fits') return
  const isOver = standingOf(composed.fit) === 'over'
  const own: Case = { view, frame, composed, isOver, trials, before: trials.before }
  for (const lever of levers) {
    if (lever.kind === 'cuts') yield* cutOffer(own)
    else yield* leverOffers(own, lever)
  }
}

/** Offers as a list shows them: those that settle the story, those that leave white, those that leave lines over. */
export const rankedOffers = (offers: readonly Offer[]): Offer[] =>
  offers.toSorted((a, b) => rankOf(a) - rankOf(b))

const rankOf = ({ outcome }: Offer) => (outcome.settles ? 0 : outcome.fit.overset.lines === 0 ? 1 : 2)

interface Case {
  readonly view: PageView
  readonly frame: StoryFrame
  readonly composed: ComposedFrame
  readonly isOver: boolean
  readonly trials: Trials
  readonly before: Tried
}

/** Of each of a lever's ways the first setting that settles the story, else the one that leaves least. */
function* leverOffers(own: Case, lever: Extract<Lever, { settings: unknown }>): Generator<Offer | null> {
  for (const way of lever.settings(own)) {
    let best: { readonly setting: Setting; readonly tried: Tried } | null = null
    for (const setting of way.settings) {
      const tried = setting.ops.length > 0 ? own.trials.try({ ops: setting.ops }) : null
      yield null
      if (!tried || !helps(own, tried)) continue
      if (suffices(own, tried)) {
        best = { setting, tried }
        break
      }
      if (!best || isBetter(own, tried, best.tried)) best = { setting, tried }
    }
    if (best) {
      const { setting, tried } = best
      yield offerOf(own, {
        key: way.key,
        kind: lever.kind,
        label: setting.label(tried.frame),
        tried,
        setting,
      })
    }
  }
}

const fitOf = (tried: Tried) => tried.frame.fit!

/** Share of what is over, or white, that a way must win to be worth a look. */
const leastShare = 0.25

/** An offer never leaves more over than there was; one for a story that is over leaves less. */
function helps({ isOver, before }: Case, tried: Tried): boolean {
  const [was, now] = [fitOf(before), fitOf(tried)]
  if (isOver) {
    const won = was.overset.lines - now.overset.lines
    return won > 0 && won >= was.overset.lines * leastShare && tried.overset < before.overset
  }
  const won = was.underset.lines - now.underset.lines
  const isFuller = won > 0 && won >= was.underset.lines * leastShare
  return isFuller && tried.overset <= before.overset && now.overset.lines === 0
}

/** Pulling the lever farther would only leave more white. */
const suffices = (own: Case, tried: Tried) =>
  tried.pressed === null &&
  fitOf(tried).overset.lines === 0 &&
  (own.isOver || fitOf(tried).underset.lines <= quietLines)

function isBetter({ isOver }: Case, one: Tried, other: Tried): boolean {
  if (one.overset !== other.overset) return one.overset < other.overset
  return !isOver && fitOf(one).underset.lines < fitOf(other).underset.lines
}

function offerOf(
  own: Case,
  {
    tried,
    setting,
    ...named
  }: {
    readonly key: string
    readonly kind: OfferKind
    readonly label: string
    readonly tried: Tried
    readonly setting: Pick<Setting, 'ops'>
  },
): Offer {
  return { ...named, ops: setting.ops, cuts: [], ...outcomeOf(own, tried) }
}

function outcomeOf(own: Case, tried: Tried): Pick<Offer, 'leaves' | 'outcome'> {
  const { overset, underset } = fitOf(tried)
  return {
    leaves: leavesOf(own, tried),
    outcome: {
      fit: { overset, underset },
      overset: { before: own.before.overset, after: tried.overset },
      settles: tried.pressed === null && standingOf({ overset, underset }) === 'fits',
    },
  }
}

function leavesOf({ view }: Case, tried: Tried): string {
  const { overset, underset } = fitOf(tried)
  if (tried.pressed) {
    const pressed = view.layout.frames.find(frame => frame.id === tried.pressed?.frameId)
    const storyId = pressed?.kind === 'story' ? pressed.storyId : null
    const title = (storyId !== null && view.stories.get(storyId)?.headline) || '邻稿'
    return `压《${shortTitle(title)}》${tried.pressed.lines} 行`
  }
  if (overset.lines > 0) return `还溢 ${overset.lines} 行`
  return underset.lines > quietLines ? `空 ${underset.lines} 行` : '正好'
}

const shortTitle = (title: string) => ([...title].length > 5 ? `${[...title].slice(0, 4).join('')}…` : title)

/** How often cuts are looked for anew, when what they save together comes out otherwise on the page. */
const mostTurns = 4

/** 最省删法: what an editor would have to cut, as little as there is, tried on the page like the others. */
function* cutOffer(own: Case): Generator<Offer | null> {
  const { frame, composed, isOver, trials, before, view } = own
  const { storyId } = frame
  const story = storyId === null ? undefined : view.stories.get(storyId)
  const { body } = composed
  const column = composed.columns[0]
  if (!isOver || storyId === null || !story || !body || !column) return
  const measure = em(column.width / view.layout.paper.bodySize)
  const search = new CutSearch(story, body.flow, measure)
  yield* search.search()
  const over = fitOf(before).overset.lines
  let best: Offer | null = null
  for (let more = 0, turn = 0; turn < mostTurns; turn++) {
    const cuts = search.cheapest(over + more).slice(0, mostPassages)
    if (cuts.length === 0) return
    const passages = cuts.map(cut => cut.passage)
    const tried = trials.try({ story: { id: storyId, parts: storyWithout(story, passages) } })
    yield null
    if (!tried || !helps(own, tried)) break
    const characters = passages.reduce((sum, { text }) => sum + [...text].length, 0)
    best = {
      key: 'cuts',
      kind: 'cuts',
      label: `最省删法：删 ${characters} 字`,
      ops: [],
      cuts,
      ...outcomeOf(own, tried),
    }
    const left = fitOf(tried).overset.lines
    if (left === 0) break
    more += left
  }
  if (best) yield best
}

/** As many passages as one request to an editor takes. */
const mostPassages = 40
