import type { CutRequest, NewsroomEvent } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'
import { OpenByStory } from './open-by-story'

/** 请删 that nobody has settled. */
const cutRequests = new OpenByStory<CutRequest, NewsroomEvent>({
  read: () => client.cutRequests.open(),
  watch: watchEvents,
  hear(event) {
    if (event.kind === 'cutRequest') showCutRequest(event.request)
  },
})

/** Shows a request as the newsroom has just answered it, without waiting for its event. */
export const showCutRequest = (request: CutRequest): void =>
  cutRequests.show(request.storyId, was => {
    const others = was.filter(one => one.id !== request.id)
    return request.state === 'open' ? [...others, request].toSorted((a, b) => (a.at < b.at ? -1 : 1)) : others
  })

/** The open 请删 of a story, oldest first. */
export const useCutRequests = cutRequests.useOf
