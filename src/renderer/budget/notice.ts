import { create } from 'zustand'
import type { Failure } from '../../shared/contract'
import { useNewsroom } from '../newsroom/newsroom'

/** Something done in the budget that can be taken back. */
export interface Done {
  /** What was done: 把 3 篇移入废稿箱. */
  readonly says: string
  undo(): Promise<void>
}

/** What the budget says in place, above its rows, until something else is done. */
export interface Notice {
  readonly text: string
  /** Offers to take this back; null where there is nothing to take back. */
  readonly done: Done | null
}

interface Notices {
  readonly notice: Notice | null
  readonly failure: Failure | null
  /** What can be taken back, oldest first. */
  readonly history: readonly Done[]
}

/** Steps back that the budget keeps; older ones are history for the trail, not for Ctrl Z. */
const depth = 100

export const useNotices = create<Notices>(() => ({ notice: null, failure: null, history: [] }))
const { setState: set, getState: get } = useNotices

export const clearNotice = (): void => set({ notice: null, failure: null })
export const showFailure = (failure: Failure): void => set({ notice: null, failure })

/** Notes what was done. Told aloud where the change cannot be seen in the row itself. */
export function noteDone(done: Done, aloud: boolean): void {
  set({
    failure: null,
    notice: aloud ? { text: `已${done.says}`, done } : null,
    history: [...get().history, done].slice(-depth),
  })
}

/** Takes back one thing, by default the last one, and says which. */
export async function undo(done = get().history.at(-1)): Promise<void> {
  if (!done) {
    set({ notice: { text: '没有可撤销的改动', done: null } })
    return
  }
  set({ history: get().history.filter(one => one !== done), notice: null, failure: null })
  await done.undo()
  if (get().failure === null) set({ notice: { text: `已撤销：${done.says}`, done: null } })
}

/** The story that was open last: while another is made there is none, and if it is refused the same stands again. */
let stood: string | null = null

// Who goes on, to another view or story, or as somebody else, has done with what stood there; Ctrl Z still knows it.
useNewsroom.subscribe((now, was) => {
  const isAnother = now.story !== null && stood !== null && now.story !== stood
  if (now.story !== null) stood = now.story
  const goesOn = now.view !== was.view || isAnother || now.me !== was.me
  if (goesOn && (get().notice || get().failure)) clearNotice()
})
