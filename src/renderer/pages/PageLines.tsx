import { useEffect, useState } from 'react'
import type { ComposedPage } from '../../shared/page/compose/composed'
import { linesOf } from '../../shared/page/painting'

/** Milliseconds of rest after which the lines follow the page. */
const pause = 150

/** The page's printed lines as text, for screen readers; they follow once the page rests. */
export function PageLines({
  page,
  quiet,
  label = '版样',
}: {
  readonly page: ComposedPage
  readonly quiet: boolean
  readonly label?: string
}) {
  const [lines, setLines] = useState('')
  useEffect(() => {
    if (quiet) return
    const timer = setTimeout(() => setLines(linesOf(page.painting.items).join('\n')), pause)
    return () => clearTimeout(timer)
  }, [page, quiet])
  return (
    <div className="for-readers" data-lines={label}>
      {lines}
    </div>
  )
}
