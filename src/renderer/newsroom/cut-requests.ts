import type { CutRequest, NewsroomEvent } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'
import { OpenByStory } from './open-by-story'

/** 请删 that nobody has settled. */
const cutRequests = new OpenByStory<CutRequest, NewsroomEvent>({
  read: () => client.cutRequests.open(),
  watch: watchEvents,
  toldBy: event => (event.kind === 'cutRequest' ? [event.request] : []),
  // It is settled once, and never open again.
  isNewer: (request, than) => request.state !== 'open' && than.state === 'open',
  isOpen: request => request.state === 'open',
  openedAt: request => request.at,
})

/** Shows a request as the newsroom has just answered it, without waiting for its event. */
export const showCutRequest = (request: CutRequest): void => cutRequests.show([request])

/** The open 请删 of a story, oldest first. */
export const useCutRequests = cutRequests.useOf
