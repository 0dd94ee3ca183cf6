/** What people and offices are called in datelines, bylines and credits, and what is said of their part in it. */

const longestFirst = <Row extends readonly [printed: string, ...unknown[]]>(
  rows: readonly Row[],
): readonly Row[] => rows.toSorted(([a], [b]) => b.length - a.length)

/** Posts as they are printed, longest first, and what each is called in the fee sheet. */
export const posts = longestFirst<readonly [printed: string, post: string]>([
  ['本报全媒体记者', '记者'],
  ['本报融媒体记者', '记者'],
  ['本报首席记者', '首席记者'],
  ['本报见习记者', '见习记者'],
  ['本报特约记者', '特约记者'],
  ['本报特约通讯员', '特约通讯员'],
  ['本报评论员', '评论员'],
  ['特约评论员', '特约评论员'],
  ['特约撰稿人', '特约撰稿人'],
  ['全媒体记者', '记者'],
  ['融媒体记者', '记者'],
  ['融媒记者', '记者'],
  ['首席记者', '首席记者'],
  ['见习记者', '见习记者'],
  ['实习记者', '实习记者'],
  ['特约记者', '特约记者'],
  ['特派记者', '特派记者'],
  ['本报记者', '记者'],
  ['本网记者', '记者'],
  ['本台记者', '记者'],
  ['特约通讯员', '特约通讯员'],
  ['本报通讯员', '通讯员'],
  ['通讯员', '通讯员'],
  ['评论员', '评论员'],
  ['实习生', '实习生'],
  ['记者', '记者'],
  ['作者', ''],
  ['撰稿', ''],
])

/** What is said to have been done, longest first, and by it who wrote and who took pictures. */
export const deeds = longestFirst<readonly [printed: string, writes: boolean, pictures: boolean]>([
  ['摄影报道', true, true],
  ['图文报道', true, true],
  ['摄影/报道', true, true],
  ['文并摄', true, true],
  ['文/摄影', true, true],
  ['文/图', true, true],
  ['图/文', true, true],
  ['图文', true, true],
  ['文图', true, true],
  ['采写', true, false],
  ['撰文', true, false],
  ['整理', true, false],
  ['编译', true, false],
  ['执笔', true, false],
  ['供稿', true, false],
  ['报道', true, false],
  ['供图', false, true],
  ['提供', false, true],
  ['摄影', false, true],
  ['摄像', false, true],
  ['摄', false, true],
  ['图', false, true],
  ['文', true, false],
])

/** Words of a list as one alternative of a pattern. */
export const oneOf = (rows: readonly (readonly [printed: string, ...unknown[]])[]): string =>
  rows.map(([printed]) => printed).join('|')

/** How the name of an organisation ends that may sign: 县融媒体中心 供图. */
export const organisation =
  /(?:中心|部|局|委|办|办公室|站|台|院|校|中学|小学|社|社区|妇联|团委|工会|公司|镇|乡|村|街道|法院|检察院|厂|所|处|宣)$/u

/** The same where a post or deed says that somebody is named: 现场会 ends so, too, and signs nothing. */
export const likelyOrganisation = new RegExp(`${organisation.source}|[团会队]$`, 'u')

/** What stands before a name that is set run in at a paragraph's end, or at a byline from another house. */
export const runInMarks = '口□◇■◆◎○●▲△'
