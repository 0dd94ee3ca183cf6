import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Failure } from '../../shared/contract'
import { failureOf } from '../newsroom/client'
import { useNewsroom } from '../newsroom/newsroom'
import { FailureNote } from '../ui/FailureNote'
import { sheetOf, type OpenSheet } from './open-sheet'

interface Props {
  readonly storyId: string
  /** The live editor, for the bar above the sheet; null while there is none. */
  onEditor(view: EditorView | null, state: EditorState | null): void
  /** The sheet lies there, and nobody has the keys yet. */
  onStands(view: EditorView): void
}

/** The paper on the desk: one story, kept in step with the newsroom. */
export function StorySheet({ storyId, onEditor, onStands }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const tell = useEffectEvent(onEditor)
  const stands = useEffectEvent(onStands)
  const [failure, setFailure] = useState<Failure | null>(null)
  const personId = useNewsroom(s => s.me)

  useEffect(() => {
    const host = place.current
    if (!host || personId === '') return undefined
    let isGone = false
    let sheet: OpenSheet | null = null
    setFailure(null)
    sheetOf({ storyId, personId }).then(
      found => {
        if (isGone) return found.leave()
        sheet = found
        return found.enter(host, { tell: (view, state) => tell(view, state), stands: view => stands(view) })
      },
      (error: unknown) => {
        if (!isGone) setFailure(failureOf(error))
      },
    )
    return () => {
      isGone = true
      sheet?.leave()
      tell(null, null)
    }
  }, [storyId, personId])

  return (
    <>
      {failure && <FailureNote failure={failure} onClose={() => setFailure(null)} />}
      <div className="sheet-place" ref={place} />
    </>
  )
}
