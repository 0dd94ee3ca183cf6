import type { ComposedPage } from '../../shared/page'

export interface PageFitWords {
  readonly tone: 'red' | 'amber' | 'green' | 'grey'
  readonly words: string
}

/** A page at a glance: 溢 3, 欠 42, 齐, 空. Small gaps at a story's foot are ordinary and say nothing. */
export function pageFitWords(page: ComposedPage | undefined): PageFitWords {
  const fits = page ? [...page.frames.values()].flatMap(frame => (frame.fit ? [frame.fit] : [])) : []
  if (fits.length === 0) return { tone: 'grey', words: '空' }
  const over = fits.reduce((sum, fit) => sum + fit.overset.lines, 0)
  if (over > 0) return { tone: 'red', words: `溢 ${over}` }
  const under = fits.reduce((sum, fit) => sum + Math.max(0, fit.underset.lines - 2), 0)
  if (under > 0) return { tone: 'amber', words: `欠 ${under}` }
  return { tone: 'green', words: '齐' }
}
