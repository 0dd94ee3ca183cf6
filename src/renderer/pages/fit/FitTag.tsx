import type { Fit } from '../../../shared/page/compose/body'
import { fitSaid, standingOf, type Standing } from '../../../shared/page/fit/standing'

/** The pens: red stops a page, amber asks, green fits. */
export const standingTones = { over: 'red', under: 'amber', fits: 'green' } as const satisfies Record<
  Standing,
  string
>

/** How a story stands, as a chip or as a panel's title. */
export function FitTag({ fit, isTitle = false }: { readonly fit: Fit; readonly isTitle?: boolean }) {
  const tone = standingTones[standingOf(fit)]
  return <span className={isTitle ? `fit-title ${tone}` : `tag ${tone}`}>{fitSaid(fit)}</span>
}
