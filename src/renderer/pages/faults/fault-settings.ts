import { useEffect } from 'react'
import { create } from 'zustand'
import type { FaultRuleId, FaultSettings, Severity } from '../../../shared/page/faults/fault'
import { client } from '../../newsroom/client'
import { watchEvents } from '../../newsroom/newsroom'

const useStore = create<{ readonly settings: FaultSettings }>(() => ({ settings: { severities: {} } }))

async function read(): Promise<void> {
  useStore.setState({ settings: await client.pages.faultSettings() })
}

let isFollowed = false

/** What the paper makes of each layout fault, kept in step with the other windows. */
export function useFaultSettings(): FaultSettings {
  useEffect(() => {
    if (isFollowed) return
    isFollowed = true
    watchEvents(event => {
      // What cannot be read now is read at the next hello.
      if (event.kind === 'pageSettings' || event.kind === 'hello') read().catch(() => undefined)
    })
    read().catch(() => undefined)
  }, [])
  return useStore(s => s.settings)
}

/** What a rule can be set to: one of the three weights, or not looked for. */
export type Weight = Severity | 'off'

/** Sets one rule's weight for the paper; null goes back to the rule's own. Throws what the newsroom answers. */
export async function setWeight(rule: FaultRuleId, weight: Weight | null): Promise<void> {
  const { [rule]: _was, ...others } = useStore.getState().settings.severities
  const severities = weight === null ? others : { ...others, [rule]: weight }
  const settings = await client.pages.saveFaultSettings({ settings: { severities } })
  useStore.setState({ settings })
}
