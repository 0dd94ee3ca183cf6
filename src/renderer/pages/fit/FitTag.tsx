import type { Fit } from '../../../shared/page'

/** White at a story's foot up to this many lines is ordinary. */
const quietLines = 2

/** How a story stands, in the desk's words: 溢 3 行 41 字, 欠 4 行, 齐. */
export function fitSaid({ overset, underset }: Fit): {
  readonly tone: 'red' | 'amber' | 'green'
  readonly words: string
} {
  if (overset.lines > 0) {
    return { tone: 'red', words: `溢 ${overset.lines} 行 ${overset.characters} 字` }
  }
  if (underset.lines > quietLines) return { tone: 'amber', words: `欠 ${underset.lines} 行` }
  return { tone: 'green', words: '齐' }
}

/** The same as a chip, or as a panel's title. */
export function FitTag({ fit, isTitle = false }: { readonly fit: Fit; readonly isTitle?: boolean }) {
  const { tone, words } = fitSaid(fit)
  return <span className={isTitle ? `fit-title ${tone}` : `tag ${tone}`}>{words}</span>
}
