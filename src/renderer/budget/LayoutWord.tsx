import { useLayoutNotes } from '../newsroom/layout-notes'

/** That the story's editor has left word for the layout desk. */
export function LayoutWord({ storyId }: { readonly storyId: string }) {
  const notes = useLayoutNotes(storyId)
  if (notes.length === 0) return null
  return (
    <em className="tag amber" title={notes.map(note => note.entries[0]!.text).join('\n')}>
      留话 {notes.length}
    </em>
  )
}
