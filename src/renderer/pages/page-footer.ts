import type { Edition } from '../../shared/contract'
import type { PageLayout } from '../../shared/page'
import { pageNumberName } from '../ui/edition-name'
import type { FooterText } from '../ui/footer'
import type { PageChip } from './page-chip'

const keys = '↑↓←→ 移动 · Shift 缩放 · Alt 换栏 · Ctrl 换位'

/** Share of the 版心 that frames cover, in percent; cells of several count once. */
export function filledPercent({ paper, frames }: PageLayout): number {
  const cells = new Set<number>()
  for (const frame of frames) {
    const places = frame.kind === 'story' ? [frame, ...frame.regions] : [frame]
    for (const { column, row, columnSpan, rowSpan } of places) {
      for (let c = column; c < Math.min(paper.columns, column + columnSpan); c++) {
        for (let r = row; r < Math.min(paper.lines, row + rowSpan); r++) cells.add(r * 64 + c)
      }
    }
  }
  return Math.round((cells.size / (paper.columns * paper.lines)) * 100)
}

/** The footer of the page desk: which page, how full, what stands on it, what was done last. */
export function pageFooter(
  page: Edition['pages'][number],
  layout: PageLayout,
  chip: PageChip,
  said: string,
): FooterText {
  const count = (kind: string) => layout.frames.filter(frame => frame.kind === kind).length
  const insets = layout.frames.reduce(
    (sum, frame) => sum + (frame.kind === 'story' ? frame.photos.length : 0),
    0,
  )
  const stands = [
    `${count('story')} 篇`,
    `${count('photo') + insets} 图`,
    ...(count('ad') > 0 ? [`${count('ad')} 广告`] : []),
  ]
  return {
    left: [
      { text: `${pageNumberName(page.number)} ${page.name}`.trim() },
      { text: `版心填满 ${filledPercent(layout)}%` },
      { text: stands.join(' · ') },
      ...(chip.tone === 'red' || chip.tone === 'amber' ? [{ text: chip.words, tone: chip.tone }] : []),
      ...(said === '' ? [] : [{ text: said }]),
    ],
    right: `${keys} · F1 快捷键`,
  }
}
