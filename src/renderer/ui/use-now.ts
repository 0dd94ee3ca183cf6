import { useEffect, useState } from 'react'

/** The time now, to the minute: what 今天 18:42 and 昨天 are told by. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
