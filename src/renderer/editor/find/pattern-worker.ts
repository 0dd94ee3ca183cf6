/// <reference lib="webworker" />
import { matchesIn, patternOf } from './pattern-matches'

/** What the window asks. */
export interface PatternOrder {
  readonly texts: readonly string[]
  readonly source: string
  readonly matchCase: boolean
}

self.addEventListener('message', ({ data }: MessageEvent<PatternOrder>) => {
  const pattern = patternOf(data.source, data.matchCase)
  self.postMessage(pattern ? matchesIn(data.texts, pattern) : [])
})
