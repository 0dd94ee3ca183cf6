import { useEffect } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { failureOf } from '../newsroom/client'
import { readTrash, useNewsroom, watchEvents } from '../newsroom/newsroom'
import { showFailure } from './notice'

const none: readonly BudgetRow[] = []

/** The stories in the trash, last come first, live; empty while nobody looks. */
export function useTrash(looking: boolean): readonly BudgetRow[] {
  const trash = useNewsroom(s => s.trash)
  useEffect(() => {
    if (!looking) return
    let current = true
    const read = () => readTrash().catch((error: unknown) => current && showFailure(failureOf(error)))
    void read()
    const leave = watchEvents(event => void (event.kind === 'hello' && read()))
    return () => {
      current = false
      leave()
    }
  }, [looking])
  return looking ? trash : none
}
