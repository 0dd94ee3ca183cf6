import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import type { CutRequest } from '../../shared/contract'
import { client } from './client'
import { watchEvents } from './newsroom'

/** 请删 that nobody has settled, by id. */
const useStore = create<{ readonly requests: ReadonlyMap<string, CutRequest> }>(() => ({
  requests: new Map(),
}))

/** Counts up with every event, so that an answer that was overtaken is asked for again. */
let events = 0

async function read(): Promise<void> {
  const asked = events
  const open = await client.cutRequests.open()
  if (events !== asked) await read()
  else useStore.setState({ requests: new Map(open.map(request => [request.id, request])) })
}

/** Shows a request as the newsroom has just answered it, without waiting for its event. */
export function showCutRequest(request: CutRequest): void {
  events++
  const requests = new Map(useStore.getState().requests)
  if (request.state === 'open') requests.set(request.id, request)
  else requests.delete(request.id)
  useStore.setState({ requests })
}

let isFollowed = false

function useFollowed(): void {
  useEffect(() => {
    if (isFollowed) return
    isFollowed = true
    watchEvents(event => {
      if (event.kind === 'cutRequest') showCutRequest(event.request)
      // What cannot be read now is read at the next hello.
      if (event.kind === 'hello') read().catch(() => undefined)
    })
    read().catch(() => undefined)
  }, [])
}

/** The open 请删 of a story, oldest first. */
export function useCutRequests(storyId: string | null): readonly CutRequest[] {
  useFollowed()
  const requests = useStore(s => s.requests)
  return useMemo(
    () =>
      [...requests.values()]
        .filter(request => request.storyId === storyId)
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
    [requests, storyId],
  )
}
