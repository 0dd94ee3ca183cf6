import type { Fit } from '../../shared/page/compose/body'
import type { GalleyStyle } from '../../shared/page/galley/galley'

export interface FitWords {
  readonly tone: 'red' | 'amber' | 'green' | 'ink'
  /** 溢 3 行, 欠 2 行, 正好. */
  readonly headline: string
  readonly detail: string
}

/** How a story stands in its galley, as the desk says it. Without a depth there is only a length, at its measure. */
export function fitWords(fit: Fit, { depth, measure }: Pick<GalleyStyle, 'depth' | 'measure'>): FitWords {
  if (depth === null)
    return { tone: 'ink', headline: `${fit.lines} 行`, detail: `每行 ${measure} 字，不限行` }
  const room = `文框 ${fit.available} 行`
  if (fit.overset.lines > 0) {
    return {
      tone: 'red',
      headline: `溢 ${fit.overset.lines} 行`,
      detail: `${fit.overset.characters} 字 · ${room}`,
    }
  }
  if (fit.underset.lines > 0) {
    return {
      tone: 'amber',
      headline: `欠 ${fit.underset.lines} 行`,
      detail: `约 ${fit.underset.characters} 字 · ${room}`,
    }
  }
  return { tone: 'green', headline: '正好', detail: room }
}
