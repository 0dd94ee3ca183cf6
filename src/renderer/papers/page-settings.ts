import { useEffect } from 'react'
import { create } from 'zustand'
import type { PageTemplate } from '../../shared/contract'
import type { Paper } from '../../shared/page/paper'
import { client } from '../newsroom/client'
import { watchEvents } from '../newsroom/newsroom'

interface PageSettings {
  readonly papers: readonly Paper[]
  readonly templates: readonly PageTemplate[]
}

const useStore = create<PageSettings>(() => ({ papers: [], templates: [] }))

async function read(): Promise<void> {
  const [papers, templates] = await Promise.all([client.pages.papers(), client.pages.templates()])
  useStore.setState({ papers, templates })
}

let isFollowed = false

/** The newsroom's papers and page templates, kept in step with the other windows. */
export function usePageSettings(): PageSettings {
  useEffect(() => {
    if (isFollowed) return
    isFollowed = true
    watchEvents(event => {
      // What cannot be read now is read at the next hello.
      if (event.kind === 'pageSettings' || event.kind === 'hello') read().catch(() => undefined)
    })
    read().catch(() => undefined)
  }, [])
  return useStore()
}

export const showPapers = (papers: readonly Paper[]): void => useStore.setState({ papers })
export const showTemplates = (templates: readonly PageTemplate[]): void => useStore.setState({ templates })
