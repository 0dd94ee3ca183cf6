import { geometryOf, paperSchema, type Paper } from '../../shared/page/paper'
import { pt, ptToMm } from '../../shared/page/sizes'

/** What is wrong with a paper as it is being written, field by field, in the desk's words. */
export type PaperProblems = Partial<Record<keyof Paper | 'area', string>>

const limits: Partial<Record<keyof Paper, string>> = {
  name: '规格要有个名字，最多 40 字。',
  width: '纸宽在 60 到 900 毫米之间。',
  height: '纸高在 60 到 1200 毫米之间。',
  columns: '基本栏是 1 到 16 栏。',
  measure: '每栏 4 到 60 字。',
  gutter: '栏距 0 到 6 字。',
  bodySize: '正文字号 5 到 24 磅。',
  pitch: '行距 5 到 48 磅。',
  lines: '每栏 10 到 300 行。',
  top: '天头 0 到 200 毫米。',
  mastheadLines: '报头占 1 到 60 行。',
  folioLines: '报眉占 1 到 20 行。',
  leastPpi: '图片精度 30 到 1200。',
}

/** Checks a draft: every field by itself, then whether the type area goes on the sheet. Empty: it can be saved. */
export function problemsOf(draft: Paper): PaperProblems {
  const problems: PaperProblems = {}
  const parsed = paperSchema.safeParse(draft)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = issue.path[0] as keyof Paper
      problems[field] ??= limits[field] ?? '这一项填得不对。'
    }
    return problems
  }
  if (draft.pitch < draft.bodySize) problems.pitch = '行距比字还小，行会叠在一起。'
  const { area, width, height } = geometryOf(draft)
  const millimetres = (points: number) => Math.ceil(ptToMm(pt(points)))
  if (area.width > width) {
    problems.area = `版心宽 ${millimetres(area.width)} 毫米，比纸宽 ${draft.width} 毫米还宽：减栏、减字或缩小字号。`
  } else if (area.y + area.height > height) {
    problems.area = `版心到地线 ${millimetres(area.y + area.height)} 毫米，比纸高 ${draft.height} 毫米还长：减行数或行距。`
  } else if (draft.mastheadLines >= draft.lines || draft.folioLines >= draft.lines) {
    problems.area = '报头、报眉占的行数要比版心少。'
  }
  return problems
}

/** How many characters a page of this paper holds, full of body text. */
export const capacityOf = (paper: Paper): number =>
  Math.floor(paper.columns * Math.floor(paper.measure) * (paper.lines - paper.folioLines))
