import { useEffect, useState } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { client, failureOf } from '../newsroom/client'
import { watchEvents } from '../newsroom/newsroom'
import { showFailure } from './notice'

/** The stories in the trash, last come first, live; empty while nobody looks. */
export function useTrash(looking: boolean): readonly BudgetRow[] {
  const [rows, setRows] = useState<readonly BudgetRow[]>([])
  useEffect(() => {
    if (!looking) return
    let current = true
    const read = () =>
      client.stories.budget({ trash: true }).then(
        read => current && setRows(lastFirst(read)),
        (error: unknown) => current && showFailure(failureOf(error)),
      )
    void read()
    const leave = watchEvents(event => {
      if (event.kind === 'hello') void read()
      if (event.kind !== 'rows') return
      const changed = new Map(event.rows.map(row => [row.id, row]))
      setRows(rows =>
        lastFirst([
          ...rows.filter(row => !changed.has(row.id)),
          ...event.rows.filter(row => row.trashedAt !== null),
        ]),
      )
    })
    return () => {
      current = false
      leave()
    }
  }, [looking])
  return rows
}

const lastFirst = (rows: readonly BudgetRow[]) =>
  [...rows].sort((a, b) => Date.parse(b.trashedAt ?? '') - Date.parse(a.trashedAt ?? ''))
