import { z } from 'zod'
import { bySchema, idSchema, instantSchema, method } from './base'

/** 体裁 (newsroom.md 2.1, the county's selection). */
export const genres = [
  '消息',
  '通讯',
  '简讯',
  '特写',
  '专访',
  '图片新闻',
  '评论',
  '编后',
  '来信',
  '公告',
  '副刊',
  '文摘',
  '其他',
] as const
export const genreSchema = z.enum(genres)
export type Genre = z.infer<typeof genreSchema>

/** Where the story's text stands. Reviews that leave proof set these later; today the desk does. */
export const storyStateSchema = z.enum([
  'received',
  'editing',
  'first',
  'second',
  'final',
  'signed',
  'returned',
  'held',
])
export type StoryState = z.infer<typeof storyStateSchema>

export const storyStateNames: Readonly<Record<StoryState, string>> = {
  received: '来稿',
  editing: '编辑中',
  first: '初审',
  second: '复审',
  final: '终审',
  signed: '已签发',
  returned: '退改',
  held: '待用',
}

/** What the desk plans for a story: edited in place in the budget. */
export const storyPlanSchema = z.object({
  /** 简题, for talk; the headline of the document is another thing. */
  slug: z.string().max(25, '简题最多 25 字'),
  genre: genreSchema,
  plannedCharacters: z.number().int().min(0).max(100_000).nullable(),
  plannedLines: z.number().int().min(0).max(10_000).nullable(),
  /** Hundredths of the planned length by which the story may miss it and still fit. */
  lengthTolerance: z.number().int().min(0).max(50),
  editionId: idSchema.nullable(),
  /** 版次 within the edition, from 1. */
  page: z.number().int().min(1).max(999).nullable(),
  author: z.string().max(60),
  /** 责编 */
  editorId: idSchema.nullable(),
  state: storyStateSchema,
  deadline: instantSchema.nullable(),
  note: z.string().max(500, '备注最多 500 字'),
})
export type StoryPlan = z.infer<typeof storyPlanSchema>

/** Somebody whom a story's text names as one of its makers. */
export const namedPersonSchema = z.object({
  name: z.string(),
  /** 记者, 通讯员 …; '' where the text says nothing. */
  post: z.string(),
  isOrganisation: z.boolean(),
  writes: z.boolean(),
  pictures: z.boolean(),
})

/** One row of the budget (稿库): the plan, and what the document itself says. */
export const budgetRowSchema = storyPlanSchema.extend({
  id: idSchema,
  /** 稿号, given once, never used again. */
  number: z.number().int(),
  headline: z.string(),
  byline: z.string(),
  /** Of dateline, byline and credits, each once, in the order of reading. */
  people: z.array(namedPersonSchema).readonly(),
  characters: z.number().int(),
  lines: z.number().int(),
  photos: z.number().int(),
  photosWithoutCaption: z.number().int(),
  photosWithoutCredit: z.number().int(),
  /** Steps in the document's log. */
  version: z.number().int(),
  createdAt: instantSchema,
  changedAt: instantSchema,
  changedBy: idSchema.nullable(),
  trashedAt: instantSchema.nullable(),
})
export type BudgetRow = z.infer<typeof budgetRowSchema>

/** A ProseMirror step as JSON; the story's schema checks it where it is applied. */
export const stepJsonSchema = z.record(z.string(), z.unknown())

export const storyPartsSchema = z.object({
  kicker: z.string(),
  headline: z.string(),
  deck: z.string(),
  dateline: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('paragraph'), text: z.string() }),
      z.object({ kind: z.literal('crosshead'), text: z.string() }),
      z.object({ kind: z.literal('summary'), text: z.string() }),
      z.object({ kind: z.literal('editorNote'), text: z.string() }),
      z.object({ kind: z.literal('related'), text: z.string() }),
      z.object({
        kind: z.literal('photo'),
        image: z.string().nullable(),
        width: z.number(),
        height: z.number(),
        caption: z.string(),
        credit: z.string(),
      }),
    ]),
  ),
  byline: z.string(),
})

/** One step as the log keeps it. `version` is the document's version after the step. */
export const loggedStepSchema = z.object({
  version: z.number().int(),
  step: stepJsonSchema,
  clientId: z.string(),
  personId: idSchema.nullable(),
  at: instantSchema,
})
export type LoggedStep = z.infer<typeof loggedStepSchema>

export const openedStorySchema = z.object({
  row: budgetRowSchema,
  /** A document from before the last steps, so that the window can rebuild its undo history from them. */
  snapshot: z.object({ version: z.number().int(), doc: z.record(z.string(), z.unknown()) }),
  /** The steps from the snapshot to now, oldest first. */
  steps: z.array(loggedStepSchema),
})
export type OpenedStory = z.infer<typeof openedStorySchema>

/**
 * `taken`: the steps are in the log, committed. `behind`: the document has moved on; `steps` are those that
 * the window lacks (its own among them, if an acknowledgement was lost), and it rebases and sends again.
 */
export const submissionSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('taken'), version: z.number().int(), at: instantSchema }),
  z.object({ status: z.literal('behind'), steps: z.array(loggedStepSchema) }),
])
export type Submission = z.infer<typeof submissionSchema>

export const storyTemplateSchema = z.object({
  name: z.string(),
  genre: genreSchema,
  plannedCharacters: z.number().int().nullable(),
  parts: storyPartsSchema,
})
export type StoryTemplate = z.infer<typeof storyTemplateSchema>

const one = z.object({ id: idSchema })
const several = bySchema.extend({ ids: z.array(idSchema).min(1).max(1000) })

export const stories = {
  /** The whole budget, or the trash. */
  budget: method.input(z.object({ trash: z.boolean() })).output(z.array(budgetRowSchema)),
  /** Full text search, one character up: ids of stories, best first. */
  search: method.input(z.object({ query: z.string().max(200) })).output(z.array(idSchema)),
  templates: method.output(z.array(storyTemplateSchema)),
  create: method
    .input(bySchema.extend({ template: z.string().nullable(), plan: storyPlanSchema.partial() }))
    .output(budgetRowSchema),
  plan: method
    .input(bySchema.extend({ id: idSchema, change: storyPlanSchema.partial() }))
    .output(budgetRowSchema),
  trash: method.input(several).output(z.array(budgetRowSchema)),
  restore: method.input(several).output(z.array(budgetRowSchema)),
  open: method.input(one).output(openedStorySchema),
  /** Parts of many stories at once, for the page view. Unknown ids are left out. */
  parts: method
    .input(z.object({ ids: z.array(idSchema).max(500) }))
    .output(z.array(z.object({ id: idSchema, version: z.number().int(), parts: storyPartsSchema }))),
  /**
   * Appends steps. `sequence` counts this client's steps from 0; a step sent twice is taken once.
   * Acknowledged only after the commit.
   */
  submit: method
    .input(
      bySchema.extend({
        id: idSchema,
        version: z.number().int().min(0),
        clientId: z.string().min(1).max(64),
        sequence: z.number().int().min(0),
        steps: z.array(stepJsonSchema).min(1).max(2000),
      }),
    )
    .output(submissionSchema),
  stepsSince: method
    .input(one.extend({ version: z.number().int().min(0) }))
    .output(z.array(loggedStepSchema)),
}
