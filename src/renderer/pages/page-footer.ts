import type { Edition } from '../../shared/contract'
import { pageFitOf, type PageView } from '../../shared/page'
import { pageNumberName } from '../ui/edition-name'
import type { FooterText } from '../ui/footer'
import type { PageChip } from './page-chip'

const keys = '↑↓←→ 移动 · Shift 缩放 · Alt 换栏 · Ctrl 换位'

/** The footer of the page desk: which page, how full, what stands on it, what was done last. */
export function pageFooter(
  page: Edition['pages'][number],
  view: PageView,
  chip: PageChip,
  said: string,
): FooterText {
  const { layout } = view
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
      { text: `版心填满 ${Math.floor(pageFitOf(view).filled * 100)}%` },
      { text: stands.join(' · ') },
      ...(chip.tone === 'red' || chip.tone === 'amber' ? [{ text: chip.words, tone: chip.tone }] : []),
      ...(said === '' ? [] : [{ text: said }]),
    ],
    right: `${keys} · F1 快捷键`,
  }
}
