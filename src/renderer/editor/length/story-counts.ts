import type { EditorState } from 'prosemirror-state'
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { BaseColumn } from '../../../shared/budget/base-column'
import type { StoryParts } from '../../../shared/story/parts'
import { selectedLength, StoryCounter, type Length } from './story-length'

/** Milliseconds of rest after which counts are told: figures that run along with every stroke flicker. */
const settlesAfter = 250

interface Counted {
  readonly storyId: string
  readonly length: Length
  readonly selected: Length | null
}

const useCounts = create<{ readonly counted: Counted | null }>(() => ({ counted: null }))

/** How long a story was when it was counted last; null before. */
export const useCounted = (storyId: string): Counted | null =>
  useCounts(s => (s.counted?.storyId === storyId ? s.counted : null))

/** Counts the open story and what is selected in it, when the hand rests. */
export function useCounting(
  storyId: string,
  parts: StoryParts | undefined,
  state: EditorState | null,
  column: BaseColumn,
): void {
  const [counter] = useState(() => new StoryCounter())
  useEffect(() => {
    if (!parts) return
    const count = () => {
      const length = counter.lengthOf(parts, storyId, column)
      useCounts.setState({
        counted: { storyId, length, selected: state ? selectedLength(state, column) : null },
      })
    }
    const timer = setTimeout(count, settlesAfter)
    return () => clearTimeout(timer)
  }, [counter, storyId, parts, state, column])
}
