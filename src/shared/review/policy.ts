import { leadingRoles, leads, type Actor } from './actor'
import type { Role } from './roles'

/** What a rule forbids of an act that the roles allow, by what it is done to. */
export interface Limit<Subject> {
  /** The sentence for whom it forbids, without its full stop. */
  readonly says: string
  forbids(actor: Actor, subject: Subject): boolean
}

/** One row of the policy. */
export interface Rule<Subject = unknown> {
  /** What is done, in the desk's words: 签大样. */
  readonly what: string
  /** Who may; `anyone`: nobody need sit there. */
  readonly who: 'anyone' | readonly Role[]
  readonly limits: readonly Limit<Subject>[]
}

/** Everybody who can sit at the desk. */
const everybody = ['chief', 'editor', 'layout', 'reporter', 'proofreader', 'correspondent'] as const
/** The paper's own people. A 通讯员 sends stories in; what the paper makes of them is not his. */
const staff = ['chief', 'editor', 'layout', 'reporter', 'proofreader'] as const
/** Who makes the pages up and answers for what is printed. */
const makers = ['chief', 'editor', 'layout'] as const

const rule = <Subject = unknown>(
  who: Rule['who'],
  what: string,
  ...limits: readonly Limit<Subject>[]
): Rule<Subject> => ({ what, who, limits })

/** A story's plan as it is to be changed. */
export interface PlanSubject {
  /** The story's state; null for one that is being made. */
  readonly state: string | null
  readonly change: { readonly state?: string | undefined }
}

/** Stories that are to be moved into the trash or out of it. */
export type StoriesSubject = readonly { readonly state: string; readonly changedBy: string | null }[]

/** A person as he is kept (null: he is new) and as he is to be. */
export interface PersonSubject {
  readonly before: { readonly id: string; readonly roles: readonly Role[] } | null
  readonly after: { readonly roles: readonly Role[]; readonly retired: boolean }
}

const isMaker = ({ roles }: Actor) => makers.some(role => roles.includes(role))
const isOnlyCorrespondent = ({ roles }: Actor) => roles.every(role => role === 'correspondent')

/** 已签发 goes to press: neither said nor taken back by whoever wrote it. */
const signing: Limit<PlanSubject> = {
  says: '签发和撤回签发由主编、编辑或版面来做',
  forbids: (actor, { state, change }) =>
    change.state !== undefined &&
    change.state !== state &&
    (change.state === 'signed' || state === 'signed') &&
    !isMaker(actor),
}

const ownToPlan: ReadonlySet<string> = new Set(['slug', 'genre', 'author', 'note'])

/** What a story is, its writer knows; where and when it is printed the desk says. */
const planning: Limit<PlanSubject> = {
  says: '通讯员只能改简题、体裁、作者和备注，其余由编辑部来安排',
  forbids: (actor, { change }) =>
    isOnlyCorrespondent(actor) && Object.keys(change).some(key => !ownToPlan.has(key)),
}

const signedStays: Limit<StoriesSubject> = {
  says: '已签发的稿件由主编、编辑或版面来移入废稿箱',
  forbids: (actor, stories) => stories.some(story => story.state === 'signed') && !isMaker(actor),
}

const beforeReview: ReadonlySet<string> = new Set(['received', 'editing'])

/** What he has begun by mistake he may take away again; what others work on is not his. */
const ownToTrash: Limit<StoriesSubject> = {
  says: '通讯员只能动自己最后写过、还没送审的稿件',
  forbids: (actor, stories) =>
    isOnlyCorrespondent(actor) &&
    stories.some(story => story.changedBy !== actor.id || !beforeReview.has(story.state)),
}

/** So the paper always keeps somebody who may change its people. */
const staysHimself: Limit<PersonSubject> = {
  says: '正坐在桌前的人不能让自己离岗，也不能去掉自己的主编、编辑岗位',
  forbids: (actor, { before, after }) =>
    before?.id === actor.id && (after.retired || (leads(before.roles) && !leads(after.roles))),
}

/**
 * Who may do what: a row for every method of the contract, by its path. What a role may do is the whole of what
 * is asked before the method runs; a limit is asked by the service, which knows what it is done to.
 */
export const policy = {
  'desk.open': rule('anyone', '打开编务'),
  'desk.events': rule('anyone', '听编务的动静'),
  'desk.sit': rule('anyone', '坐到桌前'),
  'desk.leave': rule('anyone', '离开桌前'),
  'desk.recall': rule(everybody, '看自己记下的布置'),
  'desk.remember': rule(everybody, '记自己的布置'),
  'people.list': rule('anyone', '看人员名单'),
  'people.save': rule<PersonSubject>(leadingRoles, '改人员名单', staysHimself),

  'stories.budget': rule(everybody, '看稿库'),
  'stories.search': rule(everybody, '找稿件'),
  'stories.templates': rule(everybody, '看稿件模板'),
  'stories.create': rule<PlanSubject>(everybody, '新建稿件', signing),
  'stories.plan': rule<PlanSubject>(everybody, '改稿件的安排', signing, planning),
  'stories.planMany': rule<PlanSubject>(everybody, '一起改几篇稿件的安排', signing, planning),
  'stories.trash': rule<StoriesSubject>(everybody, '把稿件移入废稿箱', signedStays, ownToTrash),
  'stories.restore': rule<StoriesSubject>(everybody, '把稿件放回稿库', ownToTrash),
  'stories.open': rule(everybody, '打开稿件'),
  'stories.texts': rule(everybody, '看稿件的文字'),
  'stories.submit': rule(everybody, '写稿'),
  'stories.stepsSince': rule(everybody, '跟上稿件的改动'),
  'storyFiles.gaps': rule(everybody, '查 GBK 缺字'),
  'storyFiles.make': rule(everybody, '导出稿件'),

  'trails.open': rule(everybody, '看修订'),
  'trails.begin': rule(staff, '开始修订'),
  'trails.accept': rule(staff, '采纳修订'),
  'trails.end': rule(staff, '结束修订'),
  'versions.list': rule(everybody, '看各稿'),
  'versions.keep': rule(everybody, '留一稿'),
  'versions.between': rule(everybody, '比较两稿'),
  'versions.restore': rule(everybody, '恢复旧稿'),
  'versions.timeline': rule(everybody, '看谁什么时候写的'),
  'notes.of': rule(everybody, '看批注'),
  'notes.forLayout': rule(everybody, '看给版面的话'),
  'notes.write': rule(everybody, '写批注'),
  'notes.answer': rule(everybody, '回批注'),
  'notes.settle': rule(everybody, '了结批注'),
  'presence.here': rule(everybody, '说自己在哪篇稿里'),

  'editions.list': rule(everybody, '看各期'),
  'editions.create': rule(makers, '新出一期'),
  'editions.change': rule(makers, '改日期和总期号'),
  'editions.remove': rule(makers, '撤掉一期'),
  'editions.addPage': rule(makers, '加版'),
  'editions.changePage': rule(makers, '改版名和责编'),
  'editions.removePage': rule(makers, '撤版'),

  'pages.open': rule(everybody, '看版面'),
  'pages.submit': rule(staff, '排版面'),
  'pages.changesSince': rule(everybody, '跟上版面的改动'),
  'pages.recent': rule(everybody, '看自己排过的几步'),
  'pages.signatures': rule(everybody, '看签样'),
  'pages.sign': rule(makers, '签大样'),
  'pages.unsign': rule(makers, '撤签'),
  'pages.papers': rule(everybody, '看版面规格'),
  'pages.savePaper': rule(makers, '改版面规格'),
  'pages.removePaper': rule(makers, '去掉版面规格'),
  'pages.setUsualPaper': rule(makers, '设默认版面规格'),
  'pages.templates': rule(everybody, '看版式库'),
  'pages.saveTemplate': rule(makers, '存版式'),
  'pages.removeTemplate': rule(makers, '去掉版式'),
  'pages.faultSettings': rule(everybody, '看毛病怎么算'),
  'pages.saveFaultSettings': rule(makers, '改毛病怎么算'),
  'cutRequests.open': rule(everybody, '看请删'),
  'cutRequests.ask': rule(staff, '送请删'),
  'cutRequests.settle': rule(staff, '回请删'),

  'photos.read': rule(everybody, '看图片'),
  'photos.facts': rule(everybody, '看图片里写的话'),
  'photos.add': rule(everybody, '加图片'),
  'photos.addPlaced': rule(staff, '加广告'),
  'intake.read': rule(everybody, '读来稿'),
  'intake.acceptPage': rule(staff, '收整版来稿'),
  'intake.acceptStory': rule(everybody, '收来稿'),
  'output.pageProof': rule(staff, '出版样'),
  'output.printPdf': rule(staff, '出付印 PDF'),
  'output.handOver': rule(staff, '交付'),
  'output.handOverFile': rule(staff, '取交付的文件'),
} as const satisfies Readonly<Record<string, Rule<never>>>

/** Something that one may want to do: the path of a method of the contract. */
export type Act = keyof typeof policy

/** What the limits of an act look at. */
export type SubjectOf<A extends Act> = (typeof policy)[A] extends Rule<infer Subject> ? Subject : never
