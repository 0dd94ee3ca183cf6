import { useEffect, useEffectEvent, useState } from 'react'
import { SliceRun } from './slice-run'

/** What has been worked out, and whether it still holds. */
export interface Slices<T> {
  readonly found: readonly T[]
  /** What it was worked out from has changed since: it is being worked out anew. */
  readonly isStale: boolean
  readonly isDone: boolean
}

interface Told<T> {
  readonly subject: string
  readonly from: unknown
  readonly found: readonly T[]
  readonly isDone: boolean
}

/** Milliseconds without a change after which what does not hold any more is worked out anew. */
const pause = 250

/**
 * Works something out a little at a time: at once for another `subject`, after a pause where the same subject's
 * `from` has changed; what was found before stays meanwhile, so that lists do not jump under a hand.
 */
export function useSlices<T>(subject: string, from: object, work: () => Iterator<T | null>): Slices<T> {
  const [run] = useState(() => new SliceRun<T>())
  const [told, setTold] = useState<Told<T> | null>(null)
  const known = told?.subject === subject ? told : null
  const begin = useEffectEvent((subject: string, from: object, isNew: boolean) =>
    run.start(work(), (found, isDone) => {
      if (isNew || isDone) setTold({ subject, from, found, isDone })
    }),
  )
  const isKnown = useEffectEvent((subject: string) => told?.subject === subject)
  useEffect(() => {
    const isNew = !isKnown(subject)
    const waiting = setTimeout(() => begin(subject, from, isNew), isNew ? 0 : pause)
    return () => {
      clearTimeout(waiting)
      run.stop()
    }
  }, [subject, from, run])
  const isStale = known !== null && known.from !== from
  return { found: known?.found ?? [], isStale, isDone: (known?.isDone ?? false) && !isStale }
}
