import { create } from 'zustand'
import type { StoryParts } from '../../shared/story/parts'
import { client } from './client'
import { watchEvents } from './newsroom'

/**
 * Parts of the stories that are on the screen, by id. The open editor puts its own in at every keystroke;
 * others are read from the newsroom and read anew when their log grows.
 */
export const useStoryTexts = create<{ texts: ReadonlyMap<string, StoryParts> }>(() => ({ texts: new Map() }))

/** Stories whose text this window edits: what the editor says is newer than what the newsroom knows. */
const edited = new Set<string>()
const wanted = new Set<string>()
let asked: ReturnType<typeof setTimeout> | null = null

function put(entries: readonly (readonly [string, StoryParts])[]): void {
  useStoryTexts.setState(state => ({ texts: new Map([...state.texts, ...entries]) }))
}

export function wantTexts(ids: Iterable<string>, again = false): void {
  const { texts } = useStoryTexts.getState()
  for (const id of ids) if (!edited.has(id) && (again || !texts.has(id))) wanted.add(id)
  if (wanted.size === 0 || asked) return
  asked = setTimeout(() => {
    asked = null
    const batch = [...wanted]
    wanted.clear()
    client.stories
      .parts({ ids: batch })
      .then(found => put(found.filter(({ id }) => !edited.has(id)).map(({ id, parts }) => [id, parts])))
      .catch((error: unknown) => console.warn(error))
  }, 15)
}

/** The editor's own text, at every keystroke. */
export function putEditedText(id: string, parts: StoryParts): void {
  edited.add(id)
  put([[id, parts]])
}

export const endEditedText = (id: string): void => void edited.delete(id)

watchEvents(event => {
  const { texts } = useStoryTexts.getState()
  if (event.kind === 'steps' && texts.has(event.id)) wantTexts([event.id], true)
  if (event.kind === 'hello') wantTexts(texts.keys(), true)
})
