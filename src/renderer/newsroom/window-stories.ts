import { create } from 'zustand'
import type { Failure } from '../../shared/contract'
import type { LogStatus } from '../../shared/story/log/log-client'
import { UnsentKeeper } from '../../shared/story/log/unsent-keeper'
import { saySaved, storyText, type SavedState } from '../ui/footer'
import { faultOfCall } from './call-fault'
import { client, connection } from './client'
import { livingWindows, liveOn } from './living-windows'
import { newsroomNow, useNewsroom, watchEvents } from './newsroom'
import { StoryEnds, type Undelivered } from './story-ends'
import { holdsUnsent } from './unsent'
import { windowId } from './window-id'

/** A story of which something is not in the newsroom, and why. */
export interface UnsavedStory {
  readonly storyId: string
  readonly personId: string
  readonly trouble: NonNullable<LogStatus<Failure>['trouble']>
}

/** Words that cannot go into their story any more: for their writer to see, to copy or to give up. */
export interface LostWords {
  readonly key: string
  /** Null where the story was never made. */
  readonly storyId: string | null
  readonly personId: string
  readonly words: string
  readonly failure: Failure
  giveUp(): void
}

/** What is told of texts that the newsroom does not take. */
export const useUnsaved = create<{
  /** By the client that has it. */
  readonly stories: ReadonlyMap<string, UnsavedStory>
  readonly lost: readonly LostWords[]
}>(() => ({ stories: new Map(), lost: [] }))

const setLost = (change: (lost: readonly LostWords[]) => readonly LostWords[]): void =>
  useUnsaved.setState(({ lost }) => ({ lost: change(lost) }))

/** Tells of words that were meant for a story and cannot go into it; the window alone has them. */
export function tellLost(words: Omit<LostWords, 'key' | 'giveUp'>): void {
  const key = crypto.randomUUID()
  const giveUp = () => setLost(lost => lost.filter(one => one.key !== key))
  setLost(lost => [...lost, { ...words, key, giveUp }])
}

/** What windows that died had written, beside what this one knows of. */
function tellUndelivered(all: readonly Undelivered[]): void {
  const found = all.map(({ unsent, words, failure }): LostWords => {
    const { clientId: key, storyId, personId } = unsent
    return { key, storyId, personId, words, failure, giveUp: () => storyEnds.discard(unsent) }
  })
  const keys = new Set(found.map(({ key }) => key))
  setLost(lost => [...lost.filter(one => !known.has(one.key) && !keys.has(one.key)), ...found])
  known = keys
}

let known: ReadonlySet<string> = new Set()

/** The ends of the stories' logs that this window has. */
export const storyEnds = new StoryEnds(
  {
    isUpFor: personId => connection.up && connection.seat === personId,
    submit: ({ storyId, ...sent }) => client.stories.submit({ id: storyId, ...sent }),
    stepsSince: ({ storyId, version }) => client.stories.stepsSince({ id: storyId, version }),
    between: ({ storyId, version }) => client.versions.between({ storyId, from: version, to: null }),
    faultOf: faultOfCall,
    later(work, ms) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  },
  new UnsentKeeper(localStorage, windowId, error => console.warn(error)),
  {
    status({ clientId, storyId, personId }, status) {
      // What waits for somebody who does not sit here is no matter of whoever does.
      const isOurs = personId === newsroomNow().me
      const kind = isOurs ? savedKind(status) : 'saved'
      saySaved(storyText(storyId, clientId), { kind, at: kind === 'saved' && isOurs ? status.savedAt : null })
      tellTrouble(
        clientId,
        status.isPending && status.trouble ? { storyId, personId, trouble: status.trouble } : null,
      )
    },
    undelivered: tellUndelivered,
  },
)

const savedKind = ({ isPending, trouble }: LogStatus<Failure>): SavedState['kind'] => {
  if (!isPending) return 'saved'
  if (!trouble) return 'saving'
  return trouble.passes ? 'stuck' : 'refused'
}

function tellTrouble(clientId: string, unsaved: UnsavedStory | null): void {
  const { stories } = useUnsaved.getState()
  const before = stories.get(clientId)
  if (before?.trouble === unsaved?.trouble) return
  const next = new Map(stories)
  if (unsaved) next.set(clientId, unsaved)
  else next.delete(clientId)
  useUnsaved.setState({ stories: next })
}

/** Sends on what windows that are gone have left. */
const takeOver = () => void livingWindows().then(living => storyEnds.takeOver(living))

watchEvents(event => {
  storyEnds.hear(event)
  if (event.kind === 'hello') takeOver()
})
// The hello may have come before this was read.
if (newsroomNow().status === 'open') takeOver()
connection.watch(() => storyEnds.lineChanged())
useNewsroom.subscribe((state, before) => {
  if (state.me !== before.me) storyEnds.lineChanged()
})

// Nobody else takes the seat before what was typed here is in the newsroom under its name.
holdsUnsent(() => storyEnds.isPending(newsroomNow().me))

addEventListener('pagehide', () => storyEnds.keep())
addEventListener('beforeunload', event => {
  if (storyEnds.isPending()) event.preventDefault()
})
liveOn()
