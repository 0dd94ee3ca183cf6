import type { EditorState } from 'prosemirror-state'
import { useEffect } from 'react'
import { type BudgetRow } from '../../../shared/contract'
import { storyStateNames } from '../../../shared/budget/story-state'
import type { StoryParts } from '../../../shared/story/parts'
import { hushFooter, sayInFooter } from '../../ui/footer'
import { newsroomNow, useRow } from '../../newsroom/newsroom'
import { lengthWords } from './story-length'
import { useBaseColumn } from '../use-base-column'
import { useCounted, useCounting } from './story-counts'

interface Props {
  readonly storyId: string
  readonly parts: StoryParts | undefined
  readonly state: EditorState | null
}

/** Stage and editor, at the right of the footer. */
const stageWords = (row: BudgetRow): string =>
  `${storyStateNames[row.state]} · 责编 ${newsroomNow().people.find(p => p.id === row.editorId)?.name ?? '—'}`

/** Says in the desk's footer how long the open story is; draws nothing itself. */
export function StoryFooter({ storyId, parts, state }: Props) {
  const row = useRow(storyId)
  useCounting(storyId, parts, state, useBaseColumn(storyId))
  const counted = useCounted(storyId)
  useEffect(() => {
    if (!row) return
    const left = counted ? lengthWords(counted.length, counted.selected, row) : []
    sayInFooter({ left, right: stageWords(row) })
  }, [row, counted])
  useEffect(() => hushFooter, [])
  return null
}
