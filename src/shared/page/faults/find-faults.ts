import type { PageView } from '../view/page-view'
import {
  faultRuleIds,
  type Fault,
  type FaultRule,
  type FaultRuleId,
  type FaultSettings,
  type FoundFault,
} from './fault'
import { badHeadBreak } from './rules/bad-head-break'
import { badJump } from './rules/bad-jump'
import { brokenPage } from './rules/broken-page'
import { buttingHeads } from './rules/butting-heads'
import { coarsePhoto } from './rules/coarse-photo'
import { dogLeg } from './rules/dog-leg'
import { facingOut } from './rules/facing-out'
import { folioError } from './rules/folio-error'
import { fractionalColumn } from './rules/fractional-column'
import { greyArea } from './rules/grey-area'
import { gutterRiver } from './rules/gutter-river'
import { headOrder } from './rules/head-order'
import { heavyHead } from './rules/heavy-head'
import { legGoesLeft } from './rules/leg-goes-left'
import { loneLine } from './rules/lone-line'
import { missingCaption } from './rules/missing-caption'
import { missingStory } from './rules/missing-story'
import { narrowWrap } from './rules/narrow-wrap'
import { offGrid } from './rules/off-grid'
import { overlap } from './rules/overlap'
import { runt } from './rules/runt'
import { shortLeg } from './rules/short-leg'
import { strayPhoto } from './rules/stray-photo'
import { nakedColumn, turnAboveHead } from './rules/text-under-head'
import { unfilled } from './rules/unfilled'
import { unmarkedAd } from './rules/unmarked-ad'

/** Every rule, by its id. */
export const faultRules: Readonly<Record<FaultRuleId, FaultRule>> = {
  buttingHeads,
  gutterRiver,
  brokenPage,
  nakedColumn,
  turnAboveHead,
  legGoesLeft,
  runt,
  loneLine,
  shortLeg,
  badHeadBreak,
  headOrder,
  badJump,
  greyArea,
  strayPhoto,
  facingOut,
  fractionalColumn,
  offGrid,
  folioError,
  unmarkedAd,
  missingCaption,
  dogLeg,
  unfilled,
  heavyHead,
  narrowWrap,
  overlap,
  coarsePhoto,
  missingStory,
}

/**
 * The faults of a page, rule by rule and in each from the layout's first frame to its last, under what the paper
 * makes of each rule. Those that the page keeps on purpose are among them, with the reason. Pure; never throws.
 */
export function findFaults(view: PageView, settings: FaultSettings): Fault[] {
  const kept = new Map(view.layout.ignored.map(one => [one.key, one]))
  const keys = new Set<string>()
  return faultRuleIds.flatMap((id): Fault[] => {
    const rule = faultRules[id]
    const wanted = settings.severities[id]
    if (wanted === 'off') return []
    return rule.find(view).map(found => {
      const key = ownKey(id, found, keys)
      const severity = wanted ?? found.severity ?? rule.severity
      return { ...found, rule: id, key, severity, ignored: kept.get(key) ?? null }
    })
  })
}

/** Faults that stand in the way of signing. */
export const standingErrors = (faults: readonly Fault[]): Fault[] =>
  faults.filter(fault => fault.severity === 'error' && fault.ignored === null)

/** `rule:frames:where`; of two that are alike in all of these the second is counted. */
function ownKey(id: FaultRuleId, { frameIds, where }: FoundFault, keys: Set<string>): string {
  const plain = `${id}:${frameIds.join('+')}:${where}`
  let key = plain
  for (let count = 2; keys.has(key); count++) key = `${plain}:${count}`
  keys.add(key)
  return key
}
