import type { Edition } from '../../shared/contract'
import type { Fault } from '../../shared/page/faults/fault'
import { pageFitOf } from '../../shared/page/fit/standing'
import type { PageView } from '../../shared/page/view/page-view'
import { pageNumberName } from '../newsroom/edition-name'
import type { FooterText } from '../ui/footer'
import { faultCounts } from './faults/fault-counts'
import type { PageChip } from './page-chip'

const keys = '↑↓←→ 移动 · Shift 缩放 · Alt 换栏 · Ctrl 换位'

const tones = { error: 'red', warn: 'amber' } as const

/** The footer of the page desk: which page, how full, what stands on it, what was done last. */
export function pageFooter(
  page: Edition['pages'][number],
  view: PageView,
  chip: PageChip,
  faults: readonly Fault[],
  said: string,
): FooterText {
  const { layout } = view
  const count = (kind: string) => layout.frames.filter(frame => frame.kind === kind).length
  const insets = layout.frames.reduce(
    (sum, frame) => sum + (frame.kind === 'story' ? frame.photos.length : 0),
    0,
  )
  const counts = faultCounts(faults)
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
      // What the chip says of faults is said here in full.
      ...((chip.tone === 'red' || chip.tone === 'amber') && !counts.some(({ words }) => words === chip.words)
        ? [{ text: chip.words, tone: chip.tone }]
        : []),
      ...(counts[0]
        ? [
            {
              text: counts.map(({ words }) => words).join(' '),
              ...(counts[0].severity !== 'info' && { tone: tones[counts[0].severity] }),
            },
          ]
        : []),
      ...(said === '' ? [] : [{ text: said }]),
    ],
    right: `${keys} · F1 快捷键`,
  }
}
