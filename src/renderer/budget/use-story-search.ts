import { useEffect, useMemo, useState } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { client, failureOf } from '../newsroom/client'
import { matchesHere } from './row-filters'
import { showFailure } from './notice'

/** While somebody types, the newsroom is asked when the hand rests this long (ms). */
const rest = 60

/**
 * Stories that hold the words, best first: those whose headline, author or 稿号 the window sees itself at
 * once, then those that the newsroom finds in the text. All rows, in their order, when the query is empty.
 */
export function useStorySearch(rows: readonly BudgetRow[], query: string): readonly BudgetRow[] {
  const words = query.trim()
  const [found, setFound] = useState<{ words: string; ids: readonly string[] }>({ words: '', ids: [] })
  useEffect(() => {
    if (words === '') return
    let current = true
    const timer = setTimeout(() => {
      client.stories.search({ query: words.slice(0, 200) }).then(
        ids => current && setFound({ words, ids }),
        (error: unknown) => current && showFailure(failureOf(error)),
      )
    }, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [words])
  return useMemo(() => {
    if (words === '') return rows
    // Until the answer to these very words is here, the last one would show what they do not mean.
    const rank = new Map(found.words === words ? found.ids.map((id, index) => [id, index]) : [])
    return rows
      .map(row => ({ row, rank: rank.get(row.id) ?? (matchesHere(row, words) ? rank.size : null) }))
      .filter(hit => hit.rank !== null)
      .sort((a, b) => Number(a.rank) - Number(b.rank))
      .map(hit => hit.row)
  }, [rows, words, found])
}
