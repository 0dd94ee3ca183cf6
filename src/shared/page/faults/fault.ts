import { z } from 'zod'
import type { IgnoredFault } from '../layout'
import type { PageView } from '../view/page-view'
import type { Rect } from '../paper'

/** The layout faults of the trade, in the order of its handbooks, and three that only a screen desk can make. */
export const faultNames = {
  buttingHeads: '碰题',
  gutterRiver: '通缝',
  brokenPage: '断版',
  nakedColumn: '题不压文',
  turnAboveHead: '走文上翻',
  legGoesLeft: '走文左走',
  runt: '孤字',
  loneLine: '孤行',
  shortLeg: '短腿',
  badHeadBreak: '标题破词',
  headOrder: '上小下大题',
  badJump: '转版不符',
  greyArea: '灰版',
  strayPhoto: '图文错配',
  facingOut: '人物朝版外',
  fractionalColumn: '半字栏',
  offGrid: '栏行不对齐',
  folioError: '报眉错',
  unmarkedAd: '广告未标',
  missingCaption: '缺图说署名',
  dogLeg: '弯脚',
  unfilled: '余白溢文',
  heavyHead: '题大于文',
  narrowWrap: '串文过窄',
  overlap: '文框相叠',
  coarsePhoto: '图片太糊',
  missingStory: '缺稿',
} as const

export type FaultRuleId = keyof typeof faultNames
export const faultRuleIds = Object.keys(faultNames) as FaultRuleId[]

export const severityNames = { error: '错', warn: '疑', info: '注' } as const
export type Severity = keyof typeof severityNames

/** What a paper makes of each rule; those not named have their own default. */
export const faultSettingsSchema = z.object({
  severities: z.partialRecord(z.enum(faultRuleIds), z.enum(['error', 'warn', 'info', 'off'])).default({}),
})
export type FaultSettings = z.infer<typeof faultSettingsSchema>

/** What a rule has found on a page. */
export interface FoundFault {
  /** Frames that it lies between, the first the one to mend. */
  readonly frameIds: readonly string[]
  /** Tells this finding from others of the rule in the same frames (通缝 of which gutter); '' where one is all. */
  readonly where: string
  /** Rectangles to draw on the page, in points. */
  readonly marks: readonly Rect[]
  /** What is wrong, and how to mend it: one sentence each, with figures. */
  readonly message: string
  readonly remedy: string
  /** Where it weighs more than the rule's default. */
  readonly severity?: Severity
}

/** A rule: its name is in `faultNames`, its test geometric, its source in its docstring. */
export interface FaultRule {
  readonly id: FaultRuleId
  readonly severity: Severity
  find(view: PageView): FoundFault[]
}

/** A fault of a page. */
export interface Fault extends FoundFault {
  readonly rule: FaultRuleId
  /** `rule:frames:where`: the same as long as the fault stands, so that 忽略 finds it again. */
  readonly key: string
  readonly severity: Severity
  /** Kept on purpose, with the reason. */
  readonly ignored: IgnoredFault | null
}
