import { useEffect, useState } from 'react'
import type { Painting } from '../../shared/page/painting'
import { facesOf, isSettled, loadFaces } from './faces'

/** Whether a painting's text can be painted: its faces are there. Asks for those that are not. */
export function useFaces(painting: Painting): boolean {
  const [, setLoads] = useState(0)
  const isReady = facesOf(painting).every(isSettled)
  useEffect(() => {
    if (isReady) return undefined
    let gone = false
    void loadFaces([painting]).then(() => !gone && setLoads(loads => loads + 1))
    return () => {
      gone = true
    }
  }, [painting, isReady])
  return isReady
}
